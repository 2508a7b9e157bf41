import { stem } from '../../reading/text/stem.ts';
import { numbersOf } from '../text/word-forms.ts';
import { parseSearch } from './asked-words.ts';
import { expressionOf, type SearchWord } from './search-words.ts';

/** A shorter last word is never taken as a prefix: it would match nearly every article. */
const shortestPrefix = 4;

/** A search as match expressions of FTS5; each word is quoted, so that nothing typed is an operator. */
export type Match = {
  /** With the words as they are, in the singular or plural. */
  exact: string;
  /** With the last word in any form that begins with it, `striking` for `strike` but not `striker`; null where `prefix` is. */
  forms: string | null;
  /** With the last word as a prefix, as it may be unfinished; null if it is too short for that. */
  prefix: string | null;
  /** With any of `words` in place of an unfinished last word `begin`: finds the same if they are all that begin so. */
  unfinished: { begin: string; among(words: string[]): string } | null;
  /** With each word in any of its forms, `strike` for `strikes` too; null if none has another. */
  allForms: string | null;
};

/**
 * The match expressions of a search; null if there is no word in it.
 * @param how whether all the words must occur, or any of two or more is enough
 */
export function matchOf(words: string, how: 'all' | 'any' = 'all'): Match | null {
  const { asked, leftOut } = parseSearch(words);
  const last = asked.at(-1);
  if (last === undefined || (how === 'any' && asked.length < 2)) return null;
  const without = anyOf(leftOut.map(inAnyForm));
  const joinedBy = (expressions: string[]) => {
    const all = expressions.join(how === 'all' ? ' AND ' : ' OR ');
    return leftOut.length === 0 ? all : `(${all}) NOT ${without}`;
  };
  const isPrefix = hasForms(last) && last.parts[0]!.length >= shortestPrefix;
  const before = asked.slice(0, -1).map(inEitherNumber);
  const among = (words: readonly string[]) => joinedBy([...before, anyOf(words.map(word => `"${word}"`))]);
  return {
    exact: joinedBy([...before, inEitherNumber(last)]),
    forms: isPrefix ? joinedBy([...before, inForms(numbersOf(last.parts[0]!))]) : null,
    prefix: isPrefix ? joinedBy([...before, `${expressionOf(last)}*`]) : null,
    unfinished: isPrefix ? { begin: last.parts[0]!, among } : null,
    allForms: asked.some(hasForms) ? joinedBy(asked.map(inAnyForm)) : null,
  };
}

const anyOf = (expressions: readonly string[]) => `(${expressions.join(' OR ')})`;

const hasForms = ({ parts, marked, isQuoted }: SearchWord) =>
  parts.length === 1 && marked === null && isQuoted === undefined;

/** A word in its singular and plural as an expression of FTS5. */
function inEitherNumber(word: SearchWord): string {
  return hasForms(word) ? anyOf(numbersOf(word.parts[0]!).map(form => `"${form}"`)) : expressionOf(word);
}

/** All forms of some folded words as an expression of FTS5. */
const inForms = (words: readonly string[]) =>
  anyOf([...new Set(words.flatMap(formsOf))].map(form => `"${form}"`));

/** A word, or any form of it, as an expression of FTS5. */
function inAnyForm(word: SearchWord): string {
  if (!hasForms(word)) return expressionOf(word);
  const [own] = word.parts as [string];
  return inForms([...numbersOf(own), ...basesOf(own)]);
}

const endings = ['s', 'es', 'd', 'ed', 'ing'];
/** A shorter word has few letters in common with its forms, as `new` with `news`. */
const shortestBase = 4;

/** A folded word and its forms that begin with it; of a country's name also its adjective, `Bolivian`. */
function formsOf(word: string): string[] {
  const inflected = endings.map(ending => word + ending).filter(form => stem(form) === stem(word));
  return [word, ...inflected, ...(/..a$/.test(word) ? [`${word}n`, `${word}ns`] : [])];
}

/** What a word may be a form of: `flood` and `flooding` have one stem. */
function basesOf(word: string): string[] {
  return endings
    .filter(ending => word.endsWith(ending))
    .map(ending => word.slice(0, -ending.length))
    .flatMap(base => [base, `${base}e`])
    .filter(base => base.length >= shortestBase && base !== word && stem(base) === stem(word));
}
