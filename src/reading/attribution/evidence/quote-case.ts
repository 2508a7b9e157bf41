import type { Context, WordRange } from '../../grammar/context.ts';
import { strongModals, subordinators, weakModals } from '../../grammar/lexicon.ts';
import { mainClauseStart } from '../../grammar/main-clause.ts';
import type { NounPhrase } from '../../grammar/noun-phrase.ts';
import type { Attribution } from '../../grammar/reporting-verb.ts';
import type { Salience } from '../../grammar/salience.ts';
import { speakerKind } from '../../grammar/speaker-kind.ts';
import type { QuoteSpan } from '../../quotes/spans.ts';
import { wordIndexAt } from '../../tokens/words.ts';
import { afterQuote, hasTrailingTag, secondSubjectAfter, trailingTag } from './after-quote.ts';
import { unspoken } from './assertion.ts';
import type { AttributionClause, Unspoken } from './attribution-clause.ts';
import { beforeQuote, type LeadIn } from './before-quote.ts';
import { type Attributed, resolveSpeaker, type Speaker } from './coreference.ts';
import { type Hearsay, hearsayAfter, hearsayBefore, isOwnRecord, outletAfter } from './hearsay-source.ts';

/**
 * A quote to be attributed with all that the rules may look at. What is costly to find out is found out once,
 * when the first rule asks for it.
 */
export class QuoteCase {
  readonly context: Context;
  readonly salience: Salience;
  readonly quotes: QuoteSpan[];
  readonly at: number;
  readonly quote: QuoteSpan;
  readonly previous: QuoteSpan | undefined;
  readonly next: QuoteSpan | undefined;
  /** The decisions for all earlier quotes, in order. */
  readonly decided: readonly Attributed[];
  readonly paragraphEnd: number;
  /** Indexes of words: the first of the paragraph, the first of the quote's sentence, the first of the quote itself, and the first behind it. */
  readonly sentenceStart: number;
  readonly quoteStart: number;
  readonly quoteEnd: number;
  /** The first word behind the previous quote of the paragraph, or of the paragraph. */
  readonly floor: number;
  /** Words of its own sentence come before the quote. */
  readonly isLed: boolean;
  #clause: AttributionClause | null | undefined;
  #evidence: Evidence | undefined;

  constructor(
    context: Context,
    salience: Salience,
    quotes: QuoteSpan[],
    at: number,
    decided: readonly Attributed[],
  ) {
    const { words, document } = context;
    const quote = quotes[at]!;
    const paragraph = document.paragraphs[quote.paragraph]!;
    this.context = context;
    this.salience = salience;
    this.quotes = quotes;
    this.at = at;
    this.quote = quote;
    this.previous = quotes[at - 1];
    this.next = quotes[at + 1];
    this.decided = decided;
    this.paragraphEnd = paragraph.end;
    const paragraphStart = wordIndexAt(words, paragraph.start);
    this.floor =
      this.previous?.paragraph === quote.paragraph
        ? wordIndexAt(words, this.previous.outer.end)
        : paragraphStart;
    this.quoteStart = wordIndexAt(words, quote.outer.start);
    this.quoteEnd = wordIndexAt(words, quote.outer.end);
    this.sentenceStart = sentenceStart(context, this.quoteStart, paragraphStart);
    const last = this.quoteStart - 1;
    this.isLed = this.quoteStart > this.floor && !/^[.?!]$/.test(words[last]!.text) && !context.quoted[last];
  }

  /** The decision for the quote before. */
  get last(): Attributed | undefined {
    return this.decided.at(-1);
  }

  /** Two clauses of the sentence name two different speakers, and neither gives way. */
  get hasTwoSpeakers(): boolean {
    return this.#weighed.conflict;
  }

  /** The clause by which the quote is attributed; null where the sentence has none, or two that disagree. */
  get clause(): AttributionClause | null {
    if (this.#clause !== undefined) return this.#clause;
    const found = this.#weighed.clause();
    const cannotSpeak = found?.subject && speakerKind(this.context, found.subject) === null;
    const clause = cannotSpeak
      ? { ...found!, subject: null, speaker: null, impossible: found!.subject }
      : found;
    if (clause) clause.unspoken ??= unspoken(this.context, clause, this.sentenceStart, this.quoteStart);
    this.#clause = clause;
    return clause;
  }

  /** Words behind the quote may name its speaker but were not understood. */
  get hasUnreadTag(): boolean {
    return hasTrailingTag(this.context, this.quote, this.next);
  }

  /** Whom a subject denotes here. */
  resolve(subject: NounPhrase): Speaker {
    return resolveSpeaker(this.context, this.salience, subject);
  }

  get #weighed(): Evidence {
    this.#evidence ??= weigh(this);
    return this.#evidence;
  }
}

type Evidence = { conflict: boolean; clause(): AttributionClause | null };

