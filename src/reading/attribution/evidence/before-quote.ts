import { isAboutThing, isPassive, subjectBefore } from '../../grammar/clause.ts';
import { type Context, nameAlone } from '../../grammar/context.ts';
import { askedParticiples, attitudes } from '../../grammar/lexicon.ts';
import { mainClauseStart } from '../../grammar/main-clause.ts';
import { isVerb, type NounPhrase, parseNounPhrase } from '../../grammar/noun-phrase.ts';
import { speechAt } from '../../grammar/reporting-form.ts';
import { objectPhrase, sourcePhrase } from '../../grammar/reporting-verb.ts';
import { speakerKind } from '../../grammar/speaker-kind.ts';
import type { SpeechVerb } from '../../knowledge/name-index.ts';
import { anotherBetween, perceivedBetween } from './another-between.ts';
import type { LeadIn } from './attribution-clause.ts';
import { isOthersLine } from './citation.ts';
import { dependentLeadIn, joined, leadInToOthers } from './dependent-verb.ts';
import { namedSubject } from './named-subject.ts';
import { reachesQuote } from './verb-reach.ts';
import {
  answerBefore,
  citedSource,
  colonBehindOpening,
  colonName,
  handedOver,
  inBrackets,
  inViewOf,
  openingWords,
  speechNoun,
  thingThatSays,
  whatItIsTo,
} from './verbless-lead-in.ts';

/** Verbs whose participle may follow what they are about: `remarks, described by X as “…”`. */
const characterizing = new Set(
  'describe call dub label brand characterize term deem denounce condemn hail praise criticize criticise quote cite'.split(
    ' ',
  ),
);
const reach = 34;

/**
 * Who speaks by the words before a quote in its sentence: from `floor` (behind the quote before, or where the
 * sentence begins) to `to`, exclusive. `sentence` is where the sentence itself begins. Null where no verb of
 * speech comes before it.
 */
export function beforeQuote(context: Context, sentence: number, floor: number, to: number): LeadIn | null {
  const { words } = context;
  if (to <= floor) return null;
  const parting = openingWords(context, floor, to);
  if (parting) return parting;
  const cited = citedSource(context, floor, to);
  if (cited) return cited;
  const owned =
    thingThatSays(context, floor, to) ?? answerBefore(context, floor, to) ?? whatItIsTo(context, floor, to);
  if (owned) return owned;
  const answering = handedOver(context, floor, to) ?? colonBehindOpening(context, floor, to);
  if (answering) return answering;
  const main = mainClauseStart(context, sentence, to);
  const bracketed = words[to - 1]?.text === '(' ? inBrackets(context, main, to) : null;
  if (bracketed) return bracketed;
  const least = main <= to ? main : floor;
  for (let at = to - 1; at >= Math.max(floor, to - reach); at--) {
    // `After X asked, Y became “…”`: the verb is in a subordinate clause that the quote is not in.
    if (context.quoted[at] || at < least) break;
    if (words[at]!.lower === 'according' && words[at + 1]?.lower === 'to') {
      const subject = sourcePhrase(context, at + 2, to);
      return { subject, cue: { from: at, to: at + 2 }, pattern: 'according-to' };
    }
    const verb = speechAt(context, at);
    const led = verb && leadInAt(context, { ...verb, at, sentence, floor, to });
    if (led) return led;
  }
  return speechNoun(context, floor, to) ?? colonName(context, floor, to) ?? inViewOf(context, floor, to);
}

/** Who speaks by the verb of speech at `at`; null where the quote is not what it reports. */
function leadInAt(context: Context, verb: LeadInVerb): LeadIn | null {
  const { at, floor, to, weak, bare } = verb;
  const led = reachesQuote(context, verb, at, to) ? leadInVerb(context, verb) : null;
  if (!led?.subject) return led;
  const kind = speakerKind(context, led.subject);
  // A verb with other senses was used in one of them.
  if (weak && kind === null) return null;
  // `a voice that said “…”`: a thing has no words of its own, but a document has.
  const isThing = kind !== 'document' && (kind === null || !bare) && isAboutThing(context, at, floor);
  if (isThing) return null;
  if (isOthersLine(context, at, to, led.subject)) return { subject: null, cue: led.cue, pattern: 'cited' };
  const another =
    anotherBetween(context, verb, to, led.subject) ?? perceivedBetween(context, at, to, led.subject);
  return another ? leadInToOthers({ kind: 'relayed', subject: another }, led.cue) : led;
}

