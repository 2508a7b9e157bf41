import { isPassive, speechAt, subjectBefore } from '../../grammar/clause.ts';
import type { Context, WordRange } from '../../grammar/context.ts';
import { isVerb, type NounPhrase, nounPhraseStart, parseNounPhrase } from '../../grammar/noun-phrase.ts';
import { mainSubject } from '../../grammar/salience.ts';

import type { SpeechVerb } from '../../knowledge/name-index.ts';
import {
  anotherBetween,
  type NonSpeaker,
  nonSpeakerOfInfinitive,
  nonSpeakerOfParticiple,
} from './non-speakers.ts';

export type LeadIn = {
  subject: NounPhrase | null;
  cue: WordRange | null;
  pattern: 'before' | 'participle' | 'joined' | 'passive' | 'passive-by' | 'colon' | 'according-to';
  /** The subject is that of the clause before the previous quote. */
  sharesSubject?: boolean;
  /** The words were not spoken, or are only supposed to be. */
  denied?: boolean | 'supposed';
  /** Another relays the words of the subject. */
  relayed?: boolean;
};

const weakReach = 14;
const reach = 34;

/**
 * Who speaks by the words before a quote in its sentence: from `floor` (behind the quote before, or where the
 * sentence begins) to `to`, exclusive. `sentence` is where the sentence itself begins. Null where no verb of
 * speech stands there.
 */
export function beforeQuote(context: Context, sentence: number, floor: number, to: number): LeadIn | null {
  const { words } = context;
  for (let at = to - 1; at >= Math.max(floor, to - reach); at--) {
    const word = words[at]!;
    if (context.quoted[at]) break;
    if (word.lower === 'according' && words[at + 1]?.lower === 'to') {
      const subject = objectPhrase(context, at + 2, to);
      return { subject, cue: { from: at, to: at + 2 }, pattern: 'according-to' };
    }
    const verb = speechAt(context, at);
    if (!verb || (!verb.bare && to - at > weakReach)) continue;
    if (verb.weak && !governsQuote(context, at, to)) continue;
    if (isCutOff(context, at, to)) continue;
    const led = leadInVerb(context, { at, ...verb }, sentence, floor, to);
    if (!led) continue;
    const another = led.subject && anotherBetween(context, { at, ...verb }, to, led.subject);
    return another ? leadInToOthers({ kind: 'relayed', subject: another }, led.cue) : led;
  }
  return colonName(context, floor, to);
}

/**
 * Whether the quote is the whole object of a verb that has other senses, or in a clause that it governs:
 * `continued: “…”`, `maintained that it was “…”`, `added it was “…”`; not `continued his “…”`, `offered to “…”`.
 */
function governsQuote(context: Context, verb: number, to: number): boolean {
  const { words } = context;
  const between = words.slice(verb + 1, to);
  if (between.length === 0 || /^[:,]$/.test(between.at(-1)!.text)) return true;
  if (between[0]!.lower === 'to' && between.length < 3) return false;
  if (between.slice(0, 4).some(({ lower }) => lower === 'that')) return true;
  const isInfinitive = between.some(({ lower }) => lower === 'to');
  const isRelative = between.some(({ lower }) => /^(that|which|who|whom|where|in)$/.test(lower));
  if (isInfinitive || isRelative) return false;
  return between.some(
    (word, at) => word.pos === 'AUX' || (at > 0 && word.pos === 'VERB' && !/ing$/.test(word.lower)),
  );
}

