import type { Context } from '../grammar/context.ts';
import { type NounPhrase, parseNounPhrase } from '../grammar/noun-phrase.ts';
import type { Attribution } from '../grammar/reporting-verb.ts';
import { type Salience, salienceOf } from '../grammar/salience.ts';
import { excerptParagraphs } from '../quotes/excerpts.ts';
import type { QuoteSpan } from '../quotes/spans.ts';
import { wordIndexAt } from '../tokens/words.ts';
import { afterQuote, hasTrailingTag, secondSubjectAfter, trailingTag } from './after-quote.ts';
import { beforeQuote } from './before-quote.ts';
import {
  continuesQuote,
  freestandingQuote,
  inherit,
  interrupts,
  introducedBySentence,
} from './continuation.ts';
import { type Attributed, resolveSpeaker, type Speaker, speakerOf } from './coreference.ts';
import { type Hearsay, hearsayAfter, hearsayBefore, outletAfter } from './hearsay.ts';

const nobody: Attributed = { speaker: null, cue: null, rule: 'none' };

/** The speaker of each quote, in the order of the quotes. Each rule abstains where the text leaves it open. */
export function attribute(context: Context, quotes: QuoteSpan[]): Attributed[] {
  const focus = salienceOf(context);
  const enclosed = excerptParagraphs(context.document.input, context.document.paragraphs);
  const told: Attributed[] = [];
  for (const [at, quote] of quotes.entries()) {
    const before = quotes[at - 1];
    const lastTold = told.at(-1);
    const found =
      credited(context, quote) ??
      around(context, focus, quotes, at, told) ??
      (hasTrailingTag(context, quote, quotes[at + 1])
        ? nobody
        : (continuesQuote(context, focus, quote, before, lastTold) ??
          introducedBySentence(context, focus, quote, before) ??
          freestandingQuote(context, quotes, at, told) ??
          nobody));
    told.push(enclosed.has(quote.paragraph) ? inExcerpt(found) : found);
  }
  return withLaterSpeakers(quotes, told);
}

/**
 * A quote that goes on in the next paragraph has the speaker who is told there. Where the text has lost other
 * marks, the closing one may just be lost too.
 */
function withLaterSpeakers(quotes: QuoteSpan[], told: Attributed[]): Attributed[] {
  if (quotes.some(quote => quote.style.startsWith('lost'))) return told;
  for (let at = quotes.length - 2; at >= 0; at--) {
    const [quote, next] = [quotes[at]!, quotes[at + 1]!];
    const later = told[at + 1]!;
    const goesOn = quote.continues && next.paragraph === quote.paragraph + 1;
    if (goesOn && told[at]!.rule === 'none' && later.speaker)
      told[at] = { ...inherit(later), rule: 'paragraph-goes-on' };
  }
  return told;
}

/** In an excerpt somebody else tells who speaks. */
function inExcerpt(told: Attributed): Attributed {
  if (!told.speaker?.name) return told;
  return { ...told, speaker: { ...told.speaker, name: null, person: null }, rule: 'second-hand' };
}

