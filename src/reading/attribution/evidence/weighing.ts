import type { Context, WordRange } from '../../grammar/context.ts';
import { cries, strongModals, subordinators, weakModals } from '../../grammar/lexicon.ts';
import { mainClauseStart } from '../../grammar/main-clause.ts';
import { isVerb, type NounPhrase } from '../../grammar/noun-phrase.ts';
import type { Attribution } from '../../grammar/reporting-verb.ts';
import { mainSubject } from '../../grammar/salience.ts';
import { speakerKind } from '../../grammar/speaker-kind.ts';
import type { QuoteSpan } from '../../quotes/quote-span.ts';
import { wordIndexAt } from '../../tokens/words.ts';
import { afterQuote, secondSubjectAfter, sentenceAfter, trailingTag } from './after-quote.ts';
import type { AttributionClause, LeadIn, Unspoken } from './attribution-clause.ts';
import { beforeQuote } from './before-quote.ts';
import { type Citation, citedAfter, citedBefore } from './citation.ts';
import type { Speaker } from './coreference.ts';
import { type Hearsay, hearsayAfter, hearsayBefore, isOwnRecord, outletAfter } from './hearsay-source.ts';

/** A quote and the words around it; see `QuoteCase`. */
export type Surroundings = {
  context: Context;
  quote: QuoteSpan;
  next: QuoteSpan | undefined;
  paragraphEnd: number;
  sentenceStart: number;
  quoteStart: number;
  quoteEnd: number;
  floor: number;
  isLed: boolean;
  resolve(subject: NounPhrase): Speaker;
};

/** Which clause attributes a quote; made when first asked for. */
export type Evidence = { conflict: boolean; clause(): AttributionClause | null };

const noClause: Evidence = { conflict: false, clause: () => null };
const conflict: Evidence = { conflict: true, clause: () => null };

/** Which of the clauses around a quote attributes it: the one right behind, one further on, or the one before. */
export function weigh(quoteCase: Surroundings): Evidence {
  const { context, quote, next, paragraphEnd, sentenceStart, floor, quoteStart, isLed } = quoteCase;
  const found = afterQuote(context, quote, next, paragraphEnd);
  const tag = found && speakerKind(context, found.subject) !== null ? found : null;
  const leadIn = isLed
    ? beforeQuote(context, sentenceStart, Math.max(floor, sentenceStart), quoteStart)
    : null;
  const citation = citationAround(quoteCase, tag);
  if (citation) return by(() => citedClause(quoteCase, citation, tag?.subject ?? null));
  if (tag) return relayedLeadIn(quoteCase, tag, leadIn) ?? weighTag(quoteCase, tag, leadIn);
  const trailing = trailingTag(context, quote, paragraphEnd);
  if (!trailing && leadIn) return by(() => leadInClause(quoteCase, leadIn, true));
  if (!trailing) {
    const after = isLed ? sentenceAfter(context, quote, paragraphEnd) : null;
    return after ? by(() => tagClause(quoteCase, after)) : noClause;
  }
  // `X wrote: “…,” referring to the dead – 300, according to Y`: a colon leaves no doubt.
  if (leadIn?.subject && context.words[quoteStart - 1]?.text === ':')
    return by(() => leadInClause(quoteCase, leadIn, false));
  if (differ(quoteCase, trailing, leadIn)) return conflict;
  return by(() => ({
    ...bareClause,
    pattern: 'trailing',
    subject: trailing.subject,
    speaker: quoteCase.resolve(trailing.subject),
    cue: cueOf(trailing),
  }));
}

/** What shows that the quote is cited: words that lead to it, or words behind its attribution. */
function citationAround(
  { context, isLed, floor, sentenceStart, quoteStart, paragraphEnd }: Surroundings,
  tag: Attribution | null,
): Citation | null {
  // `“…,” reads X from the stone`; a sign reads so itself.
  const isReader = tag?.verb.base === 'read' && tag.subject.kind !== 'described';
  if (tag && (isReader || /^(?:recite|sing)$/.test(tag.verb.base))) return { author: null, cue: cueOf(tag) };
  if (tag) return citedAfter(context, tag.to, wordIndexAt(context.words, paragraphEnd));
  return isLed ? citedBefore(context, Math.max(floor, sentenceStart), quoteStart) : null;
}

