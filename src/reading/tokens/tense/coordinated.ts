import type { Token } from '../../model/document.ts';
import { possessive } from './fixtures.ts';

/** Verbs whose subject, object or neighbours say that they are verbs, and of which time. */

/** What is hit by those who set out: `hit the road`. */
const outings = new Set('road streets trail polls shops shelves screens stage'.split(' '));

/** `Floods shut the road`, `The hikers set out and were seen`: with an object, or joined to what was done. */
export function isDoneByMany(tokens: Token[], index: number): boolean {
  const [subject, object] = [tokens[index - 1], tokens[index + 1]];
  if (!/^(?:NOUN|PROPN|PUNCT)$/.test(subject?.pos ?? '')) return false;
  // `Ministers set the budget on Monday`, `hit the road on Monday` may look ahead.
  const { lower: verb } = tokens[index]!;
  const mayBeAhead = verb === 'set' || (verb === 'hit' && outings.has(tokens[index + 2]?.lower ?? ''));
  if (!mayBeAhead && /s$/.test(subject!.lower) && /^(?:DET|PROPN|PRON)$/.test(object?.pos ?? '')) return true;
  const and = tokens.findIndex(({ lower }, at) => at > index && lower === 'and');
  const next = tokens[and + 1];
  return and > 0 && next !== undefined && (/^(?:was|were|had)$/.test(next.lower) || isPastForm(next));
}

const isPastForm = ({ pos, lower, lemma }: Token) =>
  pos === 'VERB' && lower !== lemma && !/(?:s|ing)$/.test(lower);

/** The index of the passive that a participle right behind `and` goes on with: `will be flown home and buried`; -1 without one. */
export function passiveBefore(tokens: Token[], index: number): number {
  if (!/^(?:and|or|then)$/.test(tokens[index - 1]?.lower ?? '')) return -1;
  const from = Math.max(1, index - longestPassive);
  for (let at = index - 2; at >= from && tokens[at]!.pos !== 'AUX'; at--)
    if (tokens[at]!.pos === 'VERB' && tokens[at - 1]!.lower === 'be') return at;
  return -1;
}

/** Words between the participles of such a passive. */
const longestPassive = 14;

/** `Voters in Orland go to the polls`: whether those who act stand before a place or an owner. */
export function isOfMany(tokens: Token[], end: number): boolean {
  let at = end - 1;
  while (at > end - longestPlace && /^(?:PROPN|NOUN|DET|ADJ)$/.test(tokens[at]?.pos ?? '')) at--;
  const many = tokens[at - 1];
  const isMany = many !== undefined && (many.pos === 'NOUN' || at === 1) && /s$/.test(many.lower);
  return isMany && at < end - 1 && /^(?:in|of|from|at|across)$/.test(tokens[at]!.lower);
}

/** Words of a place behind those who act. */
const longestPlace = 4;

/** `Two men drowned on Sunday`, `Holt, who retired in May`: a deed that is tagged as an adjective. */
export function isDeed(tokens: Token[], index: number): boolean {
  const { lower, pos } = tokens[index]!;
  const isOther = !lower.endsWith('ed');
  if (pos === 'PROPN' || (isOther ? !otherDeeds.has(lower) : lower.length < shortestDeed)) return false;
  const [before, next] = [tokens[index - 1], tokens[index + 1]?.lower ?? '.'];
  const isSubject = /^(?:NOUN|PROPN|PRON|NUM)$/.test(before?.pos ?? '') || before?.lower === 'which';
  return isSubject && !possessive.test(before!.lower) && (behindDeed.test(next) || (isOther && next === '.'));
}
const otherDeeds: ReadonlySet<string> = new Set('shot burst burnt swam'.split(' '));
/** Letters: `need` is none. */
const shortestDeed = 5;
/** What follows a deed right before its day or its place. */
export const behindDeed =
  /^(?:on|in|at|near|off|early|late|last|(?:mon|tues|wednes|thurs|fri|satur|sun)day)$/;
