import type { Token } from '../../model/document.ts';
import { tenseOfToken, type VerbGroup, verbAfter, verbFrom } from './verb-groups.ts';

/**
 * The verb of a clause whose subject may have one of its own: `On Friday the mayor, who lost the vote, will resign`, `On
 * Friday a man arrested in May will be tried`.
 * @param first the first verb of the clause
 */
export function mainVerb(tokens: Token[], from: number, first: VerbGroup): VerbGroup {
  const behind = behindSubject(tokens, from, first);
  return (behind < 0 ? null : verbAfter(tokens, behind)) ?? first;
}

/** Words between a noun and the verb of its relative clause. */
const longestLead = 6;

/** The index of the pronoun of a verb’s relative clause, -1 if it has none: `the team that won the cup`. */
export function relativeBefore(tokens: Token[], from: number, verb: number): number {
  const farthest = Math.max(from, verb - longestLead);
  let at = verb - 1;
  while (at > farthest && !relatives.has(tokens[at]!.lower)) at--;
  if (at <= farthest) return -1;
  if (tokens[at]!.lower === 'that' && !/^(?:NOUN|PROPN|PRON)$/.test(tokens[at - 1]!.pos)) return -1;
  for (let between = at + 1; between < verb; between++)
    if (setOff.test(tokens[between]!.lower) || tenseOfToken(tokens, between) !== null) return -1;
  return at;
}

/** The index behind a clause within the subject whose verb this is, -1 if it is the verb of the sentence. */
function behindSubject(tokens: Token[], from: number, { index, end }: VerbGroup): number {
  const pronoun = relativeBefore(tokens, from, index);
  const isRelative = pronoun >= 0;
  if (!isRelative && !isParticiple(tokens, index)) return -1;
  // `the two, both of whom were hurt, will …`
  const lead = isRelative
    ? tokens.slice(Math.max(from, pronoun - 3), pronoun)
    : tokens.slice(index - 1, index);
  const mark = lead.find(({ text }) => setOff.test(text))?.text;
  if (mark === undefined) return isRelative || isFollowedUp(tokens, index) ? end : -1;
  const close = tokens.findIndex(
    ({ text }, at) => at >= end && setOff.test(text) && (text === ',') === (mark === ','),
  );
  return close < 0 ? -1 : close + 1;
}

const relatives: ReadonlySet<string> = new Set('who whose whom which that'.split(' '));
const setOff = /^(?:,|[-–—]{1,2})$/;

/** `arrested in May`, `born on`, `shot by` */
export const isParticiple = (tokens: Token[], verb: number) =>
  /(?:ed|en|wn|rn|lt|ld|nt|ot)$/.test(tokens[verb]!.lower) &&
  /^(?:in|on|at|by|from|with|near|for|as|during)$/.test(tokens[verb + 1]?.lower ?? '');

/** `a man arrested in May will be tried`: whether what looks ahead follows in the same clause. */
function isFollowedUp(tokens: Token[], verb: number): boolean {
  const next = verbFrom(tokens, verb + 1);
  return (
    /^(?:will|is|are)$/.test(tokens[next]?.lower ?? '') &&
    !tokens.slice(verb, next).some(({ lower }) => opensAnother.test(lower))
  );
}
const opensAnother = /^(?:[,;:]|and|but|or|that|who|which|what|when|where|as|while|because|if|after|before)$/;
