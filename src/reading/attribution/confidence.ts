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
/** The name is taken for a misspelling of somebody else's. */
const misspelt = 0.7;

/** What is lost where the speaker is taken over from the quote before. */
const takenOver: Record<string, number> = {
  'goes-on': 0.99,
  'same-sentence': 0.97,
  'paragraph-goes-on': 0.97,
  'paragraph-alone': 0.95,
  'sentence-before': 0.95,
};

/** The rules whose sureness was measured. */
export const measuredRules: readonly string[] = [
  ...new Set([...Object.keys(byRule), ...Object.keys(takenOver)]),
];

/** How sure a speaker is, 0 to 1; 0 where nobody is told. */
export function confidenceOf(told: Attributed): number {
  if (!told.speaker) return 0;
  if (told.speaker.misspelled) return misspelt;
  if (told.origin === undefined) return byRule[told.rule] ?? seldomMet;
  return Math.round((byRule[told.origin] ?? seldomMet) * (takenOver[told.rule] ?? 0.95) * 100) / 100;
}