/** A verb of speech before a quote: where its sentence begins, what comes first in the search, and the quote. */
type LeadInVerb = SpeechVerb & { at: number; sentence: number; floor: number; to: number };

/** Who speaks by one verb of speech; null where it says nothing of the quote. */
function leadInVerb(context: Context, verb: LeadInVerb): LeadIn | null {
  const { words } = context;
  const { at, sentence, floor } = verb;
  const cue = { from: at, to: at + 1 };
  // `did not call them lazy but “worn out”`
  const isContrast = words[verb.to - 1]!.lower === 'but';
  if (isDenied(context, at, floor) && !attitudes.has(verb.base) && !isContrast)
    return leadInToOthers({ kind: 'none' }, cue);
  const passive = passiveLeadIn(context, verb);
  if (passive !== undefined) return passive;
  const before = words[at - 1]?.lower ?? '';
  const isInfinitive = before === 'to';
  if (isInfinitive || (/ing$/.test(words[at]!.lower) && !/^(is|was|are|were|been|be)$/.test(before)))
    return dependentLeadIn(context, verb, isInfinitive);
  const rumoured = saidToHave(context, at, floor);
  if (rumoured) return { subject: rumoured, cue, pattern: 'before', relayed: true };
  const inverted = invertedSubject(context, verb);
  if (inverted) return { subject: inverted, cue, pattern: 'before' };
  const found = subjectBefore(context, at, floor);
  const subject = found?.kind === 'described' ? (namedSubject(context, found, verb) ?? found) : found;
  if (subject && isOneOfSeveral(context, subject, sentence)) return { subject: null, cue, pattern: 'joined' };
  if (subject && isOnlySupposed(context, subject))
    return { subject: null, cue, pattern: 'before', denied: 'supposed' };
  const teller = subject && toldBetween(context, subject, at, verb.to);
  if (teller) return { subject: teller, cue, pattern: 'before', relayed: true };
  const inner = subject && reportedBetween(context, subject, at, floor);
  if (inner) return { subject: inner, cue, pattern: 'before', relayed: true };
  if (subject) return { subject, cue, pattern: 'before', relayed: isHearsay(context, subject.whole.to, at) };
  return joined(context, at, sentence, floor);
}

/** `was called “…” by X`, `described by X as “…”`; null where the passive names no one, undefined where it is none. */
function passiveLeadIn(context: Context, verb: LeadInVerb): LeadIn | null | undefined {
  const { words } = context;
  const { at, base, floor, to } = verb;
  const { lower } = words[at]!;
  const cue = { from: at, to: at + 1 };
  const isParticiple = characterizing.has(base) && /(ed|put)$/.test(lower);
  // `described by X as “…”`, `dismissed by X as “…”`
  const isAgentNext =
    words[at + 1]?.lower === 'by' &&
    (isParticiple || (lower.endsWith('ed') && words[to - 1]!.lower === 'as') || isOpening(context, verb));
  if (isAgentNext || isPassive(context, at, floor)) {
    const by = words.slice(at, to).findIndex(next => next.lower === 'by');
    const relayed = isOwnReport(context, at, floor);
    if (by > 0)
      return { subject: objectPhrase(context, at + by + 1, to), cue, pattern: 'passive-by', relayed };
    const agent = agentBehind(context, verb);
    if (agent) return { subject: agent, cue, pattern: 'passive-by' };
    return /^(quoted|cited)$/.test(lower) ? { subject: null, cue, pattern: 'passive' } : null;
  }
  // `X, called "…" by Y, won`, `a film described as “…” by Y`, `X, once hailed as “…”, left`
  const opened = isOpening(context, verb) ? agentBehind(context, verb) : null;
  if (opened) return { subject: opened, cue, pattern: 'passive-by' };
  const object = /^(a|an|the)$/.test(words[to - 1]!.lower) ? to - 1 : to;
  // `called`, `described as`, and behind a comma `described in a report as`
  const isPlaced = () => /^(?:in|at|on)$/.test(words[at + 1]!.lower) && isApart(context, at, floor);
  const isAs = words[object - 1]!.lower === 'as' && lower.endsWith('ed');
  const isNaming = isAs && (at + 2 === object || isPlaced());
  if (!isNaming && !(isParticiple && at + 1 === to)) return undefined;
  const agent = agentBehind(context, verb);
  if (agent) return { subject: agent, cue, pattern: 'passive-by' };
  return isApart(context, at, floor) && !isWhatCalled(context, at, floor)
    ? { subject: null, cue, pattern: 'passive' }
    : undefined;
}

