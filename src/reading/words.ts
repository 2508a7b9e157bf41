import type { Document, Span, Token } from './document.ts';

/** A word as names need it: `Al-Jubeir` and `Ki-moon` are one, a possessive `'s` is a word of its own. */
export type Word = Span & {
  text: string;
  lower: string;
  pos: string;
  lemma: string;
  spaced: boolean;
  sentence: number;
  paragraph: number;
  /** It is the first word of its sentence, quote marks and the like not counted. */
  first: boolean;
  /** It begins with a capital letter. */
  capital: boolean;
  /** It lost the blank before it. */
  glued: boolean;
};

const capital = /^['’"]?\p{Lu}/u;
const hyphen = /^[-‐‑]$/;

/** Every word of the body in order. */
export function wordsOf(document: Document): Word[] {
  const words: Word[] = [];
  for (const [index, sentence] of document.sentences.entries()) {
    let first = true;
    const { tokens } = sentence;
    for (let at = 0; at < tokens.length; at++) {
      const from = tokens[at]!;
      let to = from;
      while (isJoined(tokens, at)) {
        at += 2;
        to = tokens[at]!;
      }
      const text = document.input.slice(from.start, to.end);
      const isMark = from.pos === 'PUNCT' && !/[\p{L}\p{N}]/u.test(text);
      words.push({
        start: from.start,
        end: to.end,
        text,
        lower: text.toLowerCase().replace(/’/g, "'"),
        pos: from === to ? from.pos : to.pos === 'PROPN' || from.pos === 'PROPN' ? 'PROPN' : to.pos,
        lemma: from === to ? from.lemma : text.toLowerCase(),
        spaced: from.spaced,
        sentence: index,
        paragraph: sentence.paragraph,
        first: first && !isMark,
        capital: capital.test(text),
        glued: from.glued === true,
      });
      if (!isMark) first = false;
    }
  }
  return words;
}

function isJoined(tokens: Token[], at: number): boolean {
  const [left, mark, right] = [tokens[at]!, tokens[at + 1], tokens[at + 2]];
  return (
    !!mark &&
    !!right &&
    hyphen.test(mark.text) &&
    !mark.spaced &&
    !right.spaced &&
    /[\p{L}\p{N}.]$/u.test(left.text) &&
    /^\p{L}/u.test(right.text)
  );
}

/** The index of the first word that begins at or behind `offset`. */
export function wordFrom(words: Word[], offset: number): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (words[middle]!.start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
