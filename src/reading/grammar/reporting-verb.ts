import type { SpeechVerb } from '../knowledge/name-index.ts';
import { subjectAfter, subjectBefore } from './clause.ts';
import type { Context } from './context.ts';
import { thirdPersonObjects } from './lexicon.ts';
import { type NounPhrase, parseNounPhrase } from './noun-phrase.ts';
import { speechAt } from './reporting-form.ts';
import { speakerKind } from './speaker-kind.ts';

/** A reporting verb with its subject. Indexes of words, `to` exclusive. */
export type Attribution = {
  subject: NounPhrase;
  cue: number;
  verb: SpeechVerb;
  from: number;
  to: number;
  inverted: boolean;
  /** It is only said of the subject: `X is said to have replied`. */
  relayed?: true;
};

/**
 * The attribution that begins right at `at`: `X said`, `said X`, `according to X`; null where none does.
 * @param limit the index of the first word that no more belongs to it
 * @param anyVerb take any verb for one of speech, as behind a whole quote: `…," X fumed`
 */
export function attributionAt(
  context: Context,
  at: number,
  limit: number,
  anyVerb = false,
): Attribution | null {
  const { words } = context;
  const first = words[at];
  if (!first || at >= limit || context.quoted[at]) return null;
  if (first.lower === 'according' && words[at + 1]?.lower === 'to') return accordingTo(context, at, limit);
  const begin = /^(as|and|but|then)$/.test(first.lower) ? at + 1 : at;
  const verb = speechAt(context, begin);
  if (verb?.bare) {
    const subject = subjectAfter(context, begin, limit);
    if (subject && (begin === at || first.lower === 'as'))
      return { subject, cue: begin, verb, from: at, to: subject.whole.to, inverted: true };
    if (begin === at) return null;
  }
  const odd = anyVerb ? verbAt(context, at) : null;
  const named = odd ? subjectAfter(context, at, limit) : null;
  if (odd && named?.kind === 'person')
    return { subject: named, cue: at, verb: odd, from: at, to: named.whole.to, inverted: true };
  return subjectFirst(context, at, begin, limit, anyVerb);
}

/** `according to X` */
function accordingTo(context: Context, at: number, limit: number): Attribution | null {
  const subject = sourcePhrase(context, at + 2, limit);
  const verb = { base: 'according', bare: true };
  return subject && { subject, cue: at, verb, from: at, to: subject.whole.to, inverted: true };
}

/** The source behind `according to`: of `the words of X`, X. */
export function sourcePhrase(context: Context, at: number, limit: number): NounPhrase | null {
  const { words } = context;
  const noun = words[at]?.lower === 'the' ? at + 1 : at;
  const isSaying =
    /^(words|statement|account)$/.test(words[noun]?.lower ?? '') && words[noun + 1]?.lower === 'of';
  return objectPhrase(context, isSaying ? noun + 2 : at, limit);
}

/** The phrase behind a preposition, which may be `him`, `her` or `them`; not `her` in `her lawyer`. */
export function objectPhrase(context: Context, at: number, limit: number): NounPhrase | null {
  const { words } = context;
  const isPronoun = at < limit && thirdPersonObjects.has(words[at]?.lower ?? '');
  const isOwner =
    words[at]?.lower === 'her' && at + 1 < limit && /^(NOUN|PROPN|ADJ|NUM)$/.test(words[at + 1]?.pos ?? '');
  if (!isPronoun || isOwner) return parseNounPhrase(context, at, limit);
  const whole = { from: at, to: at + 1 };
  return { kind: 'pronoun', person: null, ...whole, whole };
}

