import { englishSubject } from '../../languages/in-english.ts';
import type { Library } from '../page/library.ts';
import type { Question } from '../page/question.ts';
import { inEnglishWords } from '../sentences/english-words.ts';
import { asWritten, isKnownSubject } from './subject.ts';

/** Words of a name that may be all that was typed. */
const mostNameWords = 4;

/**
 * What is looked for in articles, which are in English: a word of the news in English, and a name, also in another case
 * or script, as they write it.
 * @param isForeign whether they are surely not in English: then also words of languages without readers of their own
 */
export async function newsWords(words: string, library: Library, isForeign = false): Promise<string> {
  if (library.vocabulary === undefined) return words;
  const english = englishSubject(words, library.vocabulary);
  const isCyrillic = /\p{Script=Cyrillic}/u.test(words);
  // With a capital it may be the name of a place rather than the word that is spelled like it.
  const mayBeName = english === words || (isCyrillic && /^\p{Lu}\p{Ll}/u.test(words));
  if (!mayBeName || words.split(' ').length > mostNameWords) return english;
  const { fits, how } = await library.subjects.find(words);
  // A name in Cyrillic is often spelled only much like the one in Latin letters.
  const isName =
    how === 'name' || how === 'part' || (how === 'spelling' && isCyrillic && /^\p{Lu}/u.test(words));
  const isMeant = english === words ? isName : how === 'name';
  if (fits.length === 1 && isMeant) return asWritten(words, fits[0]!);
  return fits.length > 0 || english !== words ? english : wordByWord(words, library, isForeign);
}

/**
 * What a question in another language on someone or something is on, in English: a word of the news, a name as it was
 * typed, or several of them.
 */
export async function newsSubject(words: string, library: Library): Promise<string> {
  if (library.vocabulary === undefined) return words;
  const english = englishSubject(words, library.vocabulary);
  if (english !== words) return (await betterKnownName(library, words, english)) ?? english;
  return (await isKnownSubject(library, words)) ? english : wordByWord(words, library, true);
}

/**
 * The name that a word in Cyrillic is a case of too, if more articles have it than the other word: of `газу`, Gaza
 * rather than gas. Null if it is no such name.
 */
async function betterKnownName(library: Library, words: string, english: string): Promise<string | null> {
  if (!/\p{Script=Cyrillic}/u.test(words)) return null;
  const { fits, how } = await library.subjects.find(words);
  const [first] = fits;
  if (how !== 'name' || first === undefined) return null;
  const { total } = await library.search.filtered({ words: english }, { limit: 1, offset: 0 });
  return first.articles > total ? asWritten(words, first) : null;
}

/** Words in English one by one, `повінь у Лорвіку`; as they are if any is not understood. */
async function wordByWord(words: string, library: Library, isForeign = false): Promise<string> {
  const phrases = (await inEnglishWords(library, words, isForeign)) ?? [];
  const isUnderstood =
    phrases.some(({ kind }) => kind === 'word') && !phrases.some(({ kind }) => kind === 'unknown');
  return isUnderstood ? phrases.map(({ english }) => english).join(' ') : words;
}

/** A question on words, with the words as articles have them: `/quotes Smith about Газу` asks about Gaza. */
export async function inNewsWords(question: Question, library: Library): Promise<Question> {
  const isOnWords = question.kind === 'quotes' || question.kind === 'compare' || question.kind === 'changed';
  return isOnWords && question.about !== undefined
    ? { ...question, about: await newsWords(question.about, library) }
    : question;
}
