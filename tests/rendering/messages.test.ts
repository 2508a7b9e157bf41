import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { languageCodes, messageFiles } from '../../src/languages/languages.ts';
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

test('a count of more than are counted is said to be more than the limit', () => {
  expect(messages.say('articles', { count: Number.POSITIVE_INFINITY })).toBe('more than 1,000 articles');
  expect(messages.say('articles', { count: 1000 })).toBe('1,000 articles');
});

test('a key that does not exist is an error, arguments are cleaned, nothing is put round them', () => {
  expect(() => messages.say('no-such-key')).toThrow('no-such-key');
  expect(messages.say('no-person', { name: 'Ev\u202eil' })).toBe('I haven’t read anything about “Evil”.');
});
