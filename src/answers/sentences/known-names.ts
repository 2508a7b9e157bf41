import anyAscii from 'any-ascii';
import { distance } from 'fastest-levenshtein';
import { nominatives } from '../../languages/nominatives.ts';
import { foldedWords } from '../../library/text/fold.ts';
import type { Library } from '../page/library.ts';

/** How far a name may be from what was written, as a share of its letters: found by it, and only the nearest to it. */
const farthest = { fits: 0.45, nearest: 0.25 };
const compared = 4;

/** The name nearest in spelling of those that the words, or what may be their nominatives, are known as. */
export async function knownName(library: Library, words: string): Promise<string | null> {
  let best: { name: string; far: number } | null = null;
  // What the library finds for the words, it has found in any case: where nothing fits, no other case will.
  const { fits } = await library.subjects.find(words);
  for (const form of [words, ...(fits.length > 0 ? nominatives(words, library.vocabulary!) : [])]) {
    const found = await library.subjects.find(form);
    for (const how of ['fits', 'nearest'] as const)
      for (const { name, variants } of found[how].slice(0, compared)) {
        const latin = [name, ...variants].filter(each => /\p{Script=Latin}/u.test(each));
        // An ending that was taken off must not be the only difference between two names.
        const far = Math.min(...latin.map(each => (distanceOf(form, each) + distanceOf(words, each)) / 2));
        if (far <= farthest[how] && far < (best?.far ?? 1)) best = { name: latin[0]!, far };
      }
  }
  return best?.name ?? null;
}

/** How far words are from the nearest words of a name, 0 to 1, the least of each. */
function distanceOf(words: string, name: string): number {
  const own = latinWords(name);
  const asked = latinWords(words);
  const far = asked.map(word =>
    Math.min(...own.map(other => distance(word, other) / Math.max(word.length, other.length))),
  );
  return far.reduce((sum, one) => sum + one, 0) / asked.length;
}

function latinWords(text: string): string[] {
  return (
    anyAscii(text)
      .toLowerCase()
      .replace(/['`]/g, '')
      .replace(/kh/g, 'h')
      .match(/[a-z0-9]+/g) ?? ['']
  );
}

/** A name that is exactly known so, in any case or script, as the news call it. */
export async function exactName(library: Library, words: string): Promise<string | null> {
  const { fits, how } = await library.subjects.find(words);
  const [first] = fits;
  if (how !== 'name' || first === undefined) return null;
  return [first.name, ...first.variants].find(each => /\p{Script=Latin}/u.test(each)) ?? null;
}

/** A word in Latin letters. */
export function inLatin(word: string): string {
  return anyAscii(word).replace(/['`]/g, '').replaceAll('-', ' ');
}

/** What is left of a place's adjective: `Голанських`, `Одесской`. */
const adjective = /^(\p{L}{3,30})с(?:ь)?к\p{L}{1,3}$/u;

/**
 * A word as articles have it: as typed, or it, its nominative or the place of the adjective in Latin letters; null if
 * none has it.
 */
export async function wordInNews(library: Library, word: string): Promise<string | null> {
  const place = adjective.exec(word)?.[1];
  const names = [word, ...nominatives(word, library.vocabulary!), ...(place === undefined ? [] : [place])];
  const forms = names.flatMap(form => [
    inLatin(form),
    ...(/^[гх]/iu.test(form)
      ? [
          inLatin(form)
            .replace(/^(?:G|Kh)/, 'H')
            .replace(/^(?:g|kh)/, 'h'),
        ]
      : []),
  ]);
  for (const form of new Set([word, ...forms])) {
    const { items } = await library.search.articles(form, { limit: 1, offset: 0 });
    const own = new Set(
      items.flatMap(({ article, passage }) => foldedWords(`${article.title ?? ''} ${passage.text}`)),
    );
    if (foldedWords(form).every(each => own.has(each))) return form;
  }
  return null;
}