function citedClause(
  quoteCase: Surroundings,
  { author, cue }: Citation,
  cites: NounPhrase | null,
): AttributionClause {
  const speaker = author && quoteCase.resolve(author);
  const isWork = author !== null && speakerKind(quoteCase.context, author) === null;
  return {
    ...bareClause,
    pattern: 'cited',
    subject: author,
    speaker: speaker && isWork ? { ...speaker, kind: 'document' } : speaker,
    cue,
    citedBy: whoCites(quoteCase, cites),
  };
}

/** The subject of the sentence, or of the attribution where that is known. */
function whoCites(quoteCase: Surroundings, subject: NounPhrase | null): Speaker | null {
  const { context, sentenceStart, quoteStart } = quoteCase;
  const main = mainClauseStart(context, sentenceStart, quoteStart);
  const found = subject ?? mainSubject(context, main, quoteStart);
  return found && speakerKind(context, found) !== null ? quoteCase.resolve(found) : null;
}

function by(clause: () => AttributionClause): Evidence {
  return { conflict: false, clause };
}

/** Whether the clauses before and behind a quote name two different people. */
function differ(quoteCase: Surroundings, tag: Attribution, leadIn: LeadIn | null): boolean {
  if (!leadIn?.subject || isFinding(quoteCase, leadIn)) return false;
  return quoteCase.resolve(tag.subject).person !== quoteCase.resolve(leadIn.subject).person;
}

/** `The changes suggest “…,” said X`: what no person says is what things show, in the words of who is named behind. */
function isFinding({ context }: Surroundings, { subject, cue }: LeadIn): boolean {
  if (!cue || !subject || subject.kind !== 'described') return false;
  const kind = speakerKind(context, subject);
  return (
    (kind === null || kind === 'document' || kind === 'organization') &&
    findings.test(context.words[cue.from]!.lower)
  );
}

const findings =
  /^(?:suggests?|suggested|indicates?|indicated|shows?|showed|reveals?|signals?|means?|meant)$/;

/** `X told Y that “…”, according to Z`, `X said “…,” Z reported`: Z relays it, even where neither is named. Null where it is not so. */
function relayedLeadIn(quoteCase: Surroundings, tag: Attribution, leadIn: LeadIn | null): Evidence | null {
  const { context } = quoteCase;
  if (!/^(according|report)$/.test(tag.verb.base) || !leadIn?.subject || leadIn.denied) return null;
  const speaker = quoteCase.resolve(leadIn.subject);
  const source = quoteCase.resolve(tag.subject);
  const isSame = speaker.person
    ? speaker.person === source.person
    : speaker.kind === 'unnamed' && tag.subject.kind === 'pronoun';
  if (isSame || speakerKind(context, leadIn.subject) === null) return null;
  const relayedBy = isOwnRecord(context, tag.subject)
    ? null
    : { source: tag.subject, from: tag.cue, to: tag.subject.whole.to };
  return by(() => ({ ...leadInClause(quoteCase, leadIn, false), relayedBy }));
}

