import { isOnePerson } from '../../grammar/antecedent-rivals.ts';
import { subjectBefore } from '../../grammar/clause.ts';
import type { Context } from '../../grammar/context.ts';
import { personNouns } from '../../grammar/lexicon.ts';
import { isVerb, type NounPhrase, parseNounPhrase } from '../../grammar/noun-phrase.ts';
import { nounPhraseStart } from '../../grammar/noun-phrase-back.ts';
import { speechAt } from '../../grammar/reporting-form.ts';
import { denotesPerson, mainSubject } from '../../grammar/salience.ts';
import { speakerKind } from '../../grammar/speaker-kind.ts';
import type { LeadIn } from './attribution-clause.ts';
import { type NonSpeaker, nonSpeakerOfInfinitive, nonSpeakerOfParticiple } from './non-speakers.ts';
import { subjectBehindOpening } from './verbless-lead-in.ts';

/** A verb of speech in front of a quote at `to`: where its sentence begins, and what comes first in the search. */
type Place = { at: number; sentence: number; floor: number; to: number };

/** Who speaks by a participle or an infinitive of speech. */
export function dependentLeadIn(
  context: Context,
  { at, sentence, floor, to }: Place,
  isInfinitive: boolean,
): LeadIn {
  const cue = { from: at, to: at + 1 };
  const others = isInfinitive
    ? nonSpeakerOfInfinitive(context, at, floor)
    : nonSpeakerOfParticiple(context, at, floor);
  if (others) return leadInToOthers(others, cue);
  const subject =
    dependentSubject(context, at, sentence, floor, isInfinitive) ??
    (at === sentence ? subjectBehindOpening(context, to) : null);
  return { subject, cue, pattern: 'participle', sharesSubject: !subject && floor > sentence };
}

/** Words that are not those of the sentence’s subject. */
export function leadInToOthers(others: NonSpeaker, cue: LeadIn['cue']): LeadIn {
  if (others.kind === 'none') return { subject: null, cue, pattern: 'participle', denied: true };
  return { subject: others.subject, cue, pattern: 'participle', relayed: others.kind === 'relayed' };
}

/** The subject of a participle or an infinitive of speech at `at`: what it depends on, not the nearest noun. */
function dependentSubject(
  context: Context,
  at: number,
  sentence: number,
  floor: number,
  isInfinitive: boolean,
): NounPhrase | null {
  const teller = isInfinitive ? whoUsedTo(context, at, floor) : null;
  if (teller) return teller;
  const absolute = isInfinitive
    ? null
    : (withSubject(context, at, floor) ?? (floor > sentence ? subjectBehindQuote(context, at, floor) : null));
  if (absolute) return absolute;
  const broughtIn = isInfinitive ? null : personBroughtIn(context, at, floor);
  if (broughtIn) return broughtIn;
  const near = nearestSubject(context, at, floor) ?? unnamedBefore(context, at, floor);
  return agreeing(context, near, mainSubject(context, sentence, at));
}

/** `his grandmother, who used to say`, `recalled what her mother used to say`: who does so by habit. */
function whoUsedTo(context: Context, infinitive: number, floor: number): NounPhrase | null {
  const habit = infinitive - 2;
  const isHabit = /^(?:used|liked|likes|loved|loves)$/.test(context.words[habit]?.lower ?? '');
  return isHabit ? subjectBefore(context, habit, floor) : null;
}

/** `X left as a repairman walked in, saying`: someone unnamed in the clause right before a participle. */
function personBroughtIn(context: Context, participle: number, floor: number): NounPhrase | null {
  const last = lastSubject(context, participle, floor);
  if (last?.kind !== 'described' || !isOnePerson(context, last)) return null;
  return /^(as|when|while)$/.test(context.words[last.whole.from - 1]?.lower ?? '') ? last : null;
}

/** `X did so and said`: the subject of the verb before, if the sentence is about no one else. */
export function joined(context: Context, at: number, sentence: number, floor: number): LeadIn | null {
  const { words } = context;
  let link = at - 1;
  while (link >= floor && (words[link]!.pos === 'ADV' || /^(then|also|now|later)$/.test(words[link]!.lower)))
    link--;
  if (link >= floor && !/^(and|but|,)$/.test(words[link]!.lower)) return null;
  // The marks before may hold a title, which is no quote: `X, author of “…”, wrote`.
  const isBehindMarks = words[link]?.text === ',' && (floor > sentence || context.quoted[link - 1] === 1);
  const head = isBehindMarks ? headOfAside(context, sentence, Math.max(floor, link)) : null;
  if (head) return { subject: head, cue: { from: at, to: at + 1 }, pattern: 'joined' };
  const nearest = nearestSubject(context, at, sentence);
  const latest = lastSubject(context, at, sentence);
  // `tells of a customer who came in and asked for`
  const isOfOther =
    latest?.kind === 'described' &&
    latest.whole.from > (nearest?.whole.from ?? -1) &&
    words[latest.whole.to]?.lower === 'who' &&
    words.slice(latest.whole.to, at).every(({ text }) => text !== ',');
  if (isOfOther) return { subject: latest, cue: { from: at, to: at + 1 }, pattern: 'joined' };
  // `X would not say, as he stood there and called`: the subject of the verb that it is joined to.
  const last = nearest?.kind === 'person' || latest?.kind !== 'pronoun' ? (nearest ?? latest) : latest;
  const isOpen = nearest?.person && latest && isParallel(context, nearest, latest, link);
  const subject =
    at > sentence && !isOpen
      ? agreeing(context, last, mainSubject(context, sentence, at), last !== nearest)
      : null;
  return {
    subject,
    cue: { from: at, to: at + 1 },
    pattern: 'joined',
    sharesSubject: !subject && !last && floor > sentence,
  };
}

