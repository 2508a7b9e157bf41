import { fold, wordsIn } from '../text/fold.ts';
import { otherNumber } from '../text/word-forms.ts';

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
  /** In quotation marks: it is looked for as it is, in no other form. */
  isQuoted?: true;
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

/** The words of a folded text. */
export function searchWordsIn(folded: string): SearchWord[] {
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
    const other = word.parts.length === 1 && !word.isQuoted ? otherNumber(word.parts[0]!) : null;
    return (
      (other !== null && own.includes(` ${other} `)) ||
      own.includes(` ${word.parts.join(' ')}${end}`) ||
      (word.joined !== null && own.includes(` ${word.joined}${end}`))
    );
  };
}
