import { stem } from '../../reading/text/stem.ts';
import { fold, wordsIn } from '../text/fold.ts';

/** More words than this make no query more precise. */
const most = 16;

/** A shorter last word is never taken as a prefix: it would match nearly every article. */
const shortestPrefix = 4;

/**
 * A word as it is searched for. Signs inside a word keep its parts next to each other (`R&D`, `AT&T`, `6.5`), a hyphen
 * may be missing (`F-16`, `F16`), and signs at its end belong to it (`C#`, `C++`).
 */
export type SearchWord = {
  /** The folded parts, at least one. */
  parts: string[];
  /** With a hyphen between the parts: the parts as one word. */
  joined: string | null;
  /** With signs at the end: the word with letters in their place, as it is kept in the index. */
  marked: string | null;
};

const token = /[a-z0-9]+(?:[&.@_+-][a-z0-9]+)*(?:\+\+|[#+](?![a-z0-9]))?/g;
/** The tokenizer of FTS5 drops signs, so that these letters take their place. */
const signs: readonly (readonly [sign: string, letters: string])[] = [
  ['#', 'xhashx'],
  ['+', 'xplusx'],
];

/** The words of a text or a search. */
export function searchWords(text: string): SearchWord[] {
  return searchWordsIn(fold(text));
}

function searchWordsIn(folded: string): SearchWord[] {
  return (folded.match(token) ?? []).map(found => {
    const end = /(?:\+\+|[#+])$/.exec(found)?.[0] ?? '';
    const bare = found.slice(0, found.length - end.length);
    const parts = bare.split(/[&.@_+-]/);
    const marks = signs.reduce((all, [sign, letters]) => all.replaceAll(sign, letters), end);
    return {
      parts,
      joined: parts.length > 1 && /^[a-z0-9-]+$/.test(bare) ? parts.join('') : null,
      marked: end === '' ? null : parts.join('') + marks,
    };
  });
}

/** What is indexed of a text: its folded words, then those with signs at their end or hyphens as one word each. */
export function indexed(text: string): string {
  const extra = new Set(searchWords(text).flatMap(({ joined, marked }) => marked ?? joined ?? []));
  return [fold(text), ...extra].join(' ');
}

/** The words of a search, at most `most`. */
export function askedWords(words: string): SearchWord[] {
  return searchWords(words).slice(0, most);
}

/** A search as match expressions of FTS5; each word is quoted, so that nothing typed is an operator. */
export type Match = {
  /** With the words as they are. */
  exact: string;
  /** With the last word in any of its forms, `strikes` for `strike` but not `striker`; null where `prefix` is. */
  forms: string | null;
  /** With the last word as a prefix, as it may be unfinished; null if it is too short for that. */
  prefix: string | null;
  /** With any of `words` in place of an unfinished last word `begin`: finds the same if they are all that begin so. */
  unfinished: { begin: string; among(words: string[]): string } | null;
};

/**
 * The match expressions of a search; null if there is no word in it.
 * @param how whether all the words must occur, or any of two or more is enough
 */
export function matchOf(words: string, how: 'all' | 'any' = 'all'): Match | null {
  const asked = askedWords(words);
  const last = asked.at(-1);
  if (last === undefined || (how === 'any' && asked.length < 2)) return null;
  const joinedBy = (expressions: string[]) => expressions.join(how === 'all' ? ' AND ' : ' OR ');
  const exact = joinedBy(asked.map(expressionOf));
  const isPrefix = last.parts.length === 1 && last.marked === null && last.parts[0]!.length >= shortestPrefix;
  const among = (words: readonly string[]) =>
    joinedBy([...asked.slice(0, -1).map(expressionOf), `("${words.join('" OR "')}")`]);
  return {
    exact,
    forms: isPrefix ? among(formsOf(last.parts[0]!)) : null,
    prefix: isPrefix ? `${exact}*` : null,
    unfinished: isPrefix ? { begin: last.parts[0]!, among } : null,
  };
}

const endings = ['s', 'es', 'd', 'ed', 'ing'];

/** A folded word and its forms that begin with it; of a country's name also its adjective, `Bolivian`. */
function formsOf(word: string): string[] {
  const inflected = endings.map(ending => word + ending).filter(form => stem(form) === stem(word));
  return [word, ...inflected, ...(/..a$/.test(word) ? [`${word}n`, `${word}ns`] : [])];
}

/** A word as an expression of FTS5. */
export function expressionOf({ parts, joined, marked }: SearchWord): string {
  if (marked !== null) return `"${marked}"`;
  const phrase = `"${parts.join(' ')}"`;
  return joined === null ? phrase : `(${phrase} OR "${joined}")`;
}

/** Whether a sentence has a word; as the last one of a search it may be unfinished. */
export function containsWord(sentence: string): (word: SearchWord, isLast: boolean) => boolean {
  const folded = fold(sentence);
  const own = ` ${wordsIn(folded).join(' ')} `;
  // Without a sign there is neither.
  const signed = /[#+-]/.test(folded) ? searchWordsIn(folded) : [];
  const whole = new Set(signed.flatMap(({ marked, joined }) => marked ?? joined ?? []));
  return (word, isLast) => {
    if (word.marked !== null) return whole.has(word.marked);
    if (word.parts.length === 1 && whole.has(word.parts[0]!)) return true;
    const end = isLast && word.parts.length === 1 ? '' : ' ';
    return (
      own.includes(` ${word.parts.join(' ')}${end}`) ||
      (word.joined !== null && own.includes(` ${word.joined}${end}`))
    );
  };
}