/** The clause right behind, unless the quote is part of a clause before it that goes its own way. */
function weighTag(quoteCase: Surroundings, tag: Attribution, leadIn: LeadIn | null): Evidence {
  const { context, quote, sentenceStart, quoteStart, quoteEnd } = quoteCase;
  const isPart = !isClauseOfItsOwn(context, quote, quoteStart);
  // `X asked: “…?” Y shrugged.`: a full sentence is over, and another is about who listens.
  const isOver = /[?!]/.test(context.document.input[quote.end - 1] ?? '') && !tag.inverted;
  if (leadIn?.subject && isOver && tag.from === quoteEnd && context.words[quoteEnd]!.isCapitalized)
    return by(() => leadInClause(quoteCase, leadIn, false));
  const opening = context.words.slice(sentenceStart, sentenceStart + 3);
  const isSubordinate =
    isPart &&
    (opening.some(word => subordinators.has(word.lower)) ||
      mainClauseStart(context, sentenceStart, tag.to) >= quoteEnd);
  if (!leadIn && isPart && (isInSubordinate(quoteCase, tag) || isInOpening(quoteCase, tag))) return noClause;
  if (leadIn && (leadIn.pattern === 'cited' || (isSubordinate && leadIn.denied)))
    return by(() => leadInClause(quoteCase, leadIn, false));
  if (!leadIn || !isPart || !differ(quoteCase, tag, leadIn)) return by(() => tagClause(quoteCase, tag));
  // `X called it “…,” and Y added that she “…”`: the clause behind is one more, with words of its own.
  const isNext = !tag.inverted && /^(and|but)$/.test(context.words[tag.from]!.lower);
  const isLeadIns = (isSubordinate || isNext) && !leadIn.relayed;
  return isLeadIns ? by(() => leadInClause(quoteCase, leadIn, false)) : conflict;
}

/**
 * `After X called them “liars”, Y wrote a letter`: a fragment in a clause that ends before that of the verb, which has
 * an object of its own.
 */
function isInSubordinate(quoteCase: Surroundings, tag: Attribution): boolean {
  const { context, quote, sentenceStart, quoteStart, quoteEnd, isLed } = quoteCase;
  const { words, document } = context;
  const isFragment =
    /^\p{Ll}/u.test(document.input.slice(quote.start)) && isLed && quoteStart > sentenceStart;
  if (!isFragment || tag.inverted || !/^(DET|ADJ|NOUN)$/.test(words[tag.to]?.pos ?? '')) return false;
  return mainClauseStart(context, sentenceStart, tag.to + 1) >= quoteEnd;
}

/**
 * `To shouts of “shame”, X told the council that …`, `At the launch of “…”, X called it “…”`: a fragment in a phrase
 * without a verb that opens the sentence, and what X says comes behind the attribution.
 */
function isInOpening(
  { context, sentenceStart, quoteStart, quoteEnd, isLed }: Surroundings,
  tag: Attribution,
): boolean {
  const { words, quoted } = context;
  const opener = words[sentenceStart]!;
  const opens = opener.pos === 'ADP' || /^(to|amid|amidst|despite)$|ing$/.test(opener.lower);
  if (!isLed || tag.inverted || !opens || sentenceStart === quoteStart) return false;
  for (let at = sentenceStart; at < quoteEnd; at++) {
    const { pos, lower } = words[at]!;
    const hasVerb =
      pos === 'AUX' || ((at < quoteStart ? isVerb(context, at) : pos === 'VERB') && !/ing$/.test(lower));
    if (hasVerb && !words[at]!.isCapitalized && !cries.has(lower)) return false;
  }
  const { sentence } = words[tag.cue]!;
  for (let at = tag.to; words[at]?.sentence === sentence; at++)
    if (words[at]!.lower === 'that' || quoted[at]) return true;
  return false;
}

const bareClause = { relayedBy: null, unspoken: null, sharesSubject: false };

function tagClause(quoteCase: Surroundings, tag: Attribution): AttributionClause {
  const { context, paragraphEnd } = quoteCase;
  const doubled = secondSubjectAfter(context, tag.to, paragraphEnd, tag.subject);
  const subject = doubled ?? tag.subject;
  const speaker = quoteCase.resolve(subject);
  const relayed: Hearsay | null =
    tag.relayed || isForAnother(context, tag.to)
      ? { source: subject, ...subject.whole }
      : hearsayAfter(context, tag.to, wordIndexAt(context.words, paragraphEnd));
  return {
    ...bareClause,
    pattern: tag.verb.base === 'according' ? 'according-to' : tag.inverted ? 'after-cue' : 'before-cue',
    subject,
    speaker,
    cue: cueOf(tag),
    relayedBy:
      relayed && (relayed.source === subject || isAnother(quoteCase, relayed, speaker)) ? relayed : null,
  };
}

