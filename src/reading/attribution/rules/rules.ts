import { citedRules } from './cited.ts';
import { colonRules } from './colon.ts';
import { continuationRules } from './continuation.ts';
import { creditRules } from './credit.ts';
import { descriptionRules } from './description.ts';
import { hearsayRules } from './hearsay.ts';
import { nameRules } from './name.ts';
import { pronounRules } from './pronoun.ts';
import { refusalRules } from './refusal.ts';
import type { Rule } from './rule.ts';

/** The order in which the rules are tried: the first that matches decides the quote. */
const order = [
  'credit-line',
  'credit-dash',
  'credit-above',
  'credit-below',
  'credit-name',
  'turn-label',
  // What forbids naming anyone comes before what names them.
  'two-speakers',
  'denied',
  'fabricated',
  'fictional',
  'supposed',
  'no-speaker',
  'second-hand',
  'name-cited',
  'description-cited',
  'cited',
  // The quote's own sentence.
  'name-before-cue',
  'name-after-cue',
  'name-according-to',
  'name-trailing',
  'name-before',
  'name-participle',
  'name-joined',
  'name-bracket',
  'name-gapped',
  'name-noun',
  'name-passive-by',
  'name-colon',
  'pronoun-before-cue',
  'pronoun-after-cue',
  'pronoun-according-to',
  'pronoun-trailing',
  'pronoun-before',
  'pronoun-participle',
  'pronoun-joined',
  'pronoun-noun',
  'pronoun-passive-by',
  'description-before-cue',
  'description-after-cue',
  'description-according-to',
  'description-trailing',
  'description-before',
  'description-participle',
  'description-joined',
  'description-passive-by',
  'same-sentence',
  'addressed',
  'participle',
  'joined',
  'passive',
  'passive-by',
  'according-to',
  'none',
  // The words before the sentence.
  'goes-on',
  'sentence-before',
  'colon-before',
  'comma-before',
  'answer-alone',
  'paragraph-goes-on',
  'paragraph-alone',
  'paragraph-before',
];

const declared = new Map(
  [
    creditRules,
    citedRules,
    refusalRules,
    hearsayRules,
    nameRules,
    pronounRules,
    descriptionRules,
    colonRules,
    continuationRules,
  ]
    .flat()
    .map(rule => [rule.id, rule]),
);

/** Every rule, in the order in which they are tried. */
export const rules: readonly Rule[] = order.map(id => {
  const rule = declared.get(id);
  if (!rule) throw new Error(`no family declares the rule ${id}`);
  declared.delete(id);
  return rule;
});

const [unlisted] = declared.keys();
if (unlisted !== undefined) throw new Error(`the rule ${unlisted} is in no order: add it to the list`);
