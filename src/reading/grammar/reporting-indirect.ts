import { isPossessiveEnding } from '../tokens/words.ts';
import type { Context } from './context.ts';
import { answerNouns, cries } from './lexicon.ts';
import { isVerb, type NounPhrase, parseNounPhrase } from './noun-phrase.ts';
import { speechAt } from './reporting-form.ts';
import { type Attribution, objectPhrase } from './reporting-verb.ts';
import { speakerKind } from './speaker-kind.ts';

/**
 * An attribution in the passive or through another that begins at `at`: `X was quoted as saying`, `the agency quoted
 * X as saying`, `X is said to have replied`.
 */
export function indirectAttributionAt(context: Context, at: number, limit: number): Attribution | null {
  const { words } = context;
  const saying =
    madeBy(context, at, limit) ??
    cameFrom(context, at, limit) ??
    ownSaying(context, at, limit) ??
    fondOfSaying(context, at, limit);
  if (saying) return saying;
  if (!mayBeIndirect(context, at, limit)) return null;
  const phrase = at < limit ? withoutVerb(context, parseNounPhrase(context, at, limit)) : null;
  if (!phrase || phrase.kind === 'pronoun' || speakerKind(context, phrase) === null) return null;
  const lowerAt = (index: number) => (index < limit ? (words[index]?.lower ?? '') : '');
  let next = phrase.whole.to;
  while (/^(is|was|are|were|has|have|been|also|later)$/.test(lowerAt(next))) next++;
  const isPassive = next > phrase.whole.to;
  const verb = next;
  const bare = { base: lowerAt(verb), bare: true };
  const heard = heardAt(context, verb, limit);
  if (heard >= 0)
    return { subject: phrase, cue: heard, verb: bare, from: at, to: heard + 1, inverted: false };
  if (/^(quoted|cited|quotes|cites)$/.test(lowerAt(verb))) {
    if (isPassive) {
      let as = verb + 1;
      while (as < verb + 10 && lowerAt(as) !== 'as') as++;
      if (!/ing$/.test(lowerAt(as + 1))) return null;
      return { subject: phrase, cue: verb, verb: bare, from: at, to: as + 2, inverted: false };
    }
    const subject = objectPhrase(context, verb + 1, limit);
    if (!subject || lowerAt(subject.whole.to) !== 'as' || !/ing$/.test(lowerAt(subject.whole.to + 1)))
      return null;
    const found = { subject, cue: verb, verb: bare, from: at, to: subject.whole.to + 2, inverted: true };
    // One person's account of another is hearsay; an agency passes words on.
    return phrase.kind === 'person' ? { ...found, relayed: true } : found;
  }
  const isHearsay =
    isPassive &&
    /^(said|reported|alleged|believed|claimed|rumoured|rumored|thought|understood)$/.test(lowerAt(verb)) &&
    lowerAt(verb + 1) === 'to' &&
    lowerAt(verb + 2) === 'have' &&
    verb + 3 < limit;
  return isHearsay
    ? { subject: phrase, cue: verb + 3, verb: bare, from: at, to: verb + 4, inverted: false, relayed: true }
    : null;
}

/** `The remark “…” was made by X`, `“…” was coined by X` */
function madeBy(context: Context, at: number, limit: number): Attribution | null {
  const { words } = context;
  if (!/^(was|were|is|are)$/.test(words[at]!.lower)) return null;
  const verb = words[at + 1]?.pos === 'ADV' || words[at + 1]?.lower === 'first' ? at + 2 : at + 1;
  if (!/^(made|coined|uttered|spoken)$/.test(words[verb]?.lower ?? '') || words[verb + 1]?.lower !== 'by')
    return null;
  const subject = parseNounPhrase(context, verb + 2, limit);
  const bare = { base: words[verb]!.lower, bare: true };
  return subject?.kind === 'person'
    ? { subject, cue: verb, verb: bare, from: at, to: subject.whole.to, inverted: true }
    : null;
}