/** Who speaks by one verb of speech; null where it tells nothing of the quote. */
function leadInVerb(
  context: Context,
  verb: SpeechVerb & { at: number },
  sentence: number,
  floor: number,
  to: number,
): LeadIn | null {
  const { words } = context;
  const { at } = verb;
  const { lower } = words[at]!;
  const cue = { from: at, to: at + 1 };
  if (isDenied(context, at, floor)) return leadInToOthers({ kind: 'nobody' }, cue);
  if (isPassive(context, at, floor)) {
    const by = words.slice(at, to).findIndex(next => next.lower === 'by');
    if (by > 0) return { subject: objectPhrase(context, at + by + 1, to), cue, pattern: 'passive-by' };
    return /^(quoted|cited)$/.test(lower) ? { subject: null, cue, pattern: 'passive' } : null;
  }
  // `X, called "…" by Y, won`
  const isCalled = at + 1 === to && /^(called|dubbed|labeled|described|branded|termed)$/.test(lower);
  if (isCalled && words[at - 1]?.text === ',') return { subject: null, cue, pattern: 'passive' };
  const isInfinitive = words[at - 1]?.lower === 'to';
  const isParticiple = /ing$/.test(lower) && !/^(is|was|are|were|been|be)$/.test(words[at - 1]?.lower ?? '');
  if (isParticiple || isInfinitive) {
    const others = isInfinitive
      ? nonSpeakerOfInfinitive(context, at, floor)
      : nonSpeakerOfParticiple(context, at, floor);
    if (others) return leadInToOthers(others, cue);
    const subject =
      withSubject(context, at, floor) ??
      agreeing(
        nearestSubject(context, at, floor) ?? unnamedBefore(context, at, floor),
        mainSubject(context, sentence, at),
      );
    return { subject, cue, pattern: 'participle', sharesSubject: !subject && floor > sentence };
  }
  const subject = subjectBefore(context, at, floor);
  if (subject && isOnlySupposed(context, subject))
    return { subject: null, cue, pattern: 'before', denied: 'supposed' };
  if (subject) return { subject, cue, pattern: 'before', relayed: isHearsay(context, subject.whole.to, at) };
  const inverted = verb.bare && isClauseStart(context, at, floor) ? invertedSubject(context, at, to) : null;
  if (inverted) return { subject: inverted, cue, pattern: 'before' };
  return joined(context, at, sentence, floor);
}

/** `X did so and said`: the subject of the verb before, if the sentence is about nobody else. */
function joined(context: Context, at: number, sentence: number, floor: number): LeadIn | null {
  const { words } = context;
  let link = at - 1;
  while (link >= floor && (words[link]!.pos === 'ADV' || /^(then|also|now|later)$/.test(words[link]!.lower)))
    link--;
  if (link >= floor && !/^(and|but|,)$/.test(words[link]!.lower)) return null;
  const last = nearestSubject(context, at, sentence) ?? lastSubject(context, at, sentence);
  const subject = at > sentence ? agreeing(last, mainSubject(context, sentence, at)) : null;
  return {
    subject,
    cue: { from: at, to: at + 1 },
    pattern: 'joined',
    sharesSubject: !subject && !last && floor > sentence,
  };
}

/** The nearer of two subjects, null where they are two people. */
function agreeing(near: NounPhrase | null, main: NounPhrase | null): NounPhrase | null {
  const differ = near?.person && main?.person && near.person !== main.person;
  return differ ? null : (near ?? main);
}

/** `if X says`, `neither Y nor X says` */
function isOnlySupposed({ words }: Context, { whole }: NounPhrase): boolean {
  const before = words[whole.from - 1]?.lower ?? '';
  return /^(if|unless|nor)$/.test(before) || words[whole.from]!.lower === 'neither' || before === 'neither';
}

/** `X allegedly said`: nobody is named as having heard it. */
function isHearsay(context: Context, from: number, verb: number): boolean {
  return context.words
    .slice(from, verb)
    .some(word => /^(allegedly|reportedly|supposedly|purportedly)$/.test(word.lower));
}

function leadInToOthers(others: NonSpeaker, cue: LeadIn['cue']): LeadIn {
  if (others.kind === 'nobody') return { subject: null, cue, pattern: 'participle', denied: true };
  return { subject: others.subject, cue, pattern: 'participle', relayed: others.kind === 'relayed' };
}

