import type { Token } from '../../model/document.ts';
import { isWithoutOtherVerb } from './fixtures.ts';
import { groupBefore, type Tense } from './helpers.ts';

/** What an infinitive says of its time, by the verb that it goes with. */

/** Verbs of plans: `expects to meet`, `is due to meet`. */
export const planning = new Set(
  'schedule due plan expect set slate intend hope want aim agree prepare arrange ready tentatively poise'.split(
    ' ',
  ),
);
const motion = new Set(
  'travel go come fly return arrive rush drive sail walk gather stop stay leave head hurry journey visit'.split(
    ' ',
  ),
);
/** `scored late to hand Rovers a win`: what came of what was done. */
const outcomes = new Set('hand snatch salvage condemn clinch seal'.split(' '));
/** `failed to appear`, `was forced to resign`: what was done, or not. */
const achieved = new Set(
  'manage fail refuse decline begin start continue try attempt force compel make see hear help'.split(' '),
);
/** `has vowed to speak`, `has been ordered to pay` */
const promises = new Set(
  'vow promise pledge threaten offer ask order tell invite summon urge instruct'.split(' '),
);
/** Whether the text behind a plan says what became of it: `was to speak on Monday but fell ill`. */
export const isTurned = (tokens: Token[], index: number, turn = /^(?:but|until)$/) =>
  tokens.slice(index + 1, index + reach).some(({ lower }) => turn.test(lower));

/** Words behind a plan in which the text may say what became of it. */
export const reach = 8;

/**
 * `is to meet`, `plans to meet` look ahead; after a verb in the past tense it is open, as after `had planned`. Who
 * travelled to meet someone has met them.
 * @param helpers the words of its group, in lower case
 */
export function infinitive(tokens: Token[], index: number, helpers: string[]): Tense {
  const before = helpers.slice(0, helpers.lastIndexOf('to'));
  if (before.some(word => /^(is|are|am)$/.test(word))) return 'future';
  // `Her spokesman was to brief reporters on Monday`
  if (/^(?:was|were)$/.test(before.at(-1) ?? '')) return isTurned(tokens, index) ? 'open' : 'planned';
  for (let left = index - 1; left >= Math.max(0, index - 6); left--) {
    const tense = ofGovernor(tokens, left, tokens[index]!);
    if (tense !== null) return tense;
  }
  return isHeadline(tokens, index) ? 'planned' : 'open';
}

/** What a word before an infinitive says of its time, null if nothing. */
function ofGovernor(tokens: Token[], at: number, { lemma }: Token): Tense | null {
  const token = tokens[at]!;
  const text = token.lower;
  if (text === 'going') return 'future';
  if (planning.has(token.lemma) || planning.has(text))
    return groupBefore(tokens, at).some(({ lower }) => lower === 'had') ? 'open' : 'planned';
  if (text === 'able' && /^(?:was|were)$/.test(tokens[at - 1]?.lower ?? '')) return 'past';
  if (token.pos !== 'VERB' || text === token.lemma) return null;
  if (achieved.has(token.lemma) || motion.has(token.lemma) || outcomes.has(lemma)) return 'past';
  const isPromised =
    promises.has(token.lemma) &&
    groupBefore(tokens, at).some(({ lower }) => lower === 'has' || lower === 'have');
  return isPromised ? 'planned' : 'open';
}

/** `Court to rule on Monday`: a noun and its infinitive, and no other verb. */
const isHeadline = (tokens: Token[], index: number) =>
  /^(?:NOUN|PROPN)$/.test(tokens[index - 2]?.pos ?? '') && isWithoutOtherVerb(tokens, index);
