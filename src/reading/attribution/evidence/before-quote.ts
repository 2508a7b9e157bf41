import { isPassive, speechAt, subjectBefore } from '../../grammar/clause.ts';
import type { Context, WordRange } from '../../grammar/context.ts';
import { citedNouns, speechNouns, thirdPersonPossessives } from '../../grammar/lexicon.ts';
import { mainClauseStart } from '../../grammar/main-clause.ts';
import { isVerb, type NounPhrase, nounPhraseStart, parseNounPhrase } from '../../grammar/noun-phrase.ts';
import { mainSubject } from '../../grammar/salience.ts';

import { speakerKind } from '../../grammar/speaker-kind.ts';
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
  pattern:
    | 'before'
    | 'cited'
    | 'noun'
    | 'participle'
    | 'joined'
    | 'passive'
    | 'passive-by'
    | 'colon'
    | 'according-to';
  /** The subject is that of the clause before the previous quote. */
  sharesSubject?: boolean;
  /** The words were not spoken, or are only supposed to be. */
  denied?: boolean | 'supposed';
  /** Another relays the words of the subject. */
  relayed?: boolean;
};

/** Verbs whose participle may follow what they are about: `remarks, described by X as “…”`. */
const characterizing = new Set(
  'describe call dub label brand characterize term deem denounce condemn hail praise criticize criticise quote cite'.split(
    ' ',
  ),
);
const weakReach = 14;
const reach = 34;

/**
 * Who speaks by the words before a quote in its sentence: from `floor` (behind the quote before, or where the
 * sentence begins) to `to`, exclusive. `sentence` is where the sentence itself begins. Null where no verb of
 * speech stands there.
 */
export function beforeQuote(context: Context, sentence: number, floor: number, to: number): LeadIn | null {
  const { words } = context;
  const cited = citedSource(context, floor, to);
  if (cited) return cited;
  const main = mainClauseStart(context, sentence, to);
  const least = main <= to ? main : floor;
  for (let at = to - 1; at >= Math.max(floor, to - reach); at--) {
    const word = words[at]!;
    // `After X asked, Y became “…”`: the verb is in a subordinate clause that the quote is not in.
    if (context.quoted[at] || at < least) break;
    if (word.lower === 'according' && words[at + 1]?.lower === 'to') {
      const subject = objectPhrase(context, at + 2, to);
      return { subject, cue: { from: at, to: at + 2 }, pattern: 'according-to' };
    }
    const verb = speechAt(context, at);
    if (!verb || (!verb.bare && to - at > weakReach)) continue;
    if (verb.weak && !governsQuote(context, at, to, verb.base)) continue;
    if (isCutOff(context, at, to)) continue;
    const led = leadInVerb(context, { at, ...verb }, sentence, floor, to);
    if (!led) continue;
    const cannotSpeak = led.subject && speakerKind(context, led.subject) === null;
    // A verb with other senses was used in one of them.
    if (cannotSpeak && verb.weak) continue;
    const another = led.subject && anotherBetween(context, { at, ...verb }, to, led.subject);
    return another ? leadInToOthers({ kind: 'relayed', subject: another }, led.cue) : led;
  }
  return speechNoun(context, floor, to) ?? colonName(context, floor, to);
}

/**
 * Whether the quote is the whole object of a verb that has other senses, or in a clause that it governs:
 * `continued: “…”`, `maintained that it was “…”`, `added it was “…”`; not `continued his “…”`, `offered to “…”`.
 */
