import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { languageCodes, messageFiles } from '../../src/languages/languages.ts';
import { dayText, momentText } from '../../src/rendering/days.ts';
import { loadMessages } from '../../src/rendering/messages.ts';
import { messages } from './pages.ts';

const root = join(import.meta.dirname, '../../src');
const code = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter(file => file.endsWith('.ts'))
  .map(file => readFileSync(join(root, file), 'utf8'))
  .join('\n');
const keysOf = (ftl: string) => [...ftl.matchAll(/^([a-z][\w-]*) =/gm)].map(match => match[1]!);
const keys = keysOf(messageFiles('en').join('\n'));
/** `uk quotes { $count }`: each message of a language with the variables in it. */
const variablesIn = (language: string) =>
  new Map(
    messageFiles(language)
      .join('\n')
      .split(/^(?=[a-z][\w-]* =)/m)
      .flatMap(message => {
        const [key] = keysOf(message);
        const names = new Set([...message.matchAll(/\{\s*\$(\w+)/g)].map(([, name]) => name!));
        return key === undefined ? [] : [[key, [...names].sort().join(' ')] as const];
      }),
  );

test('every message that the code says by its key exists', () => {
  const said = [...code.matchAll(/(?:messageKey:\s*|\.say\()'([^']+)'/g)].map(match => match[1]!);
  expect(said.length).toBeGreaterThan(50);
  expect(said.filter(key => !keys.includes(key))).toEqual([]);
});

test('every message is used', () => {
  const composed = [...code.matchAll(/`([\w-]*)\$\{[^}]+\}([\w-]*)`/g)].filter(([, start, end]) =>
    `${start}${end}`.includes('-'),
  );
  const isComposed = (key: string) =>
    composed.some(([, start, end]) => key.startsWith(start!) && key.endsWith(end!));
  const unused = keys.filter(key => !code.includes(`'${key}'`) && !isComposed(key));
  expect(unused).toEqual([]);
});

test.each(languageCodes())('no message is there twice in %s', language => {
  const own = keysOf(messageFiles(language).join('\n'));
  expect(own.filter((key, at) => own.indexOf(key) !== at)).toEqual([]);
});

test.each(languageCodes().slice(1))(
  '%s has the messages that English has, with the same variables',
  language => {
    const [english, own] = [variablesIn('en'), variablesIn(language)];
    const missing = [...english.keys()].filter(key => !own.has(key));
    const surplus = [...own.keys()].filter(key => !english.has(key));
    const different = [...own].flatMap(([key, names]) =>
      !english.has(key) || english.get(key) === names ? [] : [`${key}: ${names} for ${english.get(key)}`],
    );
    const hint = `add a line for each of these to a file in data/languages/${language}`;
    expect({ missing, surplus, different }, hint).toEqual({ missing: [], surplus: [], different: [] });
  },
);

/** Messages that are labels of buttons; the names and words in them come on top, and are cut if need be. */
const onButtons =
  /^(?:button-(?!unknown)|set-|offer-(?:add|watch|read-|no$|open)|packs-to-|inline-|filter-any-|subscribe-(?:everything|done|for-channel|confirm|confirm-now|other-zone|other-time)$|(?:wizard-(?:back|cancel)|forget-(?:yes|no)|share-button)$|subscription-(?:settings|change|pause|resume|delete|undo)$|subscriptions-(?:previous|next)$|sources-(?:next|previous)$|source-(?:details|pause|resume|check|rename|remove|remove-keep|remove-all|undo|back)$|keyboard-\w+-button$|(?:every-day-at|twice-a-day|weekdays-at|weekends-at|every-3-hours|at-once)-short$|change-quiet-none$)/;

test.each(languageCodes())('the labels of buttons in %s fit a phone', language => {
  const own = loadMessages(language);
  const labels = keys.filter(key => onButtons.test(key));
  expect(labels.length).toBeGreaterThan(80);
  const args = { time: '08:00 + 19:00', count: 12, number: 88, most: 20, max: 30 };
  const names = { name: '', words: '', topic: '', title: '', language: '' };
  const long = labels.map(key => own.say(key, { ...args, ...names })).filter(label => [...label].length > 40);
  expect(long).toEqual([]);
});

test.each([
  [
    'uk',
    [1, 2, 5, 11, 14, 21, 22, 1.5],
    '1 стаття, 2 статті, 5 статей, 11 статей, 14 статей, 21 стаття, 22 статті, 1,5 статті',
  ],
  [
    'ru',
    [1, 3, 5, 12, 101, 111, 1.5],
    '1 статья, 3 статьи, 5 статей, 12 статей, 101 статья, 111 статей, 1,5 статьи',
  ],
  ['uk', [Number.POSITIVE_INFINITY], 'понад 1000 статей'],
  ['ru', [Number.POSITIVE_INFINITY], 'более 1000 статей'],
  ['de', [1, 2, Number.POSITIVE_INFINITY], '1 Artikel, 2 Artikel, mehr als 1.000 Artikel'],
])('%s counts %j articles', (language, counts, said) => {
  const own = loadMessages(language);
  expect(counts.map(count => own.say('articles', { count })).join(', ')).toBe(said);
});

test.each([
  ['uk', '27 лип. 2024', 'лип. 2024', 'сб, 27 лип., 08:00'],
  ['de', '27. Juli 2024', 'Juli 2024', 'Sa., 27. Juli, 08:00'],
  ['ru', '27 июл. 2024', 'июль 2024', 'сб, 27 июл., 08:00'],
  ['en-US', '27 Jul 2024', 'Jul 2024', 'Sat 27 Jul, 08:00'],
])('days and moments in %s', (locale, day, month, moment) => {
  expect(dayText('2024-07-27', locale)).toBe(day);
  expect(dayText('2024-07', locale)).toBe(month);
  expect(momentText(Date.UTC(2024, 6, 27, 8), 'UTC', locale)).toBe(moment);
});

test('a count of more than are counted is said to be more than the limit', () => {
  expect(messages.say('articles', { count: Number.POSITIVE_INFINITY })).toBe('more than 1,000 articles');
  expect(messages.say('articles', { count: 1000 })).toBe('1,000 articles');
});

test('a key that does not exist is an error, arguments are cleaned, nothing is put round them', () => {
  expect(() => messages.say('no-such-key')).toThrow('no-such-key');
  expect(messages.say('no-person', { name: 'Ev\u202eil' })).toBe('I haven’t read anything about “Evil”.');
});

test.each(['"two words"', '«two words»', '“two words”'])(
  '%s typed in quotation marks has one pair of them in a message',
  about => {
    expect(loadMessages('en').say('quotes-on', { about })).toBe('Quotes about “two words”');
    expect(loadMessages('de').say('quotes-on', { about })).toBe('Zitate zu „two words“');
    expect(loadMessages('uk').say('found', { words: about, count: 2 })).toMatch(/^«two words»/);
  },
);
