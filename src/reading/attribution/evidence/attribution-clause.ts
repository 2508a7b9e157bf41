import type { WordRange } from '../../grammar/context.ts';
import type { NounPhrase } from '../../grammar/noun-phrase.ts';
import type { Speaker } from './coreference.ts';
import type { Hearsay } from './hearsay-source.ts';

/** How an attribution clause is built and where it is in relation to the quote. */
export type Pattern =
  | 'before'
  | 'cited'
  | 'noun'
  | 'participle'
  | 'joined'
  | 'passive'
  | 'passive-by'
  | 'colon'
  | 'according-to'
  | 'before-cue'
  | 'after-cue'
  | 'trailing';

/** The clause of the quote's own sentence that attributes it. */
export type AttributionClause = {
  pattern: Pattern;
  subject: NounPhrase | null;
  speaker: Speaker | null;
  cue: WordRange | null;
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