function governsQuote(context: Context, verb: number, to: number, base: string): boolean {
  const { words } = context;
  const between = words.slice(verb + 1, to);
  if (between.length === 0 || /^[:,]$/.test(between.at(-1)!.text)) return true;
  if (base === 'speak' || base === 'talk')
    return between.slice(0, 2).some(({ lower }) => /^(of|about)$/.test(lower));
  if (between[0]!.lower === 'to' && between.length < 3) return false;
  if (between.slice(0, 4).some(({ lower }) => lower === 'that')) return true;
  if (between.some(({ text }) => text === ',')) return false;
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
  const isPassiveParticiple =
    words[at + 1]?.lower === 'by' && characterizing.has(verb.base) && /(ed|put)$/.test(lower);
  if (isPassiveParticiple || isPassive(context, at, floor)) {
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
      (isInfinitive ? null : withSubject(context, at, floor)) ??
      agreeing(
        context,
        nearestSubject(context, at, floor) ?? unnamedBefore(context, at, floor),
        mainSubject(context, sentence, at),
      );
    return { subject, cue, pattern: 'participle', sharesSubject: !subject && floor > sentence };
  }
  const isParenthesis = words[at - 1]?.text === ',' && at - 1 > floor;
  const inverted =
    verb.bare && (isParenthesis || isClauseStart(context, at, floor))
      ? invertedSubject(context, at, to)
      : null;
  const isClosed = !isParenthesis || words[inverted?.whole.to ?? 0]?.text === ',';
  if (inverted && isClosed) return { subject: inverted, cue, pattern: 'before' };
  const subject = subjectBefore(context, at, floor);
  if (subject && isOnlySupposed(context, subject))
    return { subject: null, cue, pattern: 'before', denied: 'supposed' };
  if (subject) return { subject, cue, pattern: 'before', relayed: isHearsay(context, subject.whole.to, at) };
  return joined(context, at, sentence, floor);
}

/** `X did so and said`: the subject of the verb before, if the sentence is about nobody else. */
function joined(context: Context, at: number, sentence: number, floor: number): LeadIn | null {
  const { words } = context;
  let link = at - 1;
  while (link >= floor && (words[link]!.pos === 'ADV' || /^(then|also|now|later)$/.test(words[link]!.lower)))
    link--;
  if (link >= floor && !/^(and|but|,)$/.test(words[link]!.lower)) return null;
  const nearest = nearestSubject(context, at, sentence);
  const latest = lastSubject(context, at, sentence);
  // `X would not say, as he stood there and called`: the subject of the verb that it is joined to.
  const last = nearest?.kind === 'person' || latest?.kind !== 'pronoun' ? (nearest ?? latest) : latest;
  const subject =
    at > sentence ? agreeing(context, last, mainSubject(context, sentence, at), last !== nearest) : null;
  return {
    subject,
    cue: { from: at, to: at + 1 },
    pattern: 'joined',
    sharesSubject: !subject && !last && floor > sentence,
  };
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
  if (kind === null || (main.kind === 'person' && kind === 'document')) return main;
  const isSomeone = prefersMain && main.kind === 'described' && speakerKind(context, main) !== null;
  return isSomeone && near.kind === 'person' ? main : near;
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
    // `X said that A was so, and he had …`: what X said goes on.
    const goesOn = begin > at + 1 && /^(he|she|they|it)$/.test(words[begin]!.lower);
    if (goesOn && words.slice(verb + 1, verb + 8).some(({ lower }) => lower === 'that')) continue;
    const mayBegin = context.beginsAt.has(begin) || /^(he|she|they|his|her|their)$/.test(words[begin]!.lower);
    const other = mayBegin ? parseNounPhrase(context, begin, to) : null;
    const behind = other?.whole.to ?? to;
    if (behind < to && isVerb(context, behind) && words[behind]!.sentence === words[verb]!.sentence)
      return true;
  }
  return false;
}

