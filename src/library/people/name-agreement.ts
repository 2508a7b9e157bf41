import { distance } from 'fastest-levenshtein';
import { nicknameGroups } from '../text/word-lists.ts';
import { canonical, type Name, skeleton, wholeOf } from './name.ts';

/**
 * How well two names can be one person's:
 * - `same`: surname and given name agree;
 * - `initial`: the surname agrees, of a given name one side has the initial only;
 * - `surname`: the surname agrees, one side has nothing else;
 * - `part`: one side lacks the second surname;
 * - `near…`: as before, but the surnames are alike only by their consonants, one side alone has a Jr.
 *   or III behind it;
 * - `clash`: they are two people.
 */
export type Agreement =
  | 'same'
  | 'initial'
  | 'surname'
  | 'part'
  | 'near'
  | 'near-initial'
  | 'near-surname'
  | 'clash';

export function agreement(a: Name, b: Name): Agreement {
  const suffix = suffixes(a, b);
  const whole = a.words.length > 1 && b.words.length > 1 && wholeOf(a) === wholeOf(b);
  if (whole && suffix === 'same') return 'same';
  if (suffix === 'same' && (begins(a, b) || begins(b, a))) return 'part';
  const surname = surnames(a.surname, b.surname);
  if (surname === 'clash' || suffix === 'clash') return 'clash';
  const given = givenNames(a.given, b.given);
  if (given === 'clash') return 'clash';
  if (suffix === 'open') return given === 'none' ? 'near-surname' : 'near-initial';
  if (surname === 'same') return given === 'none' ? 'surname' : given;
  if (surname === 'faint') return given === 'none' ? 'near-surname' : 'near-initial';
  return given === 'none' ? 'near-surname' : given === 'same' ? 'near' : 'near-initial';
}

/** Whether a full name is another one with a second surname left out. */
function begins(short: Name, long: Name): boolean {
  return (
    short.given.length > 0 &&
    short.given[0]!.length > 1 &&
    long.words.length === short.words.length + 1 &&
    short.words.every((word, at) => canonical(word) === canonical(long.words[at]!))
  );
}

function surnames(a: string, b: string): 'same' | 'near' | 'faint' | 'clash' {
  const [x, y] = [canonical(a), canonical(b)];
  if (x === y) return 'same';
  if (a.length < 5 || b.length < 5 || skeleton(a) !== skeleton(b)) return 'clash';
  // Orlan and Urlan begin with different letters in every script.
  const isSameStart = x[0] === y[0] || !(/^[aeiou]/.test(x) && /^[aeiou]/.test(y));
  if (isSameStart && (vowelsOf(x) === vowelsOf(y) || lacksVowel(x, y))) return 'near';
  return distance(x, y) <= (Math.min(x.length, y.length) >= 6 ? 2 : 1) ? 'faint' : 'clash';
}

/** Whether the longer of two long words only has a vowel more, between two other letters: Zawahiri and Zawahri. */
function lacksVowel(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length < 6 || long.length !== short.length + 1) return false;
  let at = 0;
  while (short[at] === long[at]) at++;
  const isVowel = (letter: string | undefined) => letter !== undefined && /[aeiou]/.test(letter);
  const isBetween = at > 0 && at < long.length - 1 && !isVowel(long[at - 1]) && !isVowel(long[at + 1]);
  return isBetween && isVowel(long[at]) && short.slice(at) === long.slice(at + 1);
}

/** A word's vowels, those made one that transliterations mix: Mohammed and Muhammad, but not Hansen and Hanson. */
function vowelsOf(word: string): string {
  return word
    .replace(/[^aeiou]/g, '')
    .replace(/e/g, 'a')
    .replace(/u/g, 'o');
}

/** A Jr. is not his father, though the two letters are often left out; a surname alone may be either's. */
function suffixes(a: Name, b: Name): 'same' | 'open' | 'clash' {
  if (a.suffix === b.suffix) return 'same';
  if (a.suffix !== '' && b.suffix !== '') return 'clash';
  return a.given.length > 0 && b.given.length > 0 ? 'open' : 'same';
}

function givenNames(a: string[], b: string[]): 'same' | 'initial' | 'none' | 'clash' {
  if (a.length === 0 || b.length === 0) return 'none';
  if (middleClash(a, b)) return 'clash';
  const first = oneGiven(a[0]!, b[0]!);
  if (first === 'same') return 'same';
  // Somebody known by the second given name: Mitt for Willard Mitt.
  const full = (names: string[]) => names.filter(name => name.length > 2);
  if (full(a).some(x => full(b).some(y => oneGiven(x, y) === 'same'))) return 'same';
  return first;
}

function middleClash(a: string[], b: string[]): boolean {
  const [x, y] = [a[1], b[1]];
  return x !== undefined && y !== undefined && a[0] === b[0] && oneGiven(x, y) === 'clash';
}

function oneGiven(a: string, b: string): 'same' | 'initial' | 'clash' {
  if (a === b && a.length > 1) return 'same';
  if (a.length === 1 || b.length === 1) return a[0] === b[0] ? 'initial' : 'clash';
  const [x, y] = [canonical(a), canonical(b)];
  if (x === y) return 'same';
  const [groupsA, groupsB] = [nicknameGroups.get(a), nicknameGroups.get(b)];
  if (groupsA && groupsB && [...groupsA].some(group => groupsB.has(group))) return 'same';
  const [short, long] = x.length < y.length ? [x, y] : [y, x];
  if (short.length >= 3 && long.startsWith(short) && long.length - short.length >= 2 && !/[ai]$/.test(long))
    return 'same';
  if (lacksVowel(x, y)) return 'initial';
  const sounds = a.length >= 5 && b.length >= 5 && skeleton(a) === skeleton(b) && vowelsOf(x) === vowelsOf(y);
  return sounds && genderless(x, y) ? 'same' : 'clash';
}

/** Whether two given names differ by more than the ending that parts a woman's from a man's. */
function genderless(a: string, b: string): boolean {
  return a.endsWith('a') === b.endsWith('a');
}
