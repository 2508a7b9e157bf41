import { joinedName, twoWords } from '../../names/agreement.ts';
import type { PersonName } from '../../names/name.ts';
import { canonical, consonantSkeleton } from '../../names/spelling.ts';
import { nameOf } from './name.ts';

/**
 * What a person can be looked up by, each with a letter before it: `f` the whole name, `s` surname and
 * initial, `k` the surname's skeleton and initial, `w` any word of the name, `x` any word's skeleton.
 */
export function keysOf(names: readonly string[]): Set<string> {
  const keys = new Set<string>();
  for (const text of names) {
    const name = nameOf(text);
    if (!name) continue;
    const initial = name.given[0]?.[0] ?? '';
    if (name.words.length > 1) keys.add(`f:${joinedName(name)}`);
    keys.add(`s:${canonical(name.surname)}|${initial}`);
    // The first of two surnames may stand for both.
    if (name.given.length > 1) keys.add(`s:${canonical(name.words.at(-2)!)}|${initial}`);
    keys.add(`k:${consonantSkeleton(name.surname)}|${initial}`);
    for (const word of searchWords(name)) {
      keys.add(`w:${word}`);
      if (word.length > 2) keys.add(`x:${consonantSkeleton(word)}`);
    }
  }
  return keys;
}

/** The ranges of keys in which a person of this name may stand already: `[from, to)` each. */
export function mergeRanges(name: PersonName): [string, string][] {
  // A nickname may begin with another letter, so under one surname everybody is looked at.
  const surname = (key: string): [string, string] => [`${key}|`, `${key}}`];
  const initial = name.given[0]?.[0] ?? '';
  const ranges = [surname(`s:${canonical(name.surname)}`), surname(`k:${consonantSkeleton(name.surname)}`)];
  if (initial === '') return ranges;
  // Where very many bear a surname, those of the same initial must not be missed.
  const exact = [`f:${joinedName(name)}`, `s:${canonical(name.surname)}|${initial}`];
  if (name.given.length > 1) exact.push(`s:${canonical(name.words.at(-2)!)}|${initial}`);
  // In some texts the surname comes first.
  const two = twoWords(name);
  if (two) exact.push(`f:${canonical(two[1] + two[0])}`, `s:${two[0]}|${two[1][0]}`);
  return [...exact.map(one), ...ranges];
}

/** The words under which a name is found; initials are none. */
export function searchWords(name: PersonName): string[] {
  const words = [...name.words, name.surname].filter(word => word.length > 1);
  if (name.words.length > 2) words.push(name.words.slice(-2).join(''));
  return [...new Set(words)];
}

const one = (key: string): [string, string] => [key, `${key}\u0001`];
