import { wordsIn } from '../../languages/lexicon.ts';
import type { Library } from '../page/library.ts';
import { type Phrase, translated } from './translated.ts';

/**
 * Words of any kind in English, without how they are asked; null if they aren't in a language of the reader's other
 * than English.
 * @param isForeign whether a language without readers of its own will do as well
 */
export async function inEnglishWords(
  library: Library,
  text: string,
  isForeign = false,
): Promise<Phrase[] | null> {
  const { asking = [], lexicons = [] } = library.vocabulary ?? {};
  const isCyrillic = /\p{Script=Cyrillic}/u.test(text);
  let best: Phrase[] | null = null;
  for (const each of asking) {
    const isLatin = each.lexicon.script === 'Latin';
    const isRead = lexicons.includes(each.lexicon) || (isForeign && each.isForAll);
    if (!isRead || isLatin === isCyrillic) continue;
    const words = wordsIn(text);
    const question = each.words.find(({ form }) => form.every((one, at) => words[at]?.folded === one));
    const from = question?.form.length ?? 0;
    const phrases = await translated(library, text, words.slice(from), each);
    const isOwn = question !== undefined || phrases.some(({ kind, isApart }) => kind === 'word' || isApart);
    if ((isOwn || !isLatin) && (best === null || unknownIn(phrases) < unknownIn(best))) best = phrases;
  }
  return best;
}

const unknownIn = (phrases: Phrase[]) => phrases.filter(({ kind }) => kind === 'unknown').length;
