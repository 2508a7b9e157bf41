import type { Context, WordRange } from '../../grammar/context.ts';
import type { NounPhrase } from '../../grammar/noun-phrase.ts';
import type { Speaker } from './coreference.ts';
import type { Hearsay } from './hearsay-source.ts';

/** How an attribution clause in front of the quote is built. */
type LeadInPattern =
  | 'before'
  | 'bracket'
  | 'cited'
  | 'noun'
  | 'participle'
  | 'joined'
  | 'passive'
  | 'passive-by'
  | 'colon'
  | 'according-to';

/** How an attribution clause is built and where it is in relation to the quote. */
export type Pattern = LeadInPattern | 'before-cue' | 'after-cue' | 'trailing';

/** What the words before a quote say of its speaker. */
export type LeadIn = {
  subject: NounPhrase | null;
  cue: WordRange | null;
  pattern: LeadInPattern;
  /** The subject is that of the clause before the previous quote. */
  sharesSubject?: boolean;
  /** The words were not spoken, or are only supposed to be. */
  denied?: boolean | 'supposed';
  /** Another relays the words of the subject. */
  relayed?: boolean;
};

/** The clause of the quote's own sentence that attributes it. */
export type AttributionClause = {
  pattern: Pattern;
  subject: NounPhrase | null;
  speaker: Speaker | null;
  cue: WordRange | null;
  /** Who cites the words, where they are another’s. */
  citedBy?: Speaker | null;
  /** Who only relays the words, where the clause or its surroundings say so. */
  relayedBy: Hearsay | null;
  /** The clause says that the words were not, or not really, spoken. */
  unspoken: Unspoken | null;
  /** The grammatical subject, where its words denote nothing that can speak. */
  impossible?: NounPhrase | null;
  /** The clause goes on with the subject of the clause before the previous quote. */
  sharesSubject: boolean;
};

/** Why the words of a clause count as spoken by no one. */
export type Unspoken = { frame: 'denied' | 'fabricated' | 'fictional' | 'supposed'; because: string };

/** A clause that attributes a quote, with the sentence it is in. */
export type Setting = {
  context: Context;
  clause: AttributionClause;
  /** The first word of the sentence. */
  start: number;
  /** The first word of the main clause. */
  main: number;
  /** The first word of the quote, and the first one behind it. */
  quote: number;
  quoteEnd: number;
  /** The verb that attributes it. */
  verb: number;
  base: string;
  subject: WordRange;
  isLeadIn: boolean;
};
