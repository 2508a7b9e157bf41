import type { Token } from '../../model/document.ts';
import { possessive } from './fixtures.ts';

/**
 * The time a verb refers to. `planned` looks ahead without certainty (`is expected`, `would`); `open` leaves it
 * undecided (an infinitive, `was planned`, no verb at all).
 */
export type Tense = 'past' | 'present' | 'planned' | 'future' | 'open';

/** The auxiliaries, particles and adverbs right before a verb. */
export function groupBefore(tokens: Token[], index: number): Token[] {
  const group: Token[] = [];
  for (let left = index - 1; left >= Math.max(0, index - 5); left--) {
    const token = tokens[left]!;
    if (token.lower === 'will' ? !isModalWill(tokens, left) : !inGroup(token)) break;
    group.unshift(token);
  }
  return group;
}

/** `Both will be heard`, which is tagged as a noun, but not `His will was read`. */
export function isModalWill(tokens: Token[], at: number): boolean {
  const before = tokens[at - 1]?.lower ?? '';
  return inGroup(tokens[at]!) ? !possessive.test(before) : aFew.has(before);
}

/** Words that stand for people or things as well as before a noun. */
const aFew: ReadonlySet<string> = new Set('all both each some these those another neither either'.split(' '));

/** Whether a word can be part of a verb group. */
export function inGroup(token: Token): boolean {
  const { pos } = token;
  return pos === 'AUX' || pos === 'PART' || pos === 'ADV' || token.lower === 'to';
}
