import type { AskingWords } from '../../languages/asking-words.ts';
import { englishMonths, englishSubject } from '../../languages/in-english.ts';
import { firstEnglish, type Word } from '../../languages/lexicon.ts';
import { plainWord } from '../../languages/vocabulary.ts';
import type { Library } from '../page/library.ts';
import { exactName, inLatin, knownName, wordInNews } from './known-names.ts';

/** Words that a name is looked for in: as many as one may have. */
const longestName = 4;

/** An abbreviation of a month may be another word. */
const shortestMonth = 4;

/**
 * Words in English: those of the news by their English, names as the news call them, and what is not known in Latin
 * letters: a sentence without it answers less of a question.
 */
export type Phrase = {
  english: string;
  kind: 'word' | 'name' | 'unknown';
  /** Whether a preposition, an article or the like is in front of it. */
  isApart: boolean;
  /** As it was typed. */
  typed: string;
};

/** @param words some of the words of `text`, in a row */
export async function translated(
  library: Library,
  text: string,
  words: readonly Word[],
  asking: AskingWords,
): Promise<Phrase[]> {
  const phrases: Phrase[] = [];
  let isApart = false;
  for (let at = 0; at < words.length; ) {
    const word = words[at]!;
    if (asking.fillers.has(word.folded) || asking.passive.has(word.folded)) {
      isApart = true;
      at += 1;
      continue;
    }
    const { length, ...phrase } = await phraseAt(library, text, { words, at, asking });
    const typed = text.slice(word.start, words[at + length - 1]!.end);
    phrases.push({ ...phrase, isApart, typed });
    isApart = false;
    at += length;
  }
  return phrases;
}

type Place = { words: readonly Word[]; at: number; asking: AskingWords };
type Found = Pick<Phrase, 'english' | 'kind'> & { length: number };

async function phraseAt(library: Library, text: string, place: Place): Promise<Found> {
  const { words, at, asking } = place;
  const word = words[at]!;
  const isCapital = /^\p{Lu}/u.test(word.text) && at > 0;
  const known = wordAt(library, place);
  // With a capital it may be the name of a place rather than the word that is spelled like it.
  const name = isCapital && asking.lexicon.script !== 'Latin' ? await exactName(library, word.text) : null;
  if (known !== null && name === null) return known;
  const named = await nameAt(library, text, place);
  if (named !== null) return named;
  // Of a language with few words here, what is spelled like one of them is rather another word.
  const slip = asking.isForAll ? null : asking.lexicon.mistyped(word);
  if (slip !== null) return { english: firstEnglish(slip.english), kind: 'word', length: 1 };
  const inNews = await wordInNews(library, word.text);
  if (inNews !== null) return { english: inNews, kind: 'name', length: 1 };
  const partly = asking.lexicon.partly(word);
  const before = partly && (await wordInNews(library, partly.before));
  return before
    ? { english: `${before} ${partly.english}`, kind: 'word', length: 1 }
    : { english: inLatin(word.text), kind: 'unknown', length: 1 };
}

/** A word of the news, a form of a verb or a month, whichever is longest. */
function wordAt(library: Library, { words, at, asking }: Place): Found | null {
  const word = words[at]!;
  const known = asking.lexicon.at(words, at);
  const verb = asking.verbs
    .get(word.folded)
    ?.find(({ form }) => form.every((each, place) => words[at + place]?.folded === each));
  if (verb !== undefined && verb.form.length > (known?.length ?? 0))
    return { english: verb.english, kind: 'word', length: verb.form.length };
  if (known !== null) return { english: firstEnglish(known.english), kind: 'word', length: known.length };
  const month = library.vocabulary!.months.get(plainWord(word.text));
  return month === undefined || word.text.length < shortestMonth
    ? null
    : { english: englishMonths[month - 1]!, kind: 'word', length: 1 };
}

/** The longest name that begins here; it has no small words and none of the news after its first one. */
async function nameAt(library: Library, text: string, place: Place): Promise<Found | null> {
  const { words, at, asking } = place;
  const end = words.findIndex(
    ({ folded }, other) =>
      other > at && (asking.fillers.has(folded) || wordAt(library, { ...place, at: other }) !== null),
  );
  const most = Math.min(longestName, (end < 0 ? words.length : end) - at);
  for (let length = most; length > 0; length -= 1) {
    const typed = text.slice(words[at]!.start, words[at + length - 1]!.end);
    const english = englishSubject(typed, library.vocabulary!);
    if (english !== typed) return { english, kind: 'word', length };
    const name = await knownName(library, typed);
    if (name !== null) return { english: name, kind: 'name', length };
  }
  return null;
}
