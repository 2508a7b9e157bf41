import type { WordRange } from '../../grammar/context.ts';
import type { Speaker } from '../evidence/coreference.ts';
import type { QuoteCase } from '../evidence/quote-case.ts';

export type Family =
  | 'name'
  | 'pronoun'
  | 'description'
  | 'colon'
  | 'continuation'
  | 'credit'
  | 'hearsay'
  | 'refusal';

/** Why a rule matched or abstained, in words that complete “because …”; put together only when asked for. */
export type Reason = string | (() => string);

/** The rule decides the quote; `speaker: null` decides that no one can be named. */
export type Match = {
  speaker: Speaker | null;
  cue: WordRange | null;
  /** The rule that decided the quote whose speaker this one takes over. */
  origin?: string;
  citedBy?: Speaker;
  because: Reason;
};
export type Abstain = { abstains: Reason };
export type Outcome = Match | Abstain;

/**
 * An article in miniature that runs as a test. The quote is the last one of the text unless `quote` counts
 * another from 1. `speaker` is the full name, null where no one is named; `abstains` says that this rule must
 * not decide the quote.
 */
export type Example = { text: string; quote?: number } & ({ speaker: string | null } | { abstains: true });

/** One way of telling who speaks, or that it is left open. */
export type Rule = {
  /** Stored with each quote, so never renamed. */
  id: string;
  family: Family;
  /** What the rule goes by, a sentence for `docs/rules.md`. */
  says: string;
  examples: readonly Example[];
  match(quote: QuoteCase): Outcome;
};

export type RuleOf = Omit<Rule, 'family'>;

/** The rules of a family, each checked by the compiler for what it must declare. */
export function family(name: Family, rules: readonly RuleOf[]): readonly Rule[] {
  return rules.map(rule => ({ ...rule, family: name }));
}

export function abstain(reason: Reason): Abstain {
  return { abstains: reason };
}

export function isMatch(outcome: Outcome): outcome is Match {
  return 'because' in outcome;
}

export function reasonText(reason: Reason): string {
  return typeof reason === 'string' ? reason : reason();
}

/** How many quotes a rule decided, and how many of those annotated with a name it named rightly and wrongly. */
export type Tally = { decided: number; right: number; wrong: number };
/** Tallies by the ids of the rules. */
export type Measurements = Record<string, Tally>;