/** `Urged by X to “…”, Y left`, `As noted by X, it is “…”`: a passive that its sentence begins with; a question `whether` reports no words. */
function isOpening({ words }: Context, { at, sentence, to }: LeadInVerb): boolean {
  const { lower } = words[at]!;
  const first = words[sentence]!.lower === 'as' ? sentence + 1 : sentence;
  if (at !== first || !/(?:ed|told)$/.test(lower)) return false;
  return !askedParticiples.has(lower) || words[to - 1]!.lower === 'to';
}

/** `X said he was told by Y that`: whose words they were is X’s account. */
function isOwnReport(context: Context, passive: number, floor: number): boolean {
  const { words } = context;
  let at = passive - 1;
  while (at > floor && /^(AUX|ADV)$/.test(words[at]!.pos)) at--;
  if (at < floor || !/^(he|she|they)$/.test(words[at]!.lower)) return false;
  const verb = words[at - 1]?.lower === 'that' ? at - 2 : at - 1;
  return verb > floor && speechAt(context, verb) !== null;
}

/** `what her predecessor, X, called “…”` */
function isWhatCalled(context: Context, verb: number, floor: number): boolean {
  let at = verb - 2;
  while (at > floor && !isVerb(context, at) && context.words[at]!.lower !== 'what') at--;
  return context.words[at]?.lower === 'what';
}

/** Whether nothing but adverbs is between a participle and the comma before it. */
function isApart({ words }: Context, participle: number, floor: number): boolean {
  let at = participle - 1;
  while (at > floor && words[at]!.pos === 'ADV') at--;
  return words[at]?.text === ',' && words[at]!.sentence === words[participle]!.sentence;
}

/** `was called “…” by X`: whom a passive in front of the quote has for its agent behind it. */
function agentBehind(context: Context, verb: LeadInVerb): NounPhrase | null {
  const { words, quoted } = context;
  const { base, to } = verb;
  if (base === 'quote' || base === 'cite') return null;
  let by = to;
  while (quoted[by]) by++;
  const isNext = words[by]?.lower === 'by' && words[by]!.sentence === words[to]!.sentence;
  let agent = isNext ? objectPhrase(context, by + 1, words.length) : null;
  // `Called “…” by neighbours, X left`: the comma ends the phrase that the sentence opens with.
  const isOfMain = agent && words[agent.whole.to]?.text !== ',' && isOpening(context, verb);
  if (isOfMain) {
    const comma = words.slice(by, agent!.whole.to).findIndex(({ text }) => text === ',');
    if (comma > 0) agent = objectPhrase(context, by + 1, by + comma);
  }
  return agent && speakerKind(context, agent) !== null ? agent : null;
}

/** `X is said to have called`: the subject of what is only said of someone. */
function saidToHave(context: Context, at: number, floor: number): NounPhrase | null {
  const { words } = context;
  if (at - 4 < floor || words[at - 1]!.lower !== 'have' || words[at - 2]!.lower !== 'to') return null;
  const isHearsay = /^(said|reported|alleged|believed|claimed|rumoured|rumored|thought|understood|supposed)$/;
  if (!isHearsay.test(words[at - 3]!.lower) || words[at - 4]!.pos !== 'AUX') return null;
  return subjectBefore(context, at - 4, floor);
}

