import { fold } from '../text/fold.ts';
import { remembered } from '../text/memoize.ts';
import { familyFirst } from '../text/word-lists.ts';

/** A person's name taken apart, all in folded form. */
export type Name = {
  /** Given names in order, an initial as one letter. */
  given: string[];
  surname: string;
  /** `jr`, `sr`, `ii` … or ''. */
  suffix: string;
  /** All words in order, particles left out. */
  words: string[];
};

const titles =
  /^(mr|mrs|ms|miss|mx|dr|prof|sir|dame|lord|lady|sen|rep|gov|gen|col|lt|capt|sgt|president|premier|minister|senator|governor|secretary|chancellor|pope|king|queen|prince|princess)$/;
const suffixes = /^(jr|sr|ii|iii|iv)$/;
const particles = /^(al|el|bin|ibn|ben|van|von|de|der|den|del|della|di|da|du|dos|la|le|los|las|ter|ten|y|e)$/;

/** What a name is made of; null if there is no letter in it. `Al-Assad` and `Assad` are one surname. */
export const nameOf: (text: string) => Name | null = remembered(takenApart);

function takenApart(text: string): Name | null {
  const folded = fold(text)
    .replace(/\b(al|el)-/g, '$1 ')
    .replace(/-/g, '');
  const all = folded.replace(/\./g, '. ').match(/[a-z]+/g) ?? [];
  while (all.length > 1 && titles.test(all[0]!)) all.shift();
  const suffix = all.length > 1 && suffixes.test(all.at(-1)!) ? all.pop()! : '';
  const words = all.length > 1 ? all.filter((word, at) => at === 0 || !particles.test(word)) : all;
  if (words.length > 1 && particles.test(words[0]!) && words[0]!.length > 1) words.shift();
  if (words.length === 0) return null;
  if (words.length > 1 && familyFirst.has(words[0]!) && !familyFirst.has(words.at(-1)!))
    return { given: [words.slice(1).join('')], surname: words[0]!, suffix, words };
  return { given: words.slice(0, -1), surname: words.at(-1)!, suffix, words };
}

/** A word with the spellings made one in which transliterations of it differ. */
export const canonical: (word: string) => string = remembered(spelledOne);

function spelledOne(word: string): string {
  return (
    word
      .replace(/^kh(?=a?d)/, 'k')
      // Ё is written yo, e, and behind some letters o: Fyodor and Fedor, Gorbachov and Gorbachev.
      .replace(/(?<=[^aeiouy])yo(?=[^aeiouyn])/, 'e')
      .replace(/(?<=ch|sh|zh)ov$/, 'ev')
      // Belarusian writes the unstressed o as a.
      .replace(/enka$/, 'enko')
      // Ö and ü without their dots.
      .replace(/(?<=^|[^aeiouq])([ou])e(?=[^aeiouy])/, '$1')
      .replace(/^dj/, 'd')
      .replace(/ic$/, 'ich')
      .replace(/(dh|th)(?=[aeiou])/g, letter => letter[0]!)
      .replace(/tsch|tch|cz|tsh/g, 'ch')
      .replace(/sch/g, 'sh')
      .replace(/kh/g, 'h')
      .replace(/ph/g, 'f')
      .replace(/ck|q/g, 'k')
      .replace(/c(?![hiey])/g, 'k')
      .replace(/x/g, 'ks')
      .replace(/w/g, 'v')
      .replace(/ou|oo/g, 'u')
      .replace(/j(?![aeou])/g, 'i')
      .replace(/y/g, 'i')
      .replace(/(.)\1+/g, '$1')
      .replace(/(ei|ie|iei)$/, 'i')
      .replace(/i(?=[eauo])/g, '')
      .replace(/f$/, 'v')
  );
}

/** The consonants of a word, those often written for one another made one: by this spellings are looked for. */
export const skeleton: (word: string) => string = remembered(bonesOf);

function bonesOf(word: string): string {
  const sound = canonical(word)
    .replace(/^[gk](?=[aou])/, 'k')
    .replace(/ch|sh|zh|j/g, 'c')
    .replace(/z/g, 's')
    .replace(/f/g, 'v')
    .replace(/h/g, '');
  const bones = (/^[aeiou]/.test(sound) ? 'a' : '') + sound.replace(/[aeiou]/g, '');
  return bones.replace(/(.)\1+/g, '$1') || sound;
}

/** The whole name without its spaces: `Kim Jong-un` and `Kim Jong Un` are one. */
export function wholeOf(name: Name): string {
  return canonical(name.words.join(''));
}