/** By the words right behind the quote or those before it in its sentence. */
function around(
  context: Context,
  focus: Salience,
  quotes: QuoteSpan[],
  at: number,
  told: Attributed[],
): Attributed | null {
  const quote = quotes[at]!;
  const before = quotes[at - 1];
  const { words, document } = context;
  const paragraph = document.paragraphs[quote.paragraph]!;
  const behind = afterQuote(context, quote, quotes[at + 1], paragraph.end);
  const floor =
    before && before.paragraph === quote.paragraph
      ? wordIndexAt(words, before.outer.end)
      : wordIndexAt(words, paragraph.start);
  const to = wordIndexAt(words, quote.outer.start);
  const sentence = sentenceStart(context, to, wordIndexAt(words, paragraph.start));
  const isLed = to > floor && !/^[.?!]$/.test(words[to - 1]!.text) && !context.quoted[to - 1];
  const led = isLed ? beforeQuote(context, sentence, Math.max(floor, sentence), to) : null;
  if (behind && led?.subject && !isWhole(context, quote, to)) {
    const one = resolveSpeaker(context, focus, behind.subject);
    const other = resolveSpeaker(context, focus, led.subject);
    const begins = words
      .slice(sentence, sentence + 3)
      .some(word => /^(while|as|when|although|though|after|because|if|since|despite)$/.test(word.lower));
    if (one.person !== other.person) {
      if (begins && !led.relayed)
        return { speaker: other, cue: led.cue, rule: `${kindOf(led.subject)}-${led.rule}` };
      return { speaker: null, cue: null, rule: 'two-speakers' };
    }
  }
  if (behind) {
    const doubled = secondSubjectAfter(context, behind.to, paragraph.end, behind.subject);
    const subject = doubled ?? behind.subject;
    const kind = kindOf(subject);
    const order =
      behind.verb.base === 'according' ? 'according-to' : behind.inverted ? 'after-cue' : 'before-cue';
    const speaker = resolveSpeaker(context, focus, subject);
    const relayed = hearsayAfter(context, behind.to, wordIndexAt(words, paragraph.end));
    if (relayed && isAnother(context, focus, relayed, speaker))
      return atSecondHand(speaker, cueOf(behind), relayed);
    return { speaker, cue: cueOf(behind), rule: `${kind}-${order}` };
  }
  const last = told.at(-1);
  const trailing = trailingTag(context, quote, quotes[at + 1], paragraph.end);
  if (trailing) {
    const one = resolveSpeaker(context, focus, trailing.subject);
    const other = led?.subject ? resolveSpeaker(context, focus, led.subject) : one;
    if (one.person !== other.person) return { speaker: null, cue: null, rule: 'two-speakers' };
    return {
      speaker: one,
      cue: cueOf(trailing),
      rule: `${kindOf(trailing.subject)}-trailing`,
    };
  }
  if (led) {
    if (led.denied) return { speaker: null, cue: led.cue, rule: 'denied' };
    if (led.subject) {
      const speaker = resolveSpeaker(context, focus, led.subject);
      if (led.relayed) {
        const { from, to } = led.subject.whole;
        return atSecondHand(speaker, led.cue, { source: led.subject, from, to });
      }
      const relayed =
        hearsayBefore(context, sentence, led.subject, led.cue?.from) ??
        outletAfter(context, wordIndexAt(words, quote.outer.end));
      if (relayed && isAnother(context, focus, relayed, speaker))
        return atSecondHand(speaker, led.cue, relayed);
      return { speaker, cue: led.cue, rule: `${kindOf(led.subject)}-${led.rule}` };
    }
    if (led.sameAsBefore && last?.speaker) return { ...inherit(last), cue: led.cue, rule: 'same-sentence' };
    return { speaker: null, cue: led.cue, rule: led.rule };
  }
  if (isLed && before && before.paragraph === quote.paragraph && last?.speaker && floor > sentence) {
    return interrupts(context, last, to) ? null : { ...inherit(last), rule: 'same-sentence' };
  }
  return null;
}

/** Whether the one who relays the words of a named speaker is another. */
function isAnother(
  context: Context,
  focus: Salience,
  { source: teller }: Hearsay,
  speaker: Speaker,
): boolean {
  return speaker.person !== null && resolveSpeaker(context, focus, teller).person !== speaker.person;
}

/** At most so many words are kept to tell both who speaks and who relays it. */
const mostWords = 24;

/** Nobody is named for what is only told at second hand; the words for both are kept. */
function atSecondHand(speaker: Speaker, cue: Attributed['cue'], relayed: Hearsay): Attributed {
  const from = Math.min(speaker.from, relayed.from);
  const to = Math.max(speaker.to, relayed.to);
  const words = to - from > mostWords ? { from: relayed.from, to: relayed.to } : { from, to };
  return { speaker: { name: null, person: null, ...words }, cue, rule: 'second-hand' };
}

/** The verb, or both words of `according to`. */
function cueOf({ cue, verb }: Attribution): { from: number; to: number } {
  return { from: cue, to: cue + (verb.base === 'according' ? 2 : 1) };
}

function kindOf(subject: NounPhrase): string {
  return subject.kind === 'person' ? 'name' : subject.kind === 'pronoun' ? 'pronoun' : 'description';
}

/** The quote is a clause of its own: it begins a sentence. */
function isWhole(context: Context, quote: QuoteSpan, to: number): boolean {
  const before = context.words[to - 1];
  return !before || before.paragraph !== quote.paragraph || /^[.?!:]$/.test(before.text);
}

function sentenceStart(context: Context, to: number, floor: number): number {
  let at = to;
  const sentence = context.words[to - 1]?.sentence;
  while (at > floor && context.words[at - 1]!.sentence === sentence) at--;
  return at;
}

/** A line such as "A quote from X, role." behind the quote's paragraph. */
function credited(context: Context, quote: QuoteSpan): Attributed | null {
  const { words, document } = context;
  const credit = document.paragraphs[quote.paragraph + 1];
  if (credit?.kind !== 'credit' || quote.outer.end < document.paragraphs[quote.paragraph]!.end - 3)
    return null;
  const from = wordIndexAt(words, credit.start);
  const to = wordIndexAt(words, credit.end);
  let begin = from;
  while (begin < to && words[begin]!.lower !== 'from' && words[begin]!.lower !== 'by') begin++;
  if (begin + 1 >= to) return null;
  const named = context.beginsAt.get(begin + 1) ?? null;
  const subject = named ? parseNounPhrase(context, begin + 1, to) : null;
  if (subject?.kind === 'person')
    return { speaker: speakerOf(subject, subject.person), cue: { from, to: begin + 1 }, rule: 'credit-line' };
  let end = to;
  while (end > begin + 2 && /^[.»]$/.test(words[end - 1]!.text)) end--;
  return {
    speaker: { name: null, person: null, from: begin + 1, to: end },
    cue: { from, to: begin + 1 },
    rule: 'credit-line',
  };
}
