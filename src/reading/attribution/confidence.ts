import type { Attributed } from './evidence/coreference.ts';
import { measurements } from './measurements.ts';
import type { Family, Measurements } from './rules/rule.ts';
import { rules } from './rules/rules.ts';

/** A rule with fewer measured quotes has the lower bound of its family. */
const fewest = 20;
/** 95 %, two-sided. */
const z = 1.96;
/** Of the names shown on annotated news, this share must be right. */
const wanted = 0.995;
/** The name is taken for a misspelling of another’s: counted apart from the rules. */
const misspelled = 'misspelled';

/** Pronouns, descriptions and hearsay rest on who is meant by the words, and are measured together. */
const groups: Partial<Record<Family, string>> = {
  pronoun: 'coreference',
  description: 'coreference',
  hearsay: 'coreference',
};
const groupOf = new Map(rules.map(({ id, family }) => [id, groups[family] ?? family]));

/** The lower bound of a share by Wilson’s score interval (E. B. Wilson, 1927); 0 where nothing was counted. */
function wilsonLowerBound(right: number, total: number): number {
  if (total === 0) return 0;
  const share = right / total;
  const spread = z * Math.sqrt((share * (1 - share) + (z * z) / (4 * total)) / total);
  return (share + (z * z) / (2 * total) - spread) / (1 + (z * z) / total);
}

/**
 * How often a rule is right where it names someone: the share measured, by Laplace’s rule of succession, or the lower
 * bound of its family where it was measured too seldom. Rounded down to two places; null for a rule that names no one.
 */
export function ruleConfidence(rule: string, counts: Measurements = measurements): number | null {
  const group = rule === misspelled ? misspelled : groupOf.get(rule);
  if (group === undefined || group === 'refusal') return null;
  const { right = 0, wrong = 0 } = counts[rule] ?? {};
  // Laplace’s rule of succession: no count makes a rule certain.
  if (right + wrong >= fewest) return down((right + 1) / (right + wrong + 2));
  let [rights, all] = [0, 0];
  for (const [other, tally] of Object.entries(counts)) {
    if ((other === misspelled ? misspelled : groupOf.get(other)) !== group) continue;
    rights += tally.right;
    all += tally.right + tally.wrong;
  }
  return down(wilsonLowerBound(rights, all));
}

function down(share: number): number {
  return Math.floor(share * 100 + 1e-9) / 100;
}

const confidences = new Map(
  [...rules.map(({ id }) => id), misspelled].map(id => [id, ruleConfidence(id) ?? 0]),
);

/**
 * Below this no name is shown: the words that may name a speaker are kept. The least confidence from which on the
 * names shown were right as often as wanted.
 */
export const minConfidence = leastConfidence();

function leastConfidence(): number {
  const steps = [...confidences].filter(([rule]) => rule in measurements).sort((a, b) => b[1] - a[1]);
  let [least, right, all] = [1, 0, 0];
  for (const [at, [rule, confidence]] of steps.entries()) {
    right += measurements[rule]!.right;
    all += measurements[rule]!.right + measurements[rule]!.wrong;
    const isLastOfItsStep = steps[at + 1]?.[1] !== confidence;
    if (isLastOfItsStep && all > 0 && right / all >= wanted) least = confidence;
  }
  return least;
}

/** A share from 0 to 1 that the confidence cannot exceed, and the reason for it. */
export type Factor = { value: number; means: string };

/** What the confidence of a speaker is the least of; empty where there is no speaker. */
export function factorsOf({ speaker, rule, origin }: Attributed): Factor[] {
  if (!speaker) return [];
  const factors = [factor(rule, `how often ${rule} was right`)];
  if (origin !== undefined)
    factors.push(factor(origin, `how often ${origin} was right, which decided the quote before`));
  if (speaker.misspelled)
    factors.push(factor(misspelled, 'how often a name spelled otherwise than elsewhere was right'));
  return factors;
}

function factor(rule: string, means: string): Factor {
  return { value: confidences.get(rule) ?? 0, means };
}

/** The confidence of a speaker, 0 to 1, to two places; 0 where there is none. */
export function confidenceOf(attributed: Attributed): number {
  const factors = factorsOf(attributed);
  return factors.length === 0 ? 0 : Math.min(...factors.map(({ value }) => value));
}