/** `Either Y or X said`, `Both Y and his wife, X, said`: not known to be the words of the one who is named last. */
function isOneOfSeveral({ words }: Context, { whole, kind }: NounPhrase, sentence: number): boolean {
  if (kind !== 'person' || whole.from < sentence + 2) return false;
  const opening = words.slice(sentence, whole.from).map(({ lower }) => lower);
  const pair = opening.findIndex(lower => lower === 'either' || lower === 'both');
  return pair >= 0 && pair < 3 && opening.slice(pair).some(lower => lower === 'and' || lower === 'or');
}

/** `if X says`, `neither Y nor X says` */
function isOnlySupposed({ words }: Context, { whole }: NounPhrase): boolean {
  const before = words[whole.from - 1]?.lower ?? '';
  if (/^(if|unless)$/.test(words[whole.from]!.lower)) return true;
  return /^(if|unless|nor)$/.test(before) || words[whole.from]!.lower === 'neither' || before === 'neither';
}

/** `they replied, X said, that “…”`: whose words a clause between commas relays. */
function reportedBetween(
  context: Context,
  { whole }: NounPhrase,
  verb: number,
  floor: number,
): NounPhrase | null {
  const { words } = context;
  if (words[whole.from - 1]?.text !== ',' || words[verb + 1]?.text !== ',') return null;
  if (words[verb + 2]?.lower !== 'that' || !speechAt(context, whole.from - 2)) return null;
  return subjectBefore(context, whole.from - 2, floor);
}

/** `Z, X recalled with a smile, had a motto: “…”`: what another said, by the account of X between commas. */
function toldBetween(context: Context, { whole }: NounPhrase, verb: number, to: number): NounPhrase | null {
  const { words } = context;
  if (words[to - 1]!.text !== ':' || words[whole.from - 1]?.text !== ',') return null;
  const named = context.endsAt.get(whole.from - 2);
  let end = verb + 1;
  while (end < to - 1 && words[end]!.text !== ',') end++;
  if (!named || end >= to - 2 || !isVerb(context, end + 1)) return null;
  return nameAlone(named);
}

/** `X allegedly said`: no witness is named. */
function isHearsay(context: Context, from: number, verb: number): boolean {
  return context.words
    .slice(from, verb)
    .some(word => /^(allegedly|reportedly|supposedly|purportedly)$/.test(word.lower));
}

/** `Stated Miller: "…"`, `The plan, said Miller, would be "…"` */
function invertedSubject(context: Context, { at, bare, floor, to }: LeadInVerb): NounPhrase | null {
  if (!bare) return null;
  const { words } = context;
  const isParenthesis = words[at - 1]?.text === ',' && at - 1 > floor;
  // `Thus spoke X: “…”`
  const opener = /^(?:thus|so)$/.test(words[at - 1]?.lower ?? '') ? at - 1 : at;
  if (!(isParenthesis || isClauseStart(context, opener, floor))) return null;
  const next = words[at + 1];
  const isTitled = context.index.officeStarts.has(next?.lower ?? '') || next?.pos === 'NOUN';
  if (!context.beginsAt.has(at + 1) && !isTitled && !next?.isCapitalized) return null;
  const subject = parseNounPhrase(context, at + 1, to);
  if (subject?.kind !== 'person') return null;
  return !isParenthesis || isClosed(context, subject.whole.to) ? subject : null;
}

/** Whether an attribution between commas ends at `at`, or behind a few words of when or where it was made. */
function isClosed({ words }: Context, at: number): boolean {
  if (words[at]?.pos !== 'ADP') return words[at]?.text === ',';
  return words.slice(at + 2, at + 6).some(({ text }) => text === ',');
}

function isClauseStart(context: Context, at: number, floor: number): boolean {
  return at === floor || context.words[at - 1]?.sentence !== context.words[at]!.sentence;
}

/** `never said`, `did not say`: words that were not spoken. */
function isDenied(context: Context, verb: number, floor: number): boolean {
  for (let at = verb - 1; at >= Math.max(floor, verb - 4); at--) {
    const { lower } = context.words[at]!;
    if (/^(not|n't|never|nobody)$/.test(lower.replace('’', "'"))) return true;
    if (context.words[at]!.pos !== 'AUX' && context.words[at]!.pos !== 'ADV') return false;
  }
  return false;
}
