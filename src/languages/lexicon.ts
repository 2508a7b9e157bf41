import { distance } from 'fastest-levenshtein';
import { z } from 'zod';

const stems = z.record(z.string(), z.array(z.string().min(1))).default({});

/**
 * `news-words.json` of a language: the commonest words of the news by their English, each as the stems of its forms,
 * which `endings` may follow. A stem of several words is a phrase, each word of which has an ending.
 */
export const newsWords = z.strictObject({
  endings: z.array(z.string()).default([]),
  /** Those of offices besides, such as the ones of women. */
  officeEndings: z.array(z.string()).default([]),
  /** What may stand between the parts of a compound; none where words aren't compounded. */
  joints: z.array(z.string()).default([]),
  nouns: stems,
  /** Several English words, separated by `|`, are tried one after another. */
  offices: stems,
  /** What a minister is responsible for. */
  fields: stems,
  /** What makes an office another one: `former`, `deputy`. */
  ranks: stems,
});

export type NewsWords = z.infer<typeof newsWords>;

type Kind = 'noun' | 'office' | 'field' | 'rank';
type Entry = { stems: string[]; english: string; kind: Kind };

/** A word or phrase that is known: its English words, the best first, and how many words of the text it takes. */
type Known = { english: string; kind: Kind; length: number };

/** The words of the news in one language. */
export type Lexicon = {
  language: string;
  script: string;
  /** What the words from `at` on mean, the longest phrase first; null if they are not known. */
  at(words: readonly Word[], at: number, kinds?: readonly Kind[]): Known | null;
  /** `Golanhöhen`: a word that ends with one of the news, with what is before that as it is typed. */
  partly(word: Word): { before: string; english: string } | null;
  /** As `at` for one word with a slip of the finger in it. */
  mistyped(word: Word): Known | null;
};

/** A word of a text, with the form that is compared and its UTF-16 offsets. */
export type Word = { text: string; folded: string; start: number; end: number };

/** A word however it is typed: in lower case, without apostrophes, `ё` as `е`, `ä` as `ae`, `ß` as `ss`. */
export function foldedWord(word: string): string {
  return word
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’ʼ`´]/g, '')
    .replace(/[ёґäöüß]/g, letter => spelledOut[letter]!);
}

const spelledOut: Record<string, string> = { ё: 'е', ґ: 'г', ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' };

/** The words of a text; those with a hyphen are two. */
export function wordsIn(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’ʼ]*/gu)].map(({ 0: word, index }) => ({
    text: word,
    folded: foldedWord(word),
    start: index,
    end: index + word.length,
  }));
}

/** What is left of a compound without a part of it has at least this many letters. */
const shortestPart = 3;
/** A slip is looked for in stems of at least this many letters: shorter ones are too much like others. */
const shortestMistyped = 5;

/** @param language its code; @param script as Unicode calls it */
export function createLexicon(language: string, script: string, words: NewsWords): Lexicon {
  const endings = new Set(words.endings.map(foldedWord));
  const ofOffices = new Set(words.officeEndings.map(foldedWord));
  const entries = new Map<string, Entry[]>();
  const add = (kind: Kind, of: Record<string, string[]>) => {
    for (const [english, forms] of Object.entries(of))
      for (const form of forms) {
        const stems = form.split(' ').map(foldedWord);
        entries.set(stems[0]!, [...(entries.get(stems[0]!) ?? []), { stems, english, kind }]);
      }
  };
  add('office', words.offices);
  add('noun', words.nouns);
  add('field', words.fields);
  add('rank', words.ranks);

  const hasStem = (word: Word | undefined, stem: string) =>
    word?.folded.startsWith(stem) === true && endings.has(word.folded.slice(stem.length));

  const simple = (folded: string, following: readonly Word[], kinds: readonly Kind[]): Known | null => {
    let best: (Known & { letters: number }) | null = null;
    for (let length = folded.length; length > 1; length -= 1) {
      const isOfOffices = ofOffices.has(folded.slice(length));
      if (!endings.has(folded.slice(length)) && !isOfOffices) continue;
      for (const { stems, english, kind } of entries.get(folded.slice(0, length)) ?? []) {
        const fits =
          kinds.includes(kind) &&
          (!isOfOffices || kind === 'office' || endings.has(folded.slice(length))) &&
          stems.slice(1).every((stem, place) => hasStem(following[place], stem));
        if (fits && stems.length > (best?.length ?? 0))
          best = { english, kind, length: stems.length, letters: length };
      }
    }
    return best && { english: best.english, kind: best.kind, length: best.length };
  };

  /** `Energieministerin`: the longest known word at the end, and a known word before it. */
  const compound = (folded: string, kinds: readonly Kind[]): Known | null => {
    if (words.joints.length === 0) return null;
    for (let split = shortestPart; split <= folded.length - shortestPart; split += 1) {
      const head = simple(folded.slice(split), [], kinds);
      const before = head && firstPart(folded.slice(0, split));
      if (before) return { english: `${before} ${head.english}`, kind: head.kind, length: 1 };
    }
    return null;
  };

  const firstPart = (part: string): string | null => {
    for (const joint of words.joints) {
      if (!part.endsWith(joint)) continue;
      const stem = part.slice(0, part.length - joint.length);
      const found = (entries.get(stem) ?? []).find(({ stems }) => stems.length === 1);
      if (found) return firstEnglish(found.english);
    }
    return null;
  };

  return {
    language,
    script,
    at: (all, at, kinds = ['noun', 'office', 'field', 'rank']) => {
      const word = all[at]!;
      return simple(word.folded, all.slice(at + 1), kinds) ?? compound(word.folded, kinds);
    },
    partly: ({ text }) => {
      if (words.joints.length === 0) return null;
      for (let split = shortestPart; split <= text.length - shortestPart; split += 1) {
        const head = simple(foldedWord(text.slice(split)), [], ['noun']);
        if (head !== null) return { before: text.slice(0, split), english: firstEnglish(head.english) };
      }
      return null;
    },
    mistyped: ({ folded }) => {
      const alike = new Set<Entry>();
      for (const [stem, [entry]] of entries) {
        if (entry === undefined || entry.stems.length > 1 || stem.length < shortestMistyped) continue;
        for (const length of [stem.length - 1, stem.length, stem.length + 1])
          if (endings.has(folded.slice(length)) && isSlip(folded.slice(0, length), stem)) alike.add(entry);
      }
      const [only, ...others] = alike;
      return only && others.every(({ english }) => english === only.english)
        ? { english: only.english, kind: only.kind, length: 1 }
        : null;
    },
  };
}

/** The first of the English words for one. */
export function firstEnglish(english: string): string {
  return english.split('|')[0]!;
}

/** Whether one letter is wrong, missing or too many, or two are swapped. */
function isSlip(typed: string, stem: string): boolean {
  if (distance(typed, stem) === 1) return true;
  if (typed.length !== stem.length) return false;
  const at = [...typed].findIndex((letter, place) => letter !== stem[place]);
  const swapped = typed.slice(0, at) + (typed[at + 1] ?? '') + typed[at] + typed.slice(at + 2);
  return swapped === stem;
}
