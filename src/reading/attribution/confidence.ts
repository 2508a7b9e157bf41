import type { Attributed } from './evidence/coreference.ts';

/**
 * How often each rule named the right speaker on annotated news, clean and damaged, rounded down. A rule that
 * is not listed was met too seldom to tell.
 */
const byRule: Record<string, number> = {
  'credit-line': 0.98,
  'name-before-cue': 0.98,
  'name-after-cue': 0.97,
  'name-before': 0.97,
  'name-participle': 0.97,
  'name-according-to': 0.95,
  'name-trailing': 0.95,
  'name-joined': 0.93,
  'name-passive-by': 0.93,
  'name-colon': 0.95,
  'colon-before': 0.93,
  'sentence-before': 0.83,
  'pronoun-before-cue': 0.88,
  'pronoun-after-cue': 0.88,
  'pronoun-before': 0.87,
  'pronoun-participle': 0.87,
};
const seldomMet = 0.85;
/** The name is taken for a misspelling of another's. */
const misspelled = 0.7;

/** What is lost where the speaker is taken over from the quote before. */
const inheriting: Record<string, number> = {
  'goes-on': 0.99,
  'same-sentence': 0.97,
  'paragraph-goes-on': 0.97,
  'paragraph-alone': 0.95,
  'sentence-before': 0.95,
};

/** Below this no name is shown: the words that may name a speaker are kept. */
export const minConfidence = 0.8;

/** The rules whose confidence was measured. */
export const measuredRules: readonly string[] = [
  ...new Set([...Object.keys(byRule), ...Object.keys(inheriting)]),
];

/** A number from 0 to 1 by which the confidence is multiplied, and what it stands for. */
export type Factor = { value: number; means: string };

/** What the confidence of a speaker is the product of; empty where there is no speaker. */
export function factorsOf({ speaker, rule, origin }: Attributed): Factor[] {
  if (!speaker) return [];
  if (speaker.misspelled) return [{ value: misspelled, means: 'the name is spelled otherwise elsewhere' }];
  if (origin === undefined)
    return [{ value: byRule[rule] ?? seldomMet, means: `how often ${rule} is right` }];
  return [
    {
      value: byRule[origin] ?? seldomMet,
      means: `how often ${origin} is right, which decided the quote before`,
    },
    { value: inheriting[rule] ?? 0.95, means: `how often ${rule} rightly takes the speaker over` },
  ];
}

/** The confidence of a speaker, 0 to 1, to two places; 0 where there is none. */
export function confidenceOf(attributed: Attributed): number {
  const factors = factorsOf(attributed);
  if (factors.length === 0) return 0;
  return Math.round(factors.reduce((product, { value }) => product * value, 1) * 100) / 100;
}
