import type { Context } from '../grammar/context.ts';
import { phraseFrom, type Subject } from '../grammar/noun-phrase.ts';
import type { Attribution } from '../grammar/reporting-verb.ts';
import { type Focus, focusOf } from '../grammar/salience.ts';
import { enclosedParagraphs } from '../quotes/excerpts.ts';
import type { Quoted } from '../quotes/spans.ts';
import { wordFrom } from '../tokens/words.ts';
import { behindQuote, doubledBehind, isTrailed, trailingBehind } from './after-quote.ts';
import { ledBy } from './before-quote.ts';
import { after, cutsIn, goingOn, introduced, standingAlone } from './continuation.ts';
import { resolved, type Speaker, speakerOf, type Told } from './coreference.ts';
import { outletBehind, type Relayed, relayedBefore, relayedBehind } from './hearsay.ts';

const nobody: Told = { speaker: null, cue: null, rule: 'none' };

/** The speaker of each quote, in the order of the quotes. Each rule abstains where the text leaves it open. */
export function speakersOf(context: Context, quotes: Quoted[]): Told[] {
  const focus = focusOf(context);
  const enclosed = enclosedParagraphs(context.document.input, context.document.paragraphs);
  const told: Told[] = [];
  for (const [at, quote] of quotes.entries()) {
    const before = quotes[at - 1];
    const lastTold = told.at(-1);
    const found =
      credited(context, quote) ??
      around(context, focus, quotes, at, told) ??
      (isTrailed(context, quote, quotes[at + 1])
        ? nobody
        : (goingOn(context, focus, quote, before, lastTold) ??
          introduced(context, focus, quote, before) ??
          standingAlone(context, quotes, at, told) ??
          nobody));
    told.push(enclosed.has(quote.paragraph) ? inExcerpt(found) : found);
  }
  return withLaterSpeakers(quotes, told);
}

/**
 * A quote that goes on in the next paragraph has the speaker who is told there. Where the text has lost other
 * marks, the closing one may just be lost too.
 */
function withLaterSpeakers(quotes: Quoted[], told: Told[]): Told[] {
  if (quotes.some(quote => quote.style.startsWith('lost'))) return told;
  for (let at = quotes.length - 2; at >= 0; at--) {
    const [quote, next] = [quotes[at]!, quotes[at + 1]!];
    const later = told[at + 1]!;
    const goesOn = quote.goesOn && next.paragraph === quote.paragraph + 1;
    if (goesOn && told[at]!.rule === 'none' && later.speaker)
      told[at] = { ...after(later), rule: 'paragraph-goes-on' };
  }
  return told;
}

/** In an excerpt somebody else tells who speaks. */
function inExcerpt(told: Told): Told {
  if (!told.speaker?.name) return told;
  return { ...told, speaker: { ...told.speaker, name: null, person: null }, rule: 'second-hand' };
}

