import { expect, test } from 'vitest';
import { parseFreeText } from '../../../src/answers/asking/free-text.ts';
import { answer } from '../../../src/answers/asking/registry.ts';
import type { Question } from '../../../src/answers/page/question.ts';
import { renderPlain } from '../../../src/rendering/plain.ts';
import { languages } from '../../languages.ts';
import { messages } from '../../rendering/pages.ts';
import { libraryOfNews } from '../news-library.ts';

const library = libraryOfNews('The Outlet', [
  [
    '2031-04-01',
    'Energy minister defends felling',
    'ORLEN — Energy Minister Greta Halvorsen defended the felling of oaks on Tuesday.\n\n“We plant two for each that falls,” Halvorsen said.',
  ],
  [
    '2031-04-20',
    'Halvorsen resigns',
    'ORLEN — Energy Minister Greta Halvorsen resigned on Sunday over a sawmill that belongs to her cousin.\n\n“I leave with a clear conscience,” Halvorsen said.',
  ],
  [
    '2031-04-28',
    'Brisk named energy minister',
    'ORLEN — Tomas Brisk was sworn in as energy minister on Monday. The former energy minister, Greta Halvorsen, remains in parliament.\n\nEnergy Minister Tomas Brisk promised an inquiry. “The sawmill will be looked into,” Brisk said.',
  ],
  [
    '2031-05-03',
    'Brisk opens nursery',
    'DORNEN — Energy Minister Tomas Brisk opened a tree nursery in Dornen on Saturday.\n\n“A nation that plants trees is not in a hurry,” Brisk said.',
  ],
  [
    '2031-03-02',
    'Rovers sack coach',
    'VELLIN — Vellin Rovers sacked coach Arne Toll on Sunday after six defeats.\n\n“It hurts,” Toll said.',
  ],
  [
    '2031-03-30',
    'Rovers win under new coach',
    'VELLIN — Vellin Rovers won on Sunday under coach Mila Sandoval.\n\n“They ran like deer,” Sandoval said.',
  ],
  [
    '2031-05-06',
    'Mill owner convicted',
    'ORLEN — A jury in Orlen on Tuesday convicted the mill owner Jakob Stern of fraud. Dana Vogt, the chief executive of Stern Timber, has pleaded guilty.',
  ],
  [
    '2031-05-07',
    'Clerk on trial',
    'DORNEN — The clerk Ola Rask went on trial in Dornen on Wednesday. Rask pleaded not guilty. The former harbour master of Dornen, Per Holm, was in court.',
  ],
]);

async function asked(words: string, before?: string, chat: 'private' | 'group' = 'private'): Promise<string> {
  const reading = { ...library, vocabulary: languages.vocabulary };
  const first = before === undefined ? undefined : await parseFreeText(reading, before);
  const question: Question = await parseFreeText(reading, words, first);
  return renderPlain(await answer(reading, question, { page: 1, chat }), messages);
}

test.each<[words: string, first: RegExp]>([
  [
    'What did Brisk say about the nursery?',
    /^I haven’t found any quotes by Tomas Brisk on “the nursery”\.\n\nFrom articles that mention “the nursery”\n“A nation that plants/,
  ],
  [
    'has Toll said anything about the sawmill',
    /^I haven’t found any quotes by Arne Toll on “the sawmill”\.\n\nLatest quotes\n“It hurts”/,
  ],
  ['what did Brisk say about the sawmill', /^Tomas Brisk on “the sawmill” · 1 quote/],
  ['who is the energy minister', /^Tomas Brisk\nEnergy Minister/i],
  ['who is the new energy minister?', /^Tomas Brisk\n.*→ Or Greta Halvorsen\?/s],
  ['what did the energy minister say?', /^Tomas Brisk · 2 quotes/],
  ['who is the former energy minister', /^Greta Halvorsen\n/],
  ['who is Greta Halvorsen', /^Greta Halvorsen\nformer energy minister \[\d\]/],
  ['who is the coach of Vellin Rovers', /^Mila Sandoval\n/],
  ['was Stern found guilty', /^A jury in Orlen on Tuesday convicted/],
  ['did Vogt plead guilty', /^Dana Vogt, .* has pleaded guilty\./],
  ['who is the CEO of Stern Timber', /Dana Vogt/],
  ['what happened in April?', /^Timeline · Apr 2031/],
  ['why did Halvorsen resign', /over a sawmill/],
  ['was Rask convicted?', /^(?!Rask pleaded)/],
  ['who is the harbour master of Dornen', /^(?!The former harbour master)/],
  ['what did Rask say about fraud', /^I haven’t found any quotes by Ola Rask\./],
  ['is Stern Timber insolvent?', /^I found no sentence that answers this; closest:/],
  ['how tall is the tree nursery', /^I found no sentence that answers this; closest:\n\n.*nursery/],
])('%s', async (words, first) => {
  expect(await asked(words)).toMatch(first);
});

test.each<[before: string, words: string, first: RegExp]>([
  ['what did Brisk say', 'and what did Halvorsen answer?', /^Greta Halvorsen · 2 quotes/],
  ['what did Brisk say', 'but when did Halvorsen resign?', /^20 Apr 2031: /],
  ['why did Halvorsen resign', 'what did she say?', /^Greta Halvorsen · 2 quotes/],
  ['who is Halvorsen', 'when did she resign?', /^20 Apr 2031: /],
  ['was hat Brisk gesagt', 'und was hat Halvorsen gesagt?', /^Greta Halvorsen · 2 quotes/],
  ['що сказав Толл', 'а що сказав Бріск?', /^Tomas Brisk · 2 quotes/],
])('after “%s”, “%s” is a question by itself', async (before, words, first) => {
  expect(await asked(words, before)).toMatch(first);
});

test('in a group, one quote is enough where there is none on the words', async () => {
  const text = await asked('What did Brisk say about whales?', undefined, 'group');
  expect(text).toMatch(/^I haven’t found any quotes by Tomas Brisk on “whales”\./);
  expect(text.match(/^“/gm)).toHaveLength(1);
});

test.each<[words: string, first: RegExp]>([
  ['good night', /^Goodbye!/],
  ['hello there', /^Hello!/],
  ['you’re useless', /^Sorry if that/],
  ['are you a robot?', /^I’m a bot/],
  ['who made you', /^I’m a bot/],
  ['tell me a joke', /^I only know the news\./],
  ['gute Nacht', /^Goodbye!/],
  ['ти бот?', /^I’m a bot/],
  ['ты тупой', /^Sorry if that/],
  ['who are the Rovers', /Rovers/],
])('small talk: %s', async (words, first) => {
  expect(await asked(words)).toMatch(first);
});
