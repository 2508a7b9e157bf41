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
