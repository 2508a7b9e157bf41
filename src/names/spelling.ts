import { distance } from 'fastest-levenshtein';
import { memoize } from '../system/memoize.ts';

/**
 * The respellings by which transliterations of one name become one, applied in order. Each says which
 * difference between romanization systems or languages it removes.
 */
const respellings: readonly (readonly [pattern: RegExp, replacement: string])[] = [
  [/['.-]/g, ''],
  [/^kh(?=a?d)/, 'k'],
  // Ё is written yo, e, and after some letters o: Fyodor and Fedor, Gorbachov and Gorbachev.
  [/(?<=[^aeiouy])yo(?=[^aeiouyn])/, 'e'],
  [/(?<=ch|sh|zh)ov$/, 'ev'],
  // Belarusian writes the unstressed o as a, and softened consonants with an s or a z.
  [/enka$/, 'enko'],
  [/^tsi(?=[kh])/, 'ti'],
  [/ou(?=sk)/, 'ov'],
  // Ö and ü without their dots.
  [/(?<=^|[^aeiouq])([ou])e(?=[^aeiouy])/, '$1'],
  [/^dj/, 'd'],
  [/dj(?=[aou])/, 'j'],
  [/ic$/, 'ich'],
  [/dh(?=[aeiou])/g, 'd'],
  [/th(?=[aeiou])/g, 't'],
  [/tsch|tch|cz|tsh/g, 'ch'],
  [/sch/g, 'sh'],
  [/kh/g, 'h'],
  [/ph/g, 'f'],
  [/ck|q/g, 'k'],
  [/c(?![hiey])/g, 'k'],
  [/x/g, 'ks'],
  [/w/g, 'v'],
  [/ou|oo/g, 'u'],
  [/j(?![aeou])/g, 'i'],
  [/y/g, 'i'],
  [/(.)\1+/g, '$1'],
  [/(ei|ie|iei)$/, 'i'],
  [/i(?=[eauo])/g, ''],
  [/f$/, 'v'],
];

/** A folded word respelt so that its transliterations are equal: Sergey and Sergei, Zelensky and Zelenskyy. Never shown. */
export const canonical: (word: string) => string = memoize(word =>
  respellings.reduce((text, [pattern, replacement]) => text.replace(pattern, replacement), word),
);

/** The consonants of a word, those often written for one another made equal: the key by which spellings are looked up. */
export const consonantSkeleton: (word: string) => string = memoize(word => {
  const sound = canonical(word)
    .replace(/^[gk](?=[aou])/, 'k')
    .replace(/ch|sh|zh|j/g, 'c')
    .replace(/z/g, 's')
    .replace(/f/g, 'v')
    .replace(/h/g, '');
  const consonants = (/^[aeiou]/.test(sound) ? 'a' : '') + sound.replace(/[aeiou]/g, '');
  return consonants.replace(/(.)\1+/g, '$1') || sound;
});

/** Whether two folded words of one article are spellings of one: equal but for transliteration or one typo. */
export function nearlySame(a: string, b: string): boolean {
  if (a === b) return true;
  if (a.length > 3 && b.length > 3 && canonical(a) === canonical(b)) return true;
  return a.length >= 5 && b.length >= 5 && a[0] === b[0] && distance(a, b) <= 1;
}

/** Whether two folded words differ in doubled letters, an h or by transliteration only: Olsson and Ohlsson, Meyer and Meier. */
export function spelledAlike(a: string, b: string): boolean {
  return canonical(a.replaceAll('h', '')) === canonical(b.replaceAll('h', ''));
}

/** A word's vowels, those made equal that transliterations mix: Mohammed and Muhammad, but not Hansen and Hanson. */
export function vowels(word: string): string {
  return word
    .replace(/[^aeiou]/g, '')
    .replace(/e/g, 'a')
    .replace(/u/g, 'o');
}

/** Whether the longer of two long words only has one more vowel, between two consonants: Zawahiri and Zawahri. */
export function differsByVowel(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length < 6 || long.length !== short.length + 1) return false;
  let at = 0;
  while (short[at] === long[at]) at++;
  const isVowel = (letter: string | undefined) => letter !== undefined && /[aeiou]/.test(letter);
  const isBetween = at > 0 && at < long.length - 1 && !isVowel(long[at - 1]) && !isVowel(long[at + 1]);
  return isBetween && isVowel(long[at]) && short.slice(at) === long.slice(at + 1);
}

/** How alike two surnames are: equal but for transliteration, alike by consonants and vowels, by consonants alone, or not. */
export function surnameSimilarity(a: string, b: string): 'same' | 'near' | 'faint' | 'clash' {
  const [x, y] = [canonical(a), canonical(b)];
  if (x === y) return 'same';
  if (a.length < 5 || b.length < 5 || consonantSkeleton(a) !== consonantSkeleton(b)) return 'clash';
  // Orlan and Urlan begin with different letters in every script.
  const isSameStart = x[0] === y[0] || !(/^[aeiou]/.test(x) && /^[aeiou]/.test(y));
  if (isSameStart && (vowels(x) === vowels(y) || differsByVowel(x, y))) return 'near';
  return distance(x, y) <= (Math.min(x.length, y.length) >= 6 ? 2 : 1) ? 'faint' : 'clash';
}

/** Whether a folded word can be meant for another: nearly the same sound, and no more than a slip or two apart. */
export function soundsLike(a: string, b: string): boolean {
  // An h at the end is not heard, and is not written in every script.
  const [x, y] = [canonical(a).replace(/h$/, ''), canonical(b).replace(/h$/, '')];
  if (x === y) return true;
  return (
    consonantSkeleton(a) === consonantSkeleton(b) &&
    distance(x, y) <= Math.max(1, Math.floor(Math.min(x.length, y.length) / 3))
  );
}
