import { expect, test } from 'vitest';
import { libraryOf, type MadeUp } from '../made-up.ts';

/** A library of one article a day of March 2031, with a sentence on something in which Orla Venn had a part. */
async function marchOf(sentences: string[]) {
  return libraryOf(
    ...sentences.map((sentence, i): MadeUp => {
      const day = `2031-03-${String(i + 1).padStart(2, '0')}`;
      return {
        id: day,
        title: `News number ${i}`,
        day,
        paragraphs: [sentence, 'Orla Venn was there.'],
        people: [{ name: 'Orla Venn' }],
        quotes: [],
        events: [{ date: day, sentence, people: ['Orla Venn'] }],
      };
    }),
  );
}

test('in a person’s timeline the days whose sentences are about them come first', async () => {
  const own = await marchOf([
    'Orla Venn opened mill number 1 on March 1.',
    'The council sold mill number 2 to the union on March 2.',
    'Orla Vénn opened mill number 3 on March 3.',
    'The council closed mill number 4 for the winter on March 4.',
    'Orla Venn opened mill number 5 on March 5.',
    'The keeper called it “the mill of Orla Venn” on March 6.',
    'She opened mill number 7 on March 7.',
  ]);
  const lines = (await own.read('/timeline Orla Venn')).match(/^• .*$/gm) ?? [];
  expect(lines.map(line => Number(/March (\d)/.exec(line)![1]))).toEqual([1, 3, 5, 7]);
  own.close();
});
