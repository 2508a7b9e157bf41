import { wordsIn } from './fold.ts';

/** Shorter words are too much like others in their other forms. */
const shortest = 4;
/** Words in -s that are no plurals, or mean something else than what they seem to be the plural of. */
const noPlurals = new Set(
  'always arms besides christmas customs gas goods headquarters innings lens means news perhaps series species spectacles'.split(
    ' ',
  ),
);
const irregular = [
  ['child', 'children'],
  ['crisis', 'crises'],
  ['half', 'halves'],
  ['knife', 'knives'],
  ['leaf', 'leaves'],
  ['life', 'lives'],
  ['policeman', 'policemen'],
  ['policewoman', 'policewomen'],
  ['thief', 'thieves'],
  ['wife', 'wives'],
  ['wolf', 'wolves'],
  ['woman', 'women'],
] as const;
const irregularForms = new Map<string, string>(
  irregular.flatMap(([one, many]) => [
    [one, many],
    [many, one],
  ]),
);

/**
 * The singular of a folded English word, or the plural that does not begin with it: `sanction` for `sanctions`,
 * `policies` for `policy`. Null if there is none.
 */
export function otherNumber(word: string): string | null {
  if (word.length < shortest || /\d/.test(word)) return null;
  const known = irregularForms.get(word);
  if (known !== undefined) return known;
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  if (!/[^aisu]s$|[^aeiou]as$/.test(word) || /ics$/.test(word) || noPlurals.has(word)) return null;
  if (/[^aeiou]ies$/.test(word) && word.length > shortest + 1) return `${word.slice(0, -3)}y`;
  return word.slice(0, /(?:ch|o|sh|ss|x|zz)es$/.test(word) ? -2 : -1);
}

/** A folded word, and its singular or plural if that does not begin with it. */
export function numbersOf(word: string): string[] {
  const other = otherNumber(word);
  return other === null ? [word] : [word, other];
}

/** What tests whether a folded word begins with another, or is that one's other number. */
export function formTest(word: string): (own: string) => boolean {
  const other = otherNumber(word);
  return own => own.startsWith(word) || own === other;
}

/** Whether a folded text has a word that begins with another, or that one's other number. */
export function hasFormOf(folded: string, word: string): boolean {
  return wordsIn(folded).some(formTest(word));
}
