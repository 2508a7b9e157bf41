import type { NameLists, PersonName } from './name.ts';
import { canonical, consonantSkeleton, differsByVowel, surnameSimilarity, vowels } from './spelling.ts';
import { patronymic } from './vocabulary.ts';

/**
 * How well two names can be one person's:
 * - `same`: surname and given name agree;
 * - `initial`: the surname agrees, of a given name one side has the initial only;
 * - `surname`: the surname agrees, one side has nothing else;
 * - `part`: one side lacks the second surname;
 * - `near…`: as before, but the surnames only have the same consonants, or one side alone has a Jr.
 *   or III after it;
 * - `clash`: they are two people, as always where a word of one alone mixes scripts.
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

/** The whole name without spaces: `Kim Jong-un` and `Kim Jong Un` are one. */
export function joinedName(name: PersonName): string {
  return canonical(name.words.join(''));
}

/** Compares two names; the nicknames of `lists` count as the names they are short for. */
export function agreement(a: PersonName, b: PersonName, lists: NameLists): Agreement {
  if (a.mixed !== b.mixed) return 'clash';
  const suffix = suffixAgreement(a, b);
  const whole = a.words.length > 1 && b.words.length > 1 && joinedName(a) === joinedName(b);
  if (whole && suffix === 'same') return 'same';
  if (suffix === 'same' && (lacksSecondSurname(a, b) || lacksSecondSurname(b, a))) return 'part';
  const reversed = suffix === 'same' ? reversal(a, b, lists) : null;
  if (reversed !== null) return reversed;
  const surname = surnameSimilarity(a.surname, b.surname);
  if (surname === 'clash' || suffix === 'clash') return 'clash';
  const given = givenNames(a.given, b.given, lists);
  if (given === 'clash') return 'clash';
  if (suffix === 'open') return given === 'none' ? 'near-surname' : 'near-initial';
  if (surname === 'same') return given === 'none' ? 'surname' : given;
  if (surname === 'faint') return given === 'none' ? 'near-surname' : 'near-initial';
  return given === 'none' ? 'near-surname' : given === 'same' ? 'near' : 'near-initial';
}

/** `Mammadov Rashad` and `Rashad Mammadov`, `Rashad Ivanovich Mammadov`: which name comes first depends on the text. */
function reversal(a: PersonName, b: PersonName, lists: NameLists): Agreement | null {
  const [x, y] = [twoWords(a), twoWords(b)];
  if (!x || !y || x[0] === x[1] || x[0] !== y[1] || x[1] !== y[0]) return null;
  return hasKnownOrder(a, lists) ? 'initial' : 'near-initial';
}

/** The two words of a name, spelled alike, that may come in either order; null where there are more, or initials. */
export function twoWords({ words }: PersonName): [string, string] | null {
  const two = words.length === 3 && patronymic.test(words[1]!) ? [words[0]!, words[2]!] : words;
  if (two.length !== 2 || two.some(word => word.length < 2)) return null;
  return [canonical(two[0]!), canonical(two[1]!)];
}

/** Whether one of two words can only be the given name: `Orlenko Viktor` and `Viktor Orlenko` are one, `Ali Kazem` and `Kazem Ali` may be two. */
function hasKnownOrder({ words }: PersonName, { female, male, surnames }: NameLists): boolean {
  const given = words.filter(word => female.has(word) || male.has(word));
  return given.length === 1 && !surnames.has(given[0]!);
}

function lacksSecondSurname(short: PersonName, long: PersonName): boolean {
  return (
    short.given.length > 0 &&
    short.given[0]!.length > 1 &&
    long.words.length === short.words.length + 1 &&
    short.words.every((word, at) => canonical(word) === canonical(long.words[at]!))
  );
}

/** A Jr. is not his father, though the suffix is often left out; a surname alone may be either's. */
function suffixAgreement(a: PersonName, b: PersonName): 'same' | 'open' | 'clash' {
  if (a.suffix === b.suffix) return 'same';
  if (a.suffix !== '' && b.suffix !== '') return 'clash';
  return a.given.length > 0 && b.given.length > 0 ? 'open' : 'same';
}

function givenNames(a: string[], b: string[], lists: NameLists): 'same' | 'initial' | 'none' | 'clash' {
  if (a.length === 0 || b.length === 0) return 'none';
  if (middleNamesClash(a, b, lists)) return 'clash';
  const first = compareGiven(a[0]!, b[0]!, lists);
  if (first === 'same') return 'same';
  // Some are known by a second given name: Mitt for Willard Mitt. Where it is the second of both, as in Héctor and
  // Emilio Arriaga Ponce, it is the first of two surnames.
  const isKnownBy = (known: string, names: string[]) =>
    known.length > 2 && names.some(name => name.length > 2 && compareGiven(known, name, lists) === 'same');
  if (isKnownBy(a[0]!, b) || isKnownBy(b[0]!, a)) return 'same';
  return first;
}

/** `Anna P. Holm` and `Anna R. Holm`: the same first name, and middle names of which one is not short for the other. */
export function middleNamesClash(a: string[], b: string[], lists: NameLists): boolean {
  const [x, y] = [a[1], b[1]];
  return x !== undefined && y !== undefined && a[0] === b[0] && compareGiven(x, y, lists) === 'clash';
}

/** Compares two given names of bearers of one surname. */
export function compareGiven(a: string, b: string, lists: NameLists): 'same' | 'initial' | 'clash' {
  if (a === b && a.length > 1) return 'same';
  if (a.length === 1 || b.length === 1) return a[0] === b[0] ? 'initial' : 'clash';
  const [x, y] = [canonical(a), canonical(b)];
  if (x === y || shareNickname(a, b, lists)) return 'same';
  const [short, long] = x.length < y.length ? [x, y] : [y, x];
  // `Daniel` and `Danielle`, `Paul` and `Pauline`: a man and a woman.
  if (
    short.length >= 3 &&
    long.startsWith(short) &&
    long.length - short.length >= 2 &&
    !/(?:[ai]|[ln]e|ete)$/.test(long)
  )
    return 'same';
  if (differsByVowel(x, y)) return 'initial';
  const soundsAlike =
    a.length >= 5 &&
    b.length >= 5 &&
    consonantSkeleton(a) === consonantSkeleton(b) &&
    vowels(x) === vowels(y) &&
    // A final a or e distinguishes a woman's name from a man's.
    x.endsWith('a') === y.endsWith('a') &&
    x.endsWith('e') === y.endsWith('e');
  return soundsAlike ? 'same' : 'clash';
}

/** Whether two given names are one in another language or a short form of it. */
export function shareNickname(a: string, b: string, { nicknames }: NameLists): boolean {
  const groups = nicknames.get(a) ?? [];
  return (nicknames.get(b) ?? []).some(group => groups.includes(group));
}