/**
 * `After X criticized him, Y smiled, "…"`, `X said, and her husband cut in: "…"`: another clause with a subject
 * of its own stands between the verb and the quote.
 */
function isCutOff(context: Context, verb: number, to: number): boolean {
  const { words } = context;
  for (let at = verb + 1; at + 2 < to; at++) {
    if (words[at]!.text !== ',' || context.quoted[at]) continue;
    const begin = /^(and|but|while)$/.test(words[at + 1]!.lower) ? at + 2 : at + 1;
    const mayBegin = context.beginsAt.has(begin) || /^(he|she|they|his|her|their)$/.test(words[begin]!.lower);
    const other = mayBegin ? parseNounPhrase(context, begin, to) : null;
    const behind = other?.whole.to ?? to;
    if (behind < to && isVerb(context, behind) && words[behind]!.sentence === words[verb]!.sentence)
      return true;
  }
  return false;
}

/** `X: "…"` */
function colonName(context: Context, floor: number, to: number): LeadIn | null {
  const { words } = context;
  if (words[to - 1]?.text !== ':' || to - 2 < floor) return null;
  const named = context.endsAt.get(to - 2);
  if (!named || named.from - floor > 8) return null;
  const subject = parseNounPhrase(context, floor, to - 1);
  return subject?.kind === 'person' && subject.to === to - 1
    ? { subject, cue: null, pattern: 'colon' }
    : null;
}

/** The phrase behind a preposition, which may be `him`, `her` or `them`. */
function objectPhrase(context: Context, at: number, to: number): NounPhrase | null {
  if (/^(him|her|them)$/.test(context.words[at]?.lower ?? '') && at < to) {
    const whole = { from: at, to: at + 1 };
    return { kind: 'pronoun', person: null, ...whole, whole };
  }
  return parseNounPhrase(context, at, to);
}

/** `Stated Miller: "…"` */
function invertedSubject(context: Context, at: number, to: number): NounPhrase | null {
  const named = context.beginsAt.get(at + 1);
  if (!named && !context.words[at + 1]?.isCapitalized) return null;
  const subject = parseNounPhrase(context, at + 1, to);
  return subject?.kind === 'person' ? subject : null;
}

function isClauseStart(context: Context, at: number, floor: number): boolean {
  return at === floor || context.words[at - 1]?.sentence !== context.words[at]!.sentence;
}

/** `with X saying` */
function withSubject(context: Context, participle: number, floor: number): NounPhrase | null {
  const from = nounPhraseStart(context, participle, floor);
  const link = context.words[from - 1] ?? context.words[from];
  const begin = context.words[from]?.lower === 'with' ? from + 1 : from;
  if (begin >= participle || (link?.lower !== 'with' && context.words[begin - 1]?.lower !== 'with'))
    return null;
  return parseNounPhrase(context, begin, participle);
}

/** Somebody unnamed whom the last verb on the left is about: `where 50 protesters had gathered, chanting`. */
function unnamedBefore(context: Context, to: number, floor: number): NounPhrase | null {
  const subject = lastSubject(context, to, floor);
  return subject?.kind === 'described' ? subject : null;
}

/** The subject of the finite verb nearest on the left. */
function nearestSubject(context: Context, to: number, floor: number): NounPhrase | null {
  for (let at = to - 1; at >= Math.max(floor, to - 60); at--) {
    const verb = speechAt(context, at);
    if (!verb || /ing$/.test(context.words[at]!.lower)) continue;
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

/** `never said`, `did not say`: words that somebody did not speak. */
function isDenied(context: Context, verb: number, floor: number): boolean {
  for (let at = verb - 1; at >= Math.max(floor, verb - 4); at--) {
    const { lower } = context.words[at]!;
    if (/^(not|n't|never|nobody)$/.test(lower.replace('’', "'"))) return true;
    if (context.words[at]!.pos !== 'AUX' && context.words[at]!.pos !== 'ADV') return false;
  }
  return false;
}
