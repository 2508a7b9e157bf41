/**
 * An article taken apart, on which every later step of the reader works. All offsets are UTF-16 code units
 * into `input`, end exclusive; no step ever works on a changed copy of it.
 */
export type Span = { start: number; end: number };

/** A word, number or mark. Words run together (`atrocitieshe`) are two adjacent tokens. */
export type Token = Span & {
  text: string;
  /** The same in small letters. */
  lower: string;
  /** Whether it is a common English word. */
  known: boolean;
  /** Universal part of speech as tagged by wink-nlp: NOUN, PROPN, VERB, AUX, PRON, ADP, PUNCT … */
  pos: string;
  /** In small letters. */
  lemma: string;
  /** Whether white space precedes it. */
  spaced: boolean;
  /** Whether the white space before it was lost: it touches the word before, and the clean text separates them. */
  runTogether?: true;
};

export type Sentence = Span & {
  /** Index into `paragraphs`. */
  paragraph: number;
  tokens: Token[];
};

export type Paragraph = Span & {
  /** `credit` is a line such as "A quote from X, role." that names the speaker of the paragraph before. */
  kind: 'heading' | 'text' | 'item' | 'credit';
};

export type Removed = Span & {
  kind:
    | 'title'
    | 'navigation'
    | 'byline'
    | 'caption'
    | 'credit'
    | 'related'
    | 'share'
    | 'comments'
    | 'legal'
    | 'other';
};

export type Document = {
  input: string;
  title: string | null;
  /** The span of the title in `input`, if it is there. */
  titleSpan: Span | null;
  byline: string | null;
  /** Who published it, where the page itself says so. */
  outlet?: string;
  language: string;
  /** `YYYY-MM-DD`, whether it was given or found in the text, and the day of the last update if that is later. */
  published: { date: string | null; basis: 'given' | 'text' | 'unknown'; updated?: string };
  /** The body in order, boilerplate left out. */
  paragraphs: Paragraph[];
  sentences: Sentence[];
  removed: Removed[];
  rights: (Span & { text: string }) | null;
};
