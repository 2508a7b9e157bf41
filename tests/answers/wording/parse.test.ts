import { expect, test } from 'vitest';
import { parseQuestion, questionFrom } from '../../../src/answers/asking/registry.ts';
import { renderPlain } from '../../../src/rendering/plain.ts';
import { messages } from '../../rendering/pages.ts';

const examples = {
  person: 'Ada Lovelace',
  topic: 'Engines',
  article: 'Sketch of the',
  story: 'Notes on the Engine',
  year: '1843',
};
const wrong = (command: string, rest: string) => {
  const parsed = parseQuestion(command, rest, examples);
  return 'wrong' in parsed ? renderPlain(parsed.wrong, messages) : parsed;
};

test.each([
  ['/who  Ada   Lovelace', { kind: 'who', name: 'Ada Lovelace' }],
  ['/WHO@some_bot Ada', { kind: 'who', name: 'Ada' }],
  ['/quotes Ada', { kind: 'quotes', name: 'Ada' }],
  ['/quotes Ada Lovelace about the engine', { kind: 'quotes', name: 'Ada Lovelace', about: 'the engine' }],
  ['/quotes Ada engine', { kind: 'quotes', name: 'Ada engine' }],
  ['/quotes about the engine', { kind: 'quotes', about: 'the engine' }],
  ['/quotes Ada about', { kind: 'quotes', name: 'Ada' }],
  ['/topics', { kind: 'topics' }],
  ['/latest', { kind: 'latest' }],
  ['/latest about the engine', { kind: 'latest', about: 'the engine' }],
  ['/ask when did it run?', { kind: 'ask', question: 'when did it run?' }],
  ['/topic #7', { kind: 'topic', topic: '#7' }],
  ['/story the engine', { kind: 'story', story: 'the engine' }],
  ['/article #a 1', { kind: 'article', article: '#a 1' }],
  ['/search two words', { kind: 'search', words: 'two words' }],
  ['/context 5-9 a 1', { kind: 'context', article: 'a 1', start: 5, end: 9 }],
  ['/filter topic:a%20b person:7 2022..', { kind: 'filter', topic: 'a b', person: '7', from: '2022' }],
])('%s', (text, question) => {
  expect(questionFrom(text)).toEqual(question);
});

test.each([
  ['', {}],
  ['Ada', { about: 'Ada' }],
  ['2022', { from: '2022', to: '2022' }],
  ['Ada 2022-02-21..2022-03', { about: 'Ada', from: '2022-02-21', to: '2022-03' }],
  ['2022-02-21 .. 2022-3-1', { from: '2022-02-21', to: '2022-03-01' }],
  ['..2022-03', { to: '2022-03' }],
  ['Ada 2022-02..', { about: 'Ada', from: '2022-02' }],
  ['Feb 2022', { from: '2022-02', to: '2022-02' }],
  ['Ada in February 2022', { about: 'Ada', from: '2022-02', to: '2022-02' }],
  ['Ada Foster 2022', { about: 'Ada Foster', from: '2022', to: '2022' }],
  ['feb..march 2022', { from: '2022-02', to: '2022-03' }],
  ['21 Feb – 3 March 2022', { from: '2022-02-21', to: '2022-03-03' }],
  ['from February 21, 2022 to Mar 2022', { from: '2022-02-21', to: '2022-03' }],
  ['Ada since Sept. 2021', { about: 'Ada', from: '2021-09' }],
  ['until 2022', { to: '2022' }],
  ['2022-03..2022-02', { from: '2022-02', to: '2022-03' }],
  ['Ada in late February 2022', { about: 'Ada', from: '2022-02-21', to: '2022-02-28' }],
  ['mid-March 2022', { from: '2022-03-11', to: '2022-03-20' }],
  ['Ada at the beginning of April 2022', { about: 'Ada', from: '2022-04-01', to: '2022-04-10' }],
  ['the second half of 2022', { from: '2022-07', to: '2022-12' }],
  ['Ada since late 2021', { about: 'Ada', from: '2021-09' }],
  ['the late Foster 2022', { about: 'the late Foster', from: '2022', to: '2022' }],
  ['#12 2022', { about: '#12', from: '2022', to: '2022' }],
  ['April March', { about: 'April March' }],
  ['Area 51', { about: 'Area 51' }],
])('/timeline %s', (typed, expected) => {
  expect(parseQuestion('timeline', typed)).toEqual({ kind: 'timeline', ...expected });
});

test('a day that the calendar does not have is refused, with how to write one', () => {
  expect(wrong('timeline', 'Ada 2022-02-30')).toMatch(
    /^“2022-02-30” isn’t a valid date.*\n\nFor example:\n\n• \/timeline 1843-02-21\.\.1843-03$/s,
  );
  expect(wrong('timeline', '2022-13..2023')).toContain('“2022-13”');
});

test('what is missing is asked for, with names that the library has', () => {
  expect(wrong('who', ' ')).toBe('Who? Add a name after the command.\n\nFor example:\n\n• /who Ada Lovelace');
  expect(wrong('quotes', '')).toContain('• /quotes Ada Lovelace about engines');
  expect(wrong('quotes', 'about')).toContain('Whose quotes?');
  expect(wrong('topic', '')).toContain('/topic Engines');
  expect(wrong('story', '')).toContain('/story Notes on the Engine');
  expect(wrong('article', '')).toContain('/article Sketch of the');
  expect(wrong('search', '')).toContain('/search Ada Lovelace');
  const unread = parseQuestion('who', '');
  expect('wrong' in unread && renderPlain(unread.wrong, messages)).toBe('Who? Add a name after the command.');
});

test('an unknown command is answered', () => {
  expect(wrong('/Frobnicate', 'x')).toBe(
    'I don’t know the command /frobnicate. See /help for what you can ask.',
  );
});
