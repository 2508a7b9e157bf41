import { expect, test } from 'vitest';
import { randomFrom } from '../bench/invented.ts';
import { allPatterns, textOf, writtenIn } from './patterns.ts';
import { faultOf, hashOf, passed } from './verdict.ts';

/** Of those that have passed, so many short ones are looked at anew. */
const sample = 3;

test('recheck has passed every regular expression', { timeout: 180_000 }, async () => {
  const patterns = await allPatterns();
  expect(patterns.length).toBeGreaterThan(600);
  const known = passed();
  const unknown = patterns.filter(one => !known.has(hashOf(one)));
  const random = randomFrom(8);
  const short = patterns.filter(({ source, flags }) => source.length < 40 && !flags.includes('u'));
  const again = Array.from({ length: sample }, () => short[Math.floor(random() * short.length)]!);
  const faults = [...unknown, ...again].flatMap(pattern => {
    const fault = faultOf(pattern);
    return fault === null ? [] : [`src/${pattern.at}: ${textOf(pattern)}: ${fault}`];
  });
  expect(faults).toEqual([]);
});

test('a pattern that takes the square of the length is found', () => {
  expect(faultOf({ at: '', source: ' +$', flags: '' })).toMatch(/2nd degree/);
  expect(faultOf({ at: '', source: '^ +$', flags: '' })).toBeNull();
});

test('every pattern of a code is found, and where others are built', () => {
  const code =
    'const half = (all: number) => all / 2 / 1; // no /pattern/\nif (half(2) > 1) /a[/]b/gi.test(`/x/`);\n' +
    'export const made: RegExp = new RegExp("c");\nexport const is = (one: unknown) => one instanceof RegExp;';
  expect(writtenIn('some.ts', code)).toEqual({
    literals: [{ at: 'some.ts:2', source: 'a[/]b', flags: 'gi' }],
    builtAt: ['some.ts:3'],
  });
});
