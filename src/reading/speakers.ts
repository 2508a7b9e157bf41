import { enclosedParagraphs } from './quotes-enclosed.ts';
import type { Quoted } from './quotes-spans.ts';
import type { Attribution } from './speakers-attribution.ts';
import { behindQuote, doubledBehind, isTrailed, trailingBehind } from './speakers-behind.ts';
import type { Context } from './speakers-context.ts';
import { type Focus, focusOf, subjectOfSentence } from './speakers-focus.ts';
import { ledBy } from './speakers-left.ts';
import { isVerb, phraseFrom, type Subject } from './speakers-phrase.ts';
import { outletBehind, type Relayed, relayedBefore, relayedBehind } from './speakers-relayed.ts';
import { resolved, type Speaker, speakerOf } from './speakers-resolved.ts';
import { wordFrom } from './words.ts';

export type Told = {
  speaker: Speaker | null;
  cue: { from: number; to: number } | null;
  rule: string;
  /** Where the speaker is that of the quote before: the rule that told that one. */
  origin?: string;
};

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
          standingAlone(context, quote, before, lastTold) ??
          nobody));
    told.push(enclosed.has(quote.paragraph) ? inExcerpt(found) : found);
  }
  return told;
}

/** In an excerpt somebody else tells who speaks. */
function inExcerpt(told: Told): Told {
  if (!told.speaker?.name) return told;
  return { ...told, speaker: { ...told.speaker, name: null, person: null }, rule: 'second-hand' };
}

/** What the quote before tells for the next one. */
function after(told: Told): Told {
  return { ...told, origin: told.origin ?? told.rule };
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
      if (begins) return { speaker: other, cue: led.cue, rule: `name-${led.rule}` };
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
      const relayed =
        relayedBefore(context, sentence, led.subject) ??
        outletBehind(context, wordFrom(words, quote.outer.end));
      if (relayed && isAnother(context, focus, relayed, speaker))
        return atSecondHand(speaker, led.cue, relayed);
      return { speaker, cue: led.cue, rule: `${kindOf(led.subject)}-${led.rule}` };
    }
    if (led.sameAsBefore && last?.speaker) return { ...after(last), cue: led.cue, rule: 'same-sentence' };
    return { speaker: null, cue: led.cue, rule: led.rule };
  }
  if (isLed && before && before.paragraph === quote.paragraph && last?.speaker && floor > sentence) {
    return { ...after(last), rule: 'same-sentence' };
  }
  return null;
}

/** Whether the one who relays a quote is not its speaker. */
function isAnother(context: Context, focus: Focus, { teller }: Relayed, speaker: Speaker): boolean {
  return !speaker.person || resolved(context, focus, teller).person !== speaker.person;
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

/** A quote behind the attribution of the one before it: `"A," X said. "B."` */
function goingOn(
  context: Context,
  focus: Focus,
  quote: Quoted,
  before: Quoted | undefined,
  told: Told | undefined,
): Told | null {
  if (!before || before.paragraph !== quote.paragraph || !told?.speaker) return null;
  const { words } = context;
  const from = wordFrom(words, before.outer.end);
  const to = wordFrom(words, quote.outer.start);
  if (to === from) return { ...after(told), rule: 'goes-on' };
  const sentences = words[to - 1]!.sentence - words[from]!.sentence;
  const isAttributed = told.cue && told.cue.from >= from && told.cue.from < to;
  if (isAttributed && sentences <= 1)
    return cutsIn(context, told, to) ? null : { ...after(told), rule: 'goes-on' };
  const subject = subjectOfSentence(context, focus, words[from]!.sentence);
  const isSame = subject !== null && told.speaker.person !== null && subject.person === told.speaker.person;
  const begins = /^[.:]$/.test(words[to - 1]!.text);
  return isSame && begins && sentences === 0 ? { ...after(told), rule: 'sentence-before' } : null;
}

/** `X said, and her husband cut in.`: what follows is another's. */
function cutsIn(context: Context, told: Told, to: number): boolean {
  const { words } = context;
  for (let at = told.cue!.to; at < to; at++) {
    if (!/^(and|but)$/.test(words[at]!.lower)) continue;
    const other = phraseFrom(context, at + 1, to);
    if (
      other &&
      other.person !== told.speaker!.person &&
      other.kind !== 'pronoun' &&
      words[other.to] &&
      other.to < to &&
      isVerb(context, other.to)
    )
      return true;
  }
  return false;
}

/** A whole quote behind a sentence, or a paragraph ending in a colon, that tells of somebody speaking. */
function introduced(context: Context, focus: Focus, quote: Quoted, before: Quoted | undefined): Told | null {
  const { words, document } = context;
  const at = wordFrom(words, quote.outer.start);
  const last = words[at - 1];
  if (!last || context.quoted[at - 1]) return null;
  const isStart = quote.outer.start <= document.paragraphs[quote.paragraph]!.start + 1;
  const isColon = last.text === ':' || words[at - 2]?.text === ':';
  if (isStart ? !isColon : !/^[.:]$/.test(last.text)) return null;
  const sentence = last.sentence;
  if (before && before.outer.end > words[focus.firsts[sentence]!]!.start && !isColon) return null;
  const led = ledBy(context, focus.firsts[sentence]!, focus.firsts[sentence]!, isColon ? at : at - 1);
  const subject = led?.subject ?? (isColon ? subjectOfSentence(context, focus, sentence) : null);
  if (!subject || led?.denied) return null;
  return {
    speaker: resolved(context, focus, subject),
    cue: led?.cue ?? null,
    rule: isColon ? 'colon-before' : 'sentence-before',
  };
}

/** A paragraph that is nothing but a quote goes on with the speaker of the quote before it. */
function standingAlone(
  context: Context,
  quote: Quoted,
  before: Quoted | undefined,
  told: Told | undefined,
): Told | null {
  const { document, words } = context;
  const paragraph = document.paragraphs[quote.paragraph]!;
  const isAlone = quote.outer.start <= paragraph.start + 1 && quote.outer.end >= paragraph.end - 2;
  if (!isAlone || quote.style === 'lost-open' || !before || !told?.speaker) return null;
  if (before.paragraph !== quote.paragraph - 1) return null;
  // Text set apart in marks of another shape, such as a pulled quote, goes on with nothing.
  const marks = document.input[before.outer.start]! + document.input[quote.outer.start]!;
  if (!before.goesOn && /^(“"|"“)$/.test(marks)) return null;
  if (before.goesOn) return { ...after(told), rule: 'paragraph-goes-on' };
  const end = document.paragraphs[before.paragraph]!.end;
  const from = wordFrom(words, before.outer.end);
  const to = wordFrom(words, end);
  const onlyCue =
    told.cue &&
    (told.cue.from >= from || told.rule === 'goes-on' || told.rule === 'paragraph-alone') &&
    (words[to - 1]?.sentence ?? 0) - (words[from]?.sentence ?? 0) <= 1;
  return onlyCue || to === from ? { ...after(told), rule: 'paragraph-alone' } : null;
}
