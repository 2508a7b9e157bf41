import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { messages } from './pages.ts';

const root = join(import.meta.dirname, '../../src');
const code = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter(file => file.endsWith('.ts'))
  .map(file => readFileSync(join(root, file), 'utf8'))
  .join('\n');
const folder = join(root, 'rendering/messages');
const ftl = readdirSync(folder)
  .map(file => readFileSync(join(folder, file), 'utf8'))
  .join('\n');
const keys = [...ftl.matchAll(/^([a-z][\w-]*) =/gm)].map(match => match[1]!);

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

test('no message is there twice', () => {
  expect(keys.length).toBe(new Set(keys).size);
});

test('a count of more than are counted is said to be more than the limit', () => {
  expect(messages.say('articles', { count: Number.POSITIVE_INFINITY })).toBe('more than 1,000 articles');
  expect(messages.say('articles', { count: 1000 })).toBe('1,000 articles');
});

test('a key that does not exist is an error, arguments are cleaned, nothing is put round them', () => {
  expect(() => messages.say('no-such-key')).toThrow('no-such-key');
  expect(messages.say('no-person', { name: 'Ev\u202eil' })).toBe('I haven’t read anything about “Evil”.');
});
