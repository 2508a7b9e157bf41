import { expect, test } from 'vitest';
import { read } from '../../src/reading/read.ts';
import { knowledge } from './passages.ts';

/** The day, month or year in which an article of 15 May 2024 says that its quote was spoken; undefined if it doesn’t. */
test.each<[string, string | undefined]>([
  ['“The mill must stay where it is,” Ines Roth said on Monday.', '2024-05-13'],
  ['“The mill must stay where it is,” said Ines Roth in a letter in March.', '2024-03'],
  ['In June 2020, Ines Roth said: “The mill must stay where it is.”', '2020-06'],
  ['On Friday, Ines Roth, who left Tarn in 2006, said: “The mill must stay where it is.”', '2024-05-10'],
  ['In an interview last year, Ines Roth said the mill was “the heart of the town and its people”.', '2023'],
  [
    'Ines Roth told reporters on 3 May that the mill was “the heart of the town and its people”.',
    '2024-05-03',
  ],
  ['Ines Roth on Monday said: “The mill must stay where it is.”', '2024-05-13'],
  // The day is another’s.
  ['“The mill must stay where it is,” said Ines Roth, who left Tarn in 2006.', undefined],
  ['“The mill must stay where it is,” said Ines Roth of the vote in March.', undefined],
  ['“The mill must stay where it is,” Ines Roth told the council before the vote on Friday.', undefined],
  ['Unlike in 2018, Ines Roth said: “The mill must stay where it is.”', undefined],
  ['“We will vote in 2030 on the mill,” said Ines Roth, the mayor.', undefined],
  ['“The mill must stay where it is,” said Ines Roth, the mayor.', undefined],
])('%s', (text, said) => {
  const { quotes } = read({ text, publishedAt: '2024-05-15' }, knowledge);
  expect(quotes.map(quote => quote.said)).toEqual([said]);
});