/** `“…,” came the curt reply from X` */
function cameFrom(context: Context, at: number, limit: number): Attribution | null {
  const { words } = context;
  if (!/^(?:came|comes)$/.test(words[at]!.lower)) return null;
  let noun = at + 1;
  while (/^(?:DET|ADJ)$/.test(words[noun]?.pos ?? '')) noun++;
  const { lower } = words[noun] ?? { lower: '' };
  const isFrom = words[noun + 1]?.lower === 'from' && noun + 1 < limit;
  if (!isFrom || !(answerNouns.has(lower) || cries.has(lower))) return null;
  const subject = objectPhrase(context, noun + 2, limit);
  const verb = { base: 'come', bare: true };
  return subject && { subject, cue: at, verb, from: at, to: subject.whole.to, inverted: true };
}

const summings =
  /^(?:verdict|assessment|description|summary|response|reply|answer|retort|advice|view|take|motto|message|conclusion)$/;

/** `“…” is X’s verdict`, `“…” was how X described it`, `“…” – that is how X remembers it` */
function ownSaying(context: Context, begin: number, limit: number): Attribution | null {
  const { words } = context;
  const at = /^(?:that|this)$/.test(words[begin]!.lower) ? begin + 1 : begin;
  if (!/^(was|is)$/.test(words[at]?.lower ?? '')) return null;
  const isHow = words[at + 1]?.lower === 'how';
  const named = context.beginsAt.get(isHow ? at + 2 : at + 1);
  if (!named || named.to >= limit || (begin < at && !isHow)) return null;
  const isOwner = isPossessiveEnding(words[named.to]!.text);
  let noun = named.to + 1;
  while (noun < limit && words[noun]!.pos === 'ADJ') noun++;
  const says = isHow ? isVerb(context, named.to) : isOwner && summings.test(words[noun]?.lower ?? '');
  const subject = says ? parseNounPhrase(context, named.from, named.to) : null;
  if (!subject) return null;
  return {
    subject,
    cue: at,
    verb: { base: 'be', bare: true },
    from: begin,
    to: isHow ? named.to : noun + 1,
    inverted: true,
  };
}

/** `as X was fond of saying` */
function fondOfSaying(context: Context, at: number, limit: number): Attribution | null {
  const { words } = context;
  if (words[at]!.lower !== 'as') return null;
  const subject = parseNounPhrase(context, at + 1, limit);
  const is = subject?.kind === 'person' ? subject.whole.to : limit;
  const rest = words
    .slice(is, is + 4)
    .map(({ lower }) => lower)
    .join(' ');
  if (!subject || is + 3 >= limit || !/^(is|was) fond of saying$/.test(rest)) return null;
  return { subject, cue: is + 3, verb: { base: 'say', bare: true }, from: at, to: is + 4, inverted: false };
}

/** `the news agency quotes him`: the verb looks like one more noun of its subject. */
function withoutVerb({ words }: Context, phrase: NounPhrase | null): NounPhrase | null {
  if (phrase?.kind !== 'described') return phrase;
  const { from, to } = phrase.whole;
  let verb = from + 1;
  while (verb < to && words[verb]!.lower !== 'quotes' && words[verb]!.lower !== 'cites') verb++;
  return verb === to ? phrase : { ...phrase, to: Math.min(phrase.to, verb), whole: { from, to: verb } };
}

const indirectWords = new Set('quoted cited quotes cites heard seen filmed recorded have'.split(' '));
/** An indirect attribution is no longer. */
const longestIndirect = 40;

/** Whether one of the words that every indirect attribution has comes soon: saves most of the work. */
function mayBeIndirect({ words }: Context, from: number, limit: number): boolean {
  const end = Math.min(limit, from + longestIndirect, words.length);
  for (let at = from + 1; at < end; at++) if (indirectWords.has(words[at]!.lower)) return true;
  return false;
}

/** `can be heard asking`, `was seen telling`: where the participle is, -1 where there is none. */
function heardAt(context: Context, from: number, limit: number): number {
  const { words } = context;
  let at = from;
  while (at < limit && /^(can|could|is|was|are|were|be|been|clearly|also)$/.test(words[at]!.lower)) at++;
  if (at + 1 >= limit || !/^(heard|seen|filmed|recorded)$/.test(words[at]!.lower)) return -1;
  return /ing$/.test(words[at + 1]!.lower) && speechAt(context, at + 1) ? at + 1 : -1;
}