/** By the words right behind the quote or those before it in its sentence. */
function around(context: Context, focus: Focus, quotes: Quoted[], at: number, told: Told[]): Told | null {
  const quote = quotes[at]!;
  const before = quotes[at - 1];
  const { words, document } = context;
  const paragraph = document.paragraphs[quote.paragraph]!;
  const behind = behindQuote(context, quote, quotes[at + 1], paragraph.end);
  const floor =
    before && before.paragraph === quote.paragraph
      ? wordFrom(words, before.outer.end)
      : wordFrom(words, paragraph.start);
  const to = wordFrom(words, quote.outer.start);
  const sentence = sentenceStart(context, to, wordFrom(words, paragraph.start));
  const isLed = to > floor && !/^[.?!]$/.test(words[to - 1]!.text) && !context.quoted[to - 1];
  const led = isLed ? ledBy(context, sentence, Math.max(floor, sentence), to) : null;
  if (behind && led?.subject && !isWhole(context, quote, to)) {
    const one = resolved(context, focus, behind.subject);
    const other = resolved(context, focus, led.subject);
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
    const doubled = doubledBehind(context, behind.to, paragraph.end, behind.subject);
    const subject = doubled ?? behind.subject;
    const kind = kindOf(subject);
    const order =
      behind.verb.base === 'according' ? 'according-to' : behind.inverted ? 'after-cue' : 'before-cue';
    const speaker = resolved(context, focus, subject);
    const relayed = relayedBehind(context, behind.to, wordFrom(words, paragraph.end));
    if (relayed && isAnother(context, focus, relayed, speaker))
      return atSecondHand(speaker, cueOf(behind), relayed);
    return { speaker, cue: cueOf(behind), rule: `${kind}-${order}` };
  }
  const last = told.at(-1);
  const trailing = trailingBehind(context, quote, quotes[at + 1], paragraph.end);
  if (trailing) {
    const one = resolved(context, focus, trailing.subject);
    const other = led?.subject ? resolved(context, focus, led.subject) : one;
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
      const speaker = resolved(context, focus, led.subject);
      if (led.relayed) {
        const { from, to } = led.subject.whole;
        return atSecondHand(speaker, led.cue, { teller: led.subject, from, to });
      }
      const relayed =
        relayedBefore(context, sentence, led.subject, led.cue?.from) ??
        outletBehind(context, wordFrom(words, quote.outer.end));
      if (relayed && isAnother(context, focus, relayed, speaker))
        return atSecondHand(speaker, led.cue, relayed);
      return { speaker, cue: led.cue, rule: `${kindOf(led.subject)}-${led.rule}` };
    }
    if (led.sameAsBefore && last?.speaker) return { ...after(last), cue: led.cue, rule: 'same-sentence' };
    return { speaker: null, cue: led.cue, rule: led.rule };
  }
  if (isLed && before && before.paragraph === quote.paragraph && last?.speaker && floor > sentence) {
    return cutsIn(context, last, to) ? null : { ...after(last), rule: 'same-sentence' };
  }
  return null;
}

/** Whether the one who relays the words of a named speaker is another. */
function isAnother(context: Context, focus: Focus, { teller }: Relayed, speaker: Speaker): boolean {
  return speaker.person !== null && resolved(context, focus, teller).person !== speaker.person;
}

/** At most so many words are kept to tell both who speaks and who relays it. */
const mostWords = 24;

/** Nobody is named for what is only told at second hand; the words for both are kept. */
function atSecondHand(speaker: Speaker, cue: Told['cue'], relayed: Relayed): Told {
  const from = Math.min(speaker.from, relayed.from);
  const to = Math.max(speaker.to, relayed.to);
  const words = to - from > mostWords ? { from: relayed.from, to: relayed.to } : { from, to };
  return { speaker: { name: null, person: null, ...words }, cue, rule: 'second-hand' };
}

/** The verb, or both words of `according to`. */
function cueOf({ cue, verb }: Attribution): { from: number; to: number } {
  return { from: cue, to: cue + (verb.base === 'according' ? 2 : 1) };
}

function kindOf(subject: Subject): string {
  return subject.kind === 'person' ? 'name' : subject.kind === 'pronoun' ? 'pronoun' : 'description';
}

/** The quote is a clause of its own: it begins a sentence. */
function isWhole(context: Context, quote: Quoted, to: number): boolean {
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
function credited(context: Context, quote: Quoted): Told | null {
  const { words, document } = context;
  const credit = document.paragraphs[quote.paragraph + 1];
  if (credit?.kind !== 'credit' || quote.outer.end < document.paragraphs[quote.paragraph]!.end - 3)
    return null;
  const from = wordFrom(words, credit.start);
  const to = wordFrom(words, credit.end);
  let begin = from;
  while (begin < to && words[begin]!.lower !== 'from' && words[begin]!.lower !== 'by') begin++;
  if (begin + 1 >= to) return null;
  const named = context.beginsAt.get(begin + 1) ?? null;
  const subject = named ? phraseFrom(context, begin + 1, to) : null;
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