/** `his appeal for a “…”`, `X’s claim that it was “…”`: a noun of speech with its speaker as the possessor. */
function speechNoun(context: Context, floor: number, to: number): LeadIn | null {
  const { words } = context;
  for (let at = to - 1; at > Math.max(floor, to - 12); at--) {
    const { lower, text } = words[at]!;
    if (context.quoted[at] || /^[.;,()–—]$/.test(text)) return null;
    if (!speechNouns.has(lower)) continue;
    const isLinked = at === to - 1 || /^(that|of|for|to|:)$/.test(words[at + 1]!.lower);
    let owner = at - 1;
    while (owner > Math.max(floor, at - 3) && words[owner]!.pos === 'ADJ') owner--;
    if (!isLinked || owner < floor) return null;
    const cue = { from: at, to: at + 1 };
    if (thirdPersonPossessives.has(words[owner]!.lower)) {
      const whole = { from: owner, to: owner + 1 };
      return { subject: { kind: 'pronoun', person: null, ...whole, whole }, cue, pattern: 'noun' };
    }
    const named = /^['’]s?$/.test(words[owner]!.text) ? context.endsAt.get(owner - 1) : undefined;
    if (!named || named.from < floor) return null;
    const { person, from, to: end } = named;
    return {
      subject: { kind: 'person', person, from, to: end, whole: { from, to: end } },
      cue,
      pattern: 'noun',
    };
  }
  return null;
}

/** `with a line from X: “…”`, `quoting X: “…”`, `in the words of X, “…”`: whose words the sentence cites. */
function citedSource(context: Context, floor: number, to: number): LeadIn | null {
  const { words } = context;
  const mark = words[to - 1]?.text ?? '';
  const end = /^[:,]$/.test(mark) ? to - 1 : to;
  for (let at = end - 1; at >= Math.max(floor, end - 12); at--) {
    const { lower, text } = words[at]!;
    if (context.quoted[at] || /^[.;:,]$/.test(text)) return null;
    const isQuoting = /^(quoting|citing|paraphrasing|reciting)$/.test(lower) && mark === ':';
    const isLine =
      /^(from|of|by)$/.test(lower) && at > floor && citedNouns.has(words[at - 1]!.lower) && mark !== '';
    if (!isQuoting && !isLine) continue;
    const subject = parseNounPhrase(context, at + 1, end);
    if (!subject || subject.whole.to < end || speakerKind(context, subject) === null) return null;
    return { subject, cue: { from: isLine ? at - 1 : at, to: at + 1 }, pattern: 'cited' };
  }
  return null;
}

/** `X: "…"` */
function colonName(context: Context, floor: number, to: number): LeadIn | null {
  const { words } = context;
  if (words[to - 1]?.text !== ':' || to - 2 < floor) return null;
  const named = context.endsAt.get(to - 2);
  if (!named) return null;
  if (/^[-–—|]$/.test(words[named.from - 1]?.text ?? '') && named.from > floor) {
    const { person, from, to: end } = named;
    return {
      subject: { kind: 'person', person, from, to: end, whole: { from, to: end } },
      cue: null,
      pattern: 'colon',
    };
  }
  if (named.from - floor > 8) return null;
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
  const isTitled =
    context.index.officeStarts.has(context.words[at + 1]?.lower ?? '') ||
    context.words[at + 1]?.pos === 'NOUN';
  if (!named && !isTitled && !context.words[at + 1]?.isCapitalized) return null;
  const subject = parseNounPhrase(context, at + 1, to);
  return subject?.kind === 'person' ? subject : null;
}

function isClauseStart(context: Context, at: number, floor: number): boolean {
  return at === floor || context.words[at - 1]?.sentence !== context.words[at]!.sentence;
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

/** Somebody unnamed whom the last verb on the left is about: `where 50 protesters had gathered, chanting`. */
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

/** `never said`, `did not say`: words that somebody did not speak. */
function isDenied(context: Context, verb: number, floor: number): boolean {
  for (let at = verb - 1; at >= Math.max(floor, verb - 4); at--) {
    const { lower } = context.words[at]!;
    if (/^(not|n't|never|nobody)$/.test(lower.replace('’', "'"))) return true;
    if (context.words[at]!.pos !== 'AUX' && context.words[at]!.pos !== 'ADV') return false;
  }
  return false;
}
