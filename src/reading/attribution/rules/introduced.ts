import type { Context } from '../../grammar/context.ts';
import {
  answerNouns,
  askedParticiples,
  signs,
  speechNouns,
  thirdPersonPossessives,
} from '../../grammar/lexicon.ts';
import { isVerb, type NounPhrase, parseNounPhrase } from '../../grammar/noun-phrase.ts';
import { type Salience, subjectOfSentence } from '../../grammar/salience.ts';
import { speakerKind } from '../../grammar/speaker-kind.ts';
import { sentenceTag } from '../evidence/after-quote.ts';
import { authorEndingAt } from '../evidence/another-between.ts';
import { beforeQuote } from '../evidence/before-quote.ts';
import { isAnothers } from '../evidence/embedding.ts';
import { isActed } from '../evidence/invention.ts';
import { signatoryOf } from '../evidence/named-subject.ts';
import { asksIndirectly } from '../evidence/questions.ts';
import type { QuoteCase } from '../evidence/quote-case.ts';
import { gesturer, isInMood } from './gestures.ts';
import { abstain, type Outcome } from './rule.ts';

/** A whole quote behind a sentence about someone speaking, or behind one that ends in a colon. */
export function introduced(quoteCase: QuoteCase, byColon: boolean): Outcome {
  const { context, salience, quote, quoteStart: at, previous } = quoteCase;
  const { words } = context;
  const reason = notIntroduced(quoteCase, byColon);
  if (reason) return abstain(reason);
  const last = words[at - 1]!;
  const first = salience.firsts[last.sentence]!;
  if (previous && previous.outer.end > words[first]!.start && !byColon)
    return abstain('the sentence before holds another quote');
  const tag = byColon ? null : sentenceTag(context, first, at);
  // `“…,” X said. Y shook his head. “…”`: X may go on.
  const isFirst = previous?.paragraph !== quote.paragraph;
  const gesture = byColon || tag || !isFirst ? null : gesturer(context, first, at);
  const leadIn = tag || gesture ? null : beforeQuote(context, first, first, byColon ? at : at - 1);
  const subject =
    tag?.subject ??
    gesture ??
    (byColon && last.text === ':' ? authorEndingAt(context, at - 2, first) : null) ??
    (byColon && !leadIn?.subject ? ownerOfAnswer(context, first, at) : null) ??
    leadIn?.subject ??
    (byColon
      ? (signatoryOf(context, { from: first, to: at }) ?? subjectOfColon(context, salience, last.sentence))
      : answerer(context, first, at));
  if (leadIn?.cue && asksIndirectly(context, leadIn.cue, at))
    return abstain('the sentence before asks what another answers');
  if (!subject || leadIn?.denied || leadIn?.relayed || speakerKind(context, subject) === null)
    return abstain('the sentence before is about no one who speaks');
  return {
    speaker: quoteCase.resolve(subject),
    cue: tag ? { from: tag.cue, to: tag.cue + 1 } : (leadIn?.cue ?? null),
    because: byColon
      ? 'the words before end in a colon and are about the speaker'
      : 'the sentence before is about someone who speaks',
  };
}

/** Whom a sentence in front of a colon is about: `The reply that X got was short:` says whose it is only by `from` and the like. */
function subjectOfColon(context: Context, salience: Salience, sentence: number): NounPhrase | null {
  const [opener, noun] = context.words.slice(salience.firsts[sentence]!, salience.firsts[sentence]! + 2);
  const isSaying = noun !== undefined && (answerNouns.has(noun.lower) || speechNouns.has(noun.lower));
  return isSaying && /^(?:the|an?|one)$/.test(opener!.lower)
    ? null
    : subjectOfSentence(context, salience, sentence);
}

const isEnd = /^[.:]$/;

/** Why no sentence or colon right before a quote leads to it; null where one does. */
function notIntroduced(
  { context, salience, quote, quoteStart: at }: QuoteCase,
  byColon: boolean,
): string | null {
  const { words, document, quoted } = context;
  const last = words[at - 1];
  if (!last || quoted[at - 1]) return 'nothing but another quote comes before it';
  const isStart = quote.outer.start <= document.paragraphs[quote.paragraph]!.start + 1;
  const isColon = last.text === ':' || words[at - 2]?.text === ':';
  if (isColon !== byColon) return byColon ? 'no colon comes before it' : 'a colon comes before it';
  const leads = isStart
    ? isColon || isInMood(context, salience.firsts[last.sentence]!, at)
    : isEnd.test(last.text);
  if (!leads) return 'no sentence of its paragraph leads to it';
  const noun = words[last.text === ':' ? at - 2 : at - 3];
  if (isColon && signs.has(noun?.lower ?? '')) return 'what it is written on comes before it';
  const first = salience.firsts[last.sentence]!;
  if (isActed(context, first, at)) return 'who comes before it speaks in a part';
  return isColon && isAnothers(context, first, at)
    ? 'what comes before the colon is not known to be the subject’s words'
    : null;
}

/** `Asked about the bridge, X shook her head.`: who is about to answer. */
function answerer(context: Context, from: number, to: number): NounPhrase | null {
  const { words, quoted } = context;
  if (!askedParticiples.has(words[from]!.lower)) return null;
  for (let at = from + 1; at < to - 1; at++) {
    if (quoted[at]) return null;
    if (words[at]!.text !== ',') continue;
    const subject = parseNounPhrase(context, at + 1, to);
    if (subject?.kind === 'person' && subject.whole.to < to && isVerb(context, subject.whole.to))
      return subject;
  }
  return null;
}

/** `Her answer was short:`: whose words follow, by the pronoun that a sentence begins with. */
function ownerOfAnswer({ words, beginsAt }: Context, from: number, to: number): NounPhrase | null {
  // `X wrote to Y. Her reply was blunt:` may be Y’s.
  const named = new Set<unknown>();
  for (let at = from - 1; at >= 0 && words[at]!.sentence >= words[from]!.sentence - 1; at--)
    if (beginsAt.has(at)) named.add(beginsAt.get(at)!.person);
  if (named.size > 1) return null;
  const noun = words[from + 1]?.lower ?? '';
  if (!thirdPersonPossessives.has(words[from]!.lower) || from + 2 >= to) return null;
  if (!answerNouns.has(noun) && !speechNouns.has(noun)) return null;
  const whole = { from, to: from + 1 };
  return { kind: 'pronoun', person: null, ...whole, whole };
}