/** `X, who called it “…”, wrote`, `X, author of “…”, wrote`: who the sentence is about, if the quote before is in an aside about them. */
function headOfAside(context: Context, sentence: number, floor: number): NounPhrase | null {
  const { words } = context;
  const head = parseNounPhrase(context, sentence, floor);
  if (head?.kind !== 'person' || words[head.whole.to]?.text !== ',') return null;
  const isRelative = /^(who|whom|whose)$/.test(words[head.whole.to + 1]?.lower ?? '');
  for (let at = head.whole.to + 1; at < floor && !isRelative; at++)
    if (!context.quoted[at] && isVerb(context, at)) return null;
  const isLeft = words
    .slice(head.whole.to + 1, floor)
    .some(({ text }, next) => text === ',' && !context.quoted[head.whole.to + 1 + next]);
  return isLeft ? null : head;
}

/** `X testified that Y opened the door and said`, `X said his wife had called and said`: by its form the verb may be that of either. */
function isParallel(context: Context, outer: NounPhrase, inner: NounPhrase, link: number): boolean {
  const { words } = context;
  if (outer.person === inner.person || inner.whole.from < outer.whole.to) return false;
  let verb = inner.whole.to;
  while (/^(had|has|have)$/.test(words[verb]?.lower ?? '')) verb++;
  const isPerfect = verb > inner.whole.to && denotesPerson(context, inner);
  const isSomeone = inner.kind === 'person' || isKin(context, inner) || isPerfect;
  return (
    isSomeone && words[verb]?.pos === 'VERB' && words[link]?.lower === 'and' && words[link - 1]?.text !== ','
  );
}

/** `his sister`, `a colleague`: one person, by a noun for people. */
function isKin({ words }: Context, { from, to }: NounPhrase): boolean {
  return (
    /^(his|her|their|an?)$/.test(words[from]!.lower) &&
    words.slice(from, to).some(({ lower }) => personNouns.has(lower))
  );
}

/**
 * The subject of a dependent verb, out of the nearest one and that of the main clause: null where they are two
 * people; the main one where the other cannot speak, or where it is someone described.
 */
function agreeing(
  context: Context,
  near: NounPhrase | null,
  main: NounPhrase | null,
  prefersMain = false,
): NounPhrase | null {
  if (!near || !main) return near ?? main;
  if (near.person && main.person) return near.person === main.person ? near : null;
  const kind = speakerKind(context, near);
  if (kind === null || (main.kind === 'person' && (kind === 'document' || kind === 'organization')))
    return main;
  const isSomeone = prefersMain && main.kind === 'described' && speakerKind(context, main) !== null;
  return isSomeone && near.kind === 'person' ? main : near;
}

/** `with X saying` */
function withSubject(context: Context, participle: number, floor: number): NounPhrase | null {
  let end = participle;
  while (end - 1 > floor && context.words[end - 1]!.pos === 'ADV') end--;
  const from = nounPhraseStart(context, end, floor);
  const link = context.words[from - 1] ?? context.words[from];
  const begin = context.words[from]?.lower === 'with' ? from + 1 : from;
  if (begin >= participle || (link?.lower !== 'with' && context.words[begin - 1]?.lower !== 'with'))
    return null;
  return parseNounPhrase(context, begin, end);
}

/** `with X calling it “…” and Y calling it “…”`: whom a participle is about, right behind the quote before. */
function subjectBehindQuote(context: Context, participle: number, floor: number): NounPhrase | null {
  const { words } = context;
  let from = floor;
  while (from < participle && /^(?:[,;]|and|but|while)$/.test(words[from]!.lower)) from++;
  const subject = from > floor ? parseNounPhrase(context, from, participle) : null;
  if (!subject || subject.kind === 'pronoun' || speakerKind(context, subject) === null) return null;
  const { to } = subject.whole;
  return (words[to]?.text === ',' ? to + 1 : to) === participle ? subject : null;
}

/** Someone unnamed whom the last verb on the left is about: `where 50 protesters had gathered, chanting`. */
function unnamedBefore(context: Context, to: number, floor: number): NounPhrase | null {
  const subject = lastSubject(context, to, floor);
  return subject?.kind === 'described' ? subject : null;
}

/** The subject of the finite verb nearest on the left. */
function nearestSubject(context: Context, to: number, floor: number): NounPhrase | null {
  for (let at = to - 1; at >= Math.max(floor, to - 60); at--) {
    const verb = speechAt(context, at);
    if (!verb || verb.weak || /ing$/.test(context.words[at]!.lower)) continue;
    const subject = subjectBefore(context, at, floor);
    if (subject) return subject;
  }
  return null;
}

/** The subject of the last finite verb, of whatever kind, on the left. */
function lastSubject(context: Context, to: number, floor: number): NounPhrase | null {
  for (let at = to - 1; at >= Math.max(floor, to - 40); at--) {
    if (context.quoted[at] || !isVerb(context, at) || /ing$/.test(context.words[at]!.lower)) continue;
    const subject = subjectBefore(context, at, floor);
    if (subject) return subject;
  }
  return null;
}