const noClause: Evidence = { conflict: false, clause: () => null };
const conflict: Evidence = { conflict: true, clause: () => null };

/** Which of the clauses around a quote attributes it: the one right behind, one further on, or the one before. */
function weigh(quoteCase: QuoteCase): Evidence {
  const { context, quote, next, paragraphEnd, sentenceStart, floor, quoteStart, isLed } = quoteCase;
  const { words } = context;
  const found = afterQuote(context, quote, next, paragraphEnd);
  const tag = found && speakerKind(context, found.subject) !== null ? found : null;
  const leadIn = isLed
    ? beforeQuote(context, sentenceStart, Math.max(floor, sentenceStart), quoteStart)
    : null;
  const differ = (tagged: Attribution) =>
    !!leadIn?.subject &&
    quoteCase.resolve(tagged.subject).person !== quoteCase.resolve(leadIn.subject).person;
  if (tag?.verb.base === 'according' && leadIn?.subject && !leadIn.denied) {
    // `X told Y that “…”, according to Z`: Z relays it, even where neither is named.
    const led = quoteCase.resolve(leadIn.subject);
    const source = quoteCase.resolve(tag.subject);
    const isSame = led.person
      ? led.person === source.person
      : led.kind === 'unnamed' && tag.subject.kind === 'pronoun';
    if (!isSame && speakerKind(context, leadIn.subject) !== null)
      return {
        conflict: false,
        clause: () => ({
          ...leadInClause(quoteCase, leadIn, false),
          relayedBy: isOwnRecord(context, tag.subject)
            ? null
            : { source: tag.subject, from: tag.cue, to: tag.subject.whole.to },
        }),
      };
  }
  if (tag) {
    const isPart = !isClauseOfItsOwn(context, quote, quoteStart);
    const begins =
      isPart &&
      (words.slice(sentenceStart, sentenceStart + 3).some(word => subordinators.has(word.lower)) ||
        mainClauseStart(context, sentenceStart, tag.to) >= quoteCase.quoteEnd);
    if (begins && leadIn?.denied)
      return { conflict: false, clause: () => leadInClause(quoteCase, leadIn, false) };
    if (isPart && differ(tag)) {
      if (!begins || leadIn!.relayed) return conflict;
      return { conflict: false, clause: () => leadInClause(quoteCase, leadIn!, false) };
    }
    return { conflict: false, clause: () => tagClause(quoteCase, tag) };
  }
  const trailing = trailingTag(context, quote, paragraphEnd);
  if (trailing) {
    if (differ(trailing)) return conflict;
    return {
      conflict: false,
      clause: () => ({
        ...bareClause,
        pattern: 'trailing',
        subject: trailing.subject,
        speaker: quoteCase.resolve(trailing.subject),
        cue: cueOf(trailing),
      }),
    };
  }
  return leadIn ? { conflict: false, clause: () => leadInClause(quoteCase, leadIn, true) } : noClause;
}

const bareClause = { relayedBy: null, unspoken: null, sharesSubject: false };

function tagClause(quoteCase: QuoteCase, tag: Attribution): AttributionClause {
  const { context, paragraphEnd } = quoteCase;
  const doubled = secondSubjectAfter(context, tag.to, paragraphEnd, tag.subject);
  const subject = doubled ?? tag.subject;
  const speaker = quoteCase.resolve(subject);
  const relayed: Hearsay | null = tag.relayed
    ? { source: subject, ...subject.whole }
    : hearsayAfter(context, tag.to, wordIndexAt(context.words, paragraphEnd));
  return {
    ...bareClause,
    pattern: tag.verb.base === 'according' ? 'according-to' : tag.inverted ? 'after-cue' : 'before-cue',
    subject,
    speaker,
    cue: cueOf(tag),
    relayedBy: relayed && (tag.relayed || isAnother(quoteCase, relayed, speaker)) ? relayed : null,
  };
}

/** @param isWhole whether the rest of the sentence may say who relays it */
function leadInClause(quoteCase: QuoteCase, leadIn: LeadIn, isWhole: boolean): AttributionClause {
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
function outerClause(quoteCase: QuoteCase, relayed: Hearsay, inner: number): AttributionClause | null {
  const { context } = quoteCase;
  const { words } = context;
  const before = [words[inner - 1], words[inner - 2]].map(word => word?.lower ?? '');
  const isAhead = before.some(word => strongModals.has(word) || weakModals.has(word));
  const verb = relayed.to - 1;
  if (!isAhead || !context.index.speech.has(words[verb]!.lower)) return null;
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
function isAnother(quoteCase: QuoteCase, { source }: Hearsay, speaker: Speaker): boolean {
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

function sentenceStart(context: Context, to: number, floor: number): number {
  let at = to;
  const sentence = context.words[to - 1]?.sentence;
  while (at > floor && context.words[at - 1]!.sentence === sentence) at--;
  return at;
}
