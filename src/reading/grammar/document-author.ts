import type { Context } from './context.ts';
import { documentNouns } from './lexicon.ts';
import { type NounPhrase, parseNounPhrase } from './noun-phrase.ts';

/**
 * `X read a statement from Y, in which she said`: who wrote the document that a pronoun at `at` speaks in; null where the
 * words say no author.
 * @param from the index of the sentence's first word
 */
export function authorOfDocument(context: Context, from: number, at: number): NounPhrase | null {
  const { words, quoted } = context;
  if (at - 5 < from || words[at - 1]!.lower !== 'which' || words[at - 2]!.lower !== 'in') return null;
  const end = words[at - 3]!.text === ',' ? at - 3 : at - 2;
  for (let link = end - 1; link > from; link--) {
    if (quoted[link]) return null;
    if (/^(from|by)$/.test(words[link]!.lower) && documentNouns.has(words[link - 1]!.lower))
      return parseNounPhrase(context, link + 1, end);
  }
  return null;
}
