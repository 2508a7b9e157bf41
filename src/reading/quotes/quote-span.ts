import type { Span } from '../model/document.ts';

/** A quoted run of the body. */
export type QuoteSpan = Span & {
  /** With its marks. */
  outer: Span;
  paragraph: number;
  style: 'marks' | 'lost-open' | 'lost-close' | 'cut' | 'dash' | 'glued' | 'credit' | 'turn';
  continues: boolean;
  /** It is a later line of a quote that was opened on an earlier one. */
  isLaterLine?: true;
};

/** A quote mark and what it does. */
export type Mark = {
  at: number;
  length: number;
  role: 'open' | 'close';
  family: 'double' | 'single' | 'guillemet';
};
