import { stem } from '../../reading/text/stem.ts';
import type { AskedWord } from './question-words.ts';

/** How a sentence reports an act: `A attacked B`, `B was attacked by A`, `A's attack on B`, `A, founder of B`. */
export type Act = Place & {
  kind: 'active' | 'passive' | 'noun' | 'doer';
  /** The verb or noun. */
  word: string;
  /** The text around it in its clause. */
  before: string;
  after: string;
};
/** Offsets within the sentence (UTF-16). */
type Place = { start: number; end: number };

/** How far from its verb a subject or object is looked for, in characters. */
const reach = 130;

/** Nouns for the one who acts, and words that report no act by themselves. */
const doers = /^(?:(?:co)?founders?|successor|gunm[ae]n|shooter)$/;
const noActs = /^(?:gunfire|bullet|toll|custody|guilty|verdict|prison|responsibility|wounded|attempts?)$/;
const alwaysNouns =
  /(?:[st]ion|[st]ions|ment|ments|ism|death|deaths|airstrikes?|killings|shootings?|stabbings?|seizure|takeover|lawsuit|dismissal|successor|bombings?)$/;
/** Forms that are a noun as well as a verb. */
const perhapsNouns =
  /^(?:attacks?|strikes?|hits?|bombs?|raids?|shots?|release|releases|swap|exchange|arrests?|murders?|bans?|hurt|fire|fires|fines?|praise|insults?|rebukes?|threats?|sanctions?|sentences?|shells?|capture|defeats?|blame|killing|bombing|shelling|poisoning|detention)$/;
const pastForms =
  /^(?:\p{L}+ed|slain|shot|struck|hit|hurt|beaten|beat|bought|found|swapped|freed|overthrown)$/u;
const died = /^(?:die|dies|died|dying|dead)$/;

/** `a convicted man` reports no conviction by anyone here. */
const asAdjective = /\b(?:an?|the|this|that|these|those|his|her|its|their)\s(?:\p{Ll}{1,30}ly\s)?$/iu;
const being =
  /\b(?:was|were|is|are|be|been|being|got|gets|get)\s(?:\p{Ll}{1,30}ly\s|also\s|later\s|then\s)?$/u;
/** The word before a verb. */
const helping =
  /^(?:has|have|had|will|would|could|may|might|should|to|can|did|does|do|not|never|it|they|he|she|who|which|that|also|\p{Ll}+ly)$/u;
const owning = /^(?:an?|the|one|two|[^’']+['’]s)$/;
const subjectPronoun = /\b(?:he|she|they|it|who|we|I)\s(?:has\s|had\s|have\s|also\s)?$/u;
/** A verb without an object, in a title or after a noun: `NAME killed in CITY`. */
const noObject =
  /^\s?(?:$|[.,;:)’”]|(?:in|at|on|by|near|during|after|when|while|for|outside|from|to|as|over|under|with|since|last|this|today|yesterday|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|and)\b)/;
/** `expelled on Monday ten people`. */
const dayThenObject =
  /^\son\s(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\s(?:\d|\p{Lu}|(?:the|an?|two|three|four|five|six|several|dozens)\b)/u;
const beginsObject =
  /^\s(?:\p{Lu}|\d|(?:the|an?|his|her|its|their|at|several|some|many|more|two|three|four|five|dozens|hundreds)\b)/u;

/** Where another clause begins. `who` and `that` are left to the clause that they refer to. */
const boundary =
  /[;:—–]|\s(?:after|when|while|because|since|before|although|though|whereas|but|hours|days)\s|,\s(?:and|as)\s|\sas\s(?=\p{L})/gu;

const nextClause = new RegExp(boundary.source, 'u');

const attempt = /assassination attempts?|attempted (?:assassination|murder|killing)s?/i;

/** Whether a sentence reports an attempt where the act itself is asked about. */
export function isOnlyAttempt(text: string, verb: AskedWord): boolean {
  return attempt.test(text) && !verb.same.includes('=attempt');
}

/** Every place in a sentence that reports an act that may be called as asked. */
export function actsIn(text: string, verb: AskedWord): Act[] {
  const acts: Act[] = [];
  const meant = new Set(verb.same);
  for (const { 0: word, index: start } of text.matchAll(
    /assassination attempts?|attempted assassinations?|[\p{L}\p{N}]+/gu,
  )) {
    const lower = word.toLowerCase();
    const isAttempt = lower.includes(' ');
    if (
      isAttempt
        ? !verb.same.includes('=attempt')
        : noActs.test(lower) || !(meant.has(`=${lower}`) || stem(lower) === verb.form)
    )
      continue;
    const end = start + word.length;
    if (pastForms.test(lower) && !perhapsNouns.test(lower) && asAdjective.test(text.slice(0, start)))
      continue;
    const kind = isAttempt ? 'noun' : kindOf(text, lower, start, end);
    acts.push({ start, end, word, kind, ...clauseAround(text, start, end) });
  }
  return acts;
}

function kindOf(text: string, word: string, start: number, end: number): Act['kind'] {
  const before = text.slice(Math.max(0, start - 40), start);
  const after = text.slice(end, end + 40);
  if (doers.test(word)) return 'doer';
  if (died.test(word)) return 'passive';
  if (alwaysNouns.test(word) && !pastForms.test(word)) return 'noun';
  if (pastForms.test(word)) {
    if (perhapsNouns.test(word) && owning.test(lastWordOf(before))) return 'noun';
    if (being.test(before)) return 'passive';
    if (subjectPronoun.test(before)) return 'active';
    return noObject.test(after) && !dayThenObject.test(after) ? 'passive' : 'active';
  }
  if (!perhapsNouns.test(word)) return 'active';
  if (helping.test(lastWordOf(before))) return 'active';
  return beginsObject.test(after) && /^\p{Lu}[\p{L}’'.]*$/u.test(lastWordOf(before)) ? 'active' : 'noun';
}

function lastWordOf(before: string): string {
  return before.trimEnd().split(' ').at(-1) ?? '';
}

function clauseAround(text: string, start: number, end: number): { before: string; after: string } {
  const from = Math.max(0, start - reach);
  let opens = from;
  for (const { 0: mark, index } of text.slice(from, start).matchAll(boundary))
    opens = from + index + mark.length;
  const rest = text.slice(end, end + reach);
  const closes = rest.search(nextClause);
  return { before: text.slice(opens, start), after: closes < 0 ? rest : rest.slice(0, closes) };
}