/** `X said`: the first verb that has the phrase at `begin` for its subject. */
function subjectFirst(
  context: Context,
  at: number,
  begin: number,
  limit: number,
  anyVerb: boolean,
): Attribution | null {
  const { words } = context;
  const { sentence } = words[at]!;
  const end = Math.min(limit, begin + 40);
  for (let next = begin + 1; next < end && words[next]!.sentence === sentence; next++) {
    if (context.quoted[next]) {
      if (!isApposed(context, begin, next)) return null;
      continue;
    }
    const reporting = speechAt(context, next);
    const verb = reporting ?? (anyVerb ? verbAt(context, next) : null);
    if (!verb || (!verb.bare && !isShort(context, next, limit))) continue;
    const found = subjectBefore(context, next, begin);
    if (!found) continue;
    if (!reporting && speakerKind(context, found) === null) return null;
    if (found.kind === 'described' && isInverted(context, next, limit)) continue;
    const subject = subjectFrom(context, begin, next, found, verb.bare && isShort(context, next, limit));
    return subject && { subject, cue: next, verb, from: at, to: next + 1, inverted: false };
  }
  return null;
}

/** `as its army can be small, said X`: the subject follows the verb. */
function isInverted(context: Context, verb: number, limit: number): boolean {
  if (context.words[verb - 1]!.text !== ',') return false;
  return speechAt(context, verb)?.bare === true && subjectAfter(context, verb, limit)?.kind === 'person';
}

/** The subject found for a verb, if it begins where the attribution does; else the name whose apposition is open. */
function subjectFrom(
  context: Context,
  begin: number,
  verb: number,
  found: NounPhrase,
  mayBeOpen: boolean,
): NounPhrase | null {
  if (found.whole.from <= begin || leadsTo(context, begin, verb, found)) return found;
  return mayBeOpen ? openApposition(context, begin, verb) : null;
}

/**
 * An attribution in the passive or through another that begins at `at`: `X was quoted as saying`, `the agency quoted
 * X as saying`, `X is said to have replied`.
 */
export function indirectAttributionAt(context: Context, at: number, limit: number): Attribution | null {
  const { words } = context;
  const saying = madeBy(context, at, limit) ?? fondOfSaying(context, at, limit);
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

/** `X, the founder of a site` in front of its verb: an apposition that no comma closes. */
function openApposition(context: Context, begin: number, verb: number): NounPhrase | null {
  const { words } = context;
  const lead = parseNounPhrase(context, begin, verb);
  if (lead?.kind !== 'person' || words[lead.whole.to]?.text !== ',') return null;
  const next = words[lead.whole.to + 1]?.lower ?? '';
  if (!/^(who|the|a|an|one|now|then|head|chief|president|former|\d+)$/.test(next)) return null;
  const rest = words.slice(lead.whole.to + 1, verb);
  return rest.some(({ text, lower }) => /^[;:]$/.test(text) || /^(whose|that|and|but)$/.test(lower))
    ? null
    : lead;
}

/** Whether what comes before `at` is a name and the beginning of its apposition. */
function isApposed(context: Context, begin: number, at: number): boolean {
  const lead = parseNounPhrase(context, begin, at);
  return lead?.kind === 'person' && context.words[lead.whole.to]?.text === ',' && at - begin < 16;
}

/** Whether only an office comes before the name: `the bank's deputy head, X, said`. */
function leadsTo(context: Context, begin: number, verb: number, subject: NounPhrase): boolean {
  if (/^[,–—-]$/.test(context.words[begin]!.text) && subject.whole.from === begin + 1) return true;
  const lead = parseNounPhrase(context, begin, verb);
  return !!lead?.person && lead.person === subject.person;
}

/** A finite verb that is none of speech by itself. */
function verbAt(context: Context, at: number): SpeechVerb | null {
  const word = context.words[at]!;
  // `“…,” X detailed.`, where wink takes the verb for an adjective
  const isOnly = /ed$/.test(word.lower) && context.endsAt.has(at - 1) && context.words[at + 1]?.text === '.';
  if (!(word.pos === 'VERB' || isOnly) || !/(ed|s)$/.test(word.lower) || /(ing|is|was|has)$/.test(word.lower))
    return null;
  return { base: word.lemma, bare: true };
}

/** A verb that does not mostly stand bare, but does here: the sentence ends behind it or goes on with a preposition. */
function isShort(context: Context, verb: number, limit: number): boolean {
  const next = context.words[verb + 1];
  return (
    !next ||
    verb + 1 >= limit ||
    /^[.,;]$/.test(next.text) ||
    /^(in|on|at|during|to|after|before|when|while|as|with|from|outside|inside|via|following|last|earlier)$/.test(
      next.lower,
    )
  );
}