/** `“…,” his interpreter, X, said for him.` */
function isForAnother({ words }: Context, at: number): boolean {
  const next = words[at + 2];
  if (words[at]?.lower === 'on' && /^(his|her|their)$/.test(words[at + 1]?.lower ?? ''))
    return next?.lower === 'behalf';
  const isPronoun = words[at]?.lower === 'for' && /^(him|her|them)$/.test(words[at + 1]?.lower ?? '');
  return isPronoun && (!next || /^[,.;]$/.test(next.text));
}

/** @param isWhole whether the rest of the sentence may say who relays it */
function leadInClause(quoteCase: Surroundings, leadIn: LeadIn, isWhole: boolean): AttributionClause {
  const { context, sentenceStart, quoteEnd } = quoteCase;
  const { subject, cue, denied = false } = leadIn;
  const clause = {
    ...bareClause,
    pattern: leadIn.pattern,
    subject,
    speaker: subject && quoteCase.resolve(subject),
    cue,
    unspoken: notSpoken(denied),
    sharesSubject: leadIn.sharesSubject ?? false,
    ...(leadIn.pattern === 'cited' && { citedBy: whoCites(quoteCase, null) }),
  };
  if (!subject || denied || !isWhole) return clause;
  if (leadIn.relayed) return { ...clause, relayedBy: { source: subject, ...subject.whole } };
  const relayed = hearsayBefore(context, sentenceStart, subject, cue?.from) ?? outletAfter(context, quoteEnd);
  const outer = relayed && cue ? outerClause(quoteCase, relayed, cue.from) : null;
  if (outer) return outer;
  return {
    ...clause,
    relayedBy: relayed && isAnother(quoteCase, relayed, clause.speaker!) ? relayed : null,
  };
}

/** `X said that Y would announce “…”`: what is still to be said is in the words of who foretells it. */
function outerClause(quoteCase: Surroundings, relayed: Hearsay, inner: number): AttributionClause | null {
  const { context } = quoteCase;
  const { words } = context;
  const before = [words[inner - 1], words[inner - 2]].map(word => word?.lower ?? '');
  const isAhead = before[0] !== 'have' && before.some(word => strongModals.has(word) || weakModals.has(word));
  const verb = relayed.to - 1;
  // `X told how Y would say`: by habit, and long ago.
  const isHabit =
    /^(?:recall|remember)$/.test(words[verb]!.lemma) ||
    words.slice(verb, inner).some(({ lower }) => lower === 'how');
  if (isHabit || !isAhead || !context.index.speech.has(words[verb]!.lower)) return null;
  return {
    ...bareClause,
    pattern: 'before',
    subject: relayed.source,
    speaker: quoteCase.resolve(relayed.source),
    cue: { from: verb, to: verb + 1 },
  };
}

function notSpoken(denied: boolean | 'supposed'): Unspoken | null {
  if (denied === 'supposed')
    return { frame: 'supposed', because: 'the sentence only supposes that it is said' };
  return denied ? { frame: 'denied', because: 'the sentence says that it was not spoken' } : null;
}

/** Whether the one who relays the words of a named speaker is another. */
function isAnother(quoteCase: Surroundings, { source }: Hearsay, speaker: Speaker): boolean {
  return speaker.person !== null && quoteCase.resolve(source).person !== speaker.person;
}

/** The verb, or both words of `according to`. */
function cueOf({ cue, verb }: Attribution): WordRange {
  return { from: cue, to: cue + (verb.base === 'according' ? 2 : 1) };
}

/** The quote is a clause of its own: it begins a sentence. */
function isClauseOfItsOwn(context: Context, quote: QuoteSpan, to: number): boolean {
  const before = context.words[to - 1];
  return !before || before.paragraph !== quote.paragraph || /^[.?!:]$/.test(before.text);
}
