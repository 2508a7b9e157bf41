import type { Context } from '../grammar/context.ts';
import { isVerb, parseNounPhrase } from '../grammar/noun-phrase.ts';
import { type Salience, subjectOfSentence } from '../grammar/salience.ts';
import type { QuoteSpan } from '../quotes/spans.ts';
import { wordIndexAt } from '../tokens/words.ts';
import { beforeQuote } from './before-quote.ts';
import { type Attributed, resolveSpeaker } from './coreference.ts';

/** What the quote before tells for the next one. */
export function inherit(told: Attributed): Attributed {
  return { ...told, origin: told.origin ?? told.rule };
}

/** A quote behind the attribution of the one before it: `"A," X said. "B."` */
export function continuesQuote(
  context: Context,
  focus: Salience,
  quote: QuoteSpan,
  before: QuoteSpan | undefined,
  told: Attributed | undefined,
): Attributed | null {
  if (!before || before.paragraph !== quote.paragraph || !told?.speaker) return null;
  const { words } = context;
  const from = wordIndexAt(words, before.outer.end);
  const to = wordIndexAt(words, quote.outer.start);
  if (to === from) return { ...inherit(told), rule: 'goes-on' };
  const sentences = words[to - 1]!.sentence - words[from]!.sentence;
  const isAttributed = told.cue && told.cue.from >= from && told.cue.from < to;
  if (isAttributed && sentences <= 1)
    return interrupts(context, told, to) ? null : { ...inherit(told), rule: 'goes-on' };
  const subject = subjectOfSentence(context, focus, words[from]!.sentence);
  const isSame = subject !== null && told.speaker.person !== null && subject.person === told.speaker.person;
  const begins = /^[.:]$/.test(words[to - 1]!.text);
  return isSame && begins && sentences === 0 ? { ...inherit(told), rule: 'sentence-before' } : null;
}

/** `X said, and her husband cut in.`: what follows is another's. */
export function interrupts(context: Context, told: Attributed, to: number): boolean {
  const { words } = context;
  for (let at = told.cue?.to ?? to; at < to; at++) {
    if (!/^(and|but)$/.test(words[at]!.lower)) continue;
    const other = parseNounPhrase(context, at + 1, to);
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
export function introducedBySentence(
  context: Context,
  focus: Salience,
  quote: QuoteSpan,
  before: QuoteSpan | undefined,
): Attributed | null {
  const { words, document } = context;
  const at = wordIndexAt(words, quote.outer.start);
  const last = words[at - 1];
  if (!last || context.quoted[at - 1]) return null;
  const isStart = quote.outer.start <= document.paragraphs[quote.paragraph]!.start + 1;
  const isColon = last.text === ':' || words[at - 2]?.text === ':';
  if (isStart ? !isColon : !/^[.:]$/.test(last.text)) return null;
  const sentence = last.sentence;
  if (before && before.outer.end > words[focus.firsts[sentence]!]!.start && !isColon) return null;
  const led = beforeQuote(context, focus.firsts[sentence]!, focus.firsts[sentence]!, isColon ? at : at - 1);
  const subject = led?.subject ?? (isColon ? subjectOfSentence(context, focus, sentence) : null);
  if (!subject || led?.denied) return null;
  return {
    speaker: resolveSpeaker(context, focus, subject),
    cue: led?.cue ?? null,
    rule: isColon ? 'colon-before' : 'sentence-before',
  };
}

/** A paragraph that is nothing but a quote goes on with the speaker of the quote before it. */
export function freestandingQuote(
  context: Context,
  quotes: QuoteSpan[],
  at: number,
  allTold: Attributed[],
): Attributed | null {
  const { document, words } = context;
  const quote = quotes[at]!;
  const before = quotes[at - 1];
  const told = allTold[at - 1];
  const paragraph = document.paragraphs[quote.paragraph]!;
  const isAlone = quote.outer.start <= paragraph.start + 1 && quote.outer.end >= paragraph.end - 2;
  if (!isAlone || quote.style === 'lost-open' || !before || !told?.speaker) return null;
  if (before.paragraph !== quote.paragraph - 1) return null;
  // Text set apart in marks of another shape, such as a pulled quote, goes on with nothing.
  const marks = document.input[before.outer.start]! + document.input[quote.outer.start]!;
  if (!before.continues && /^(“"|"“)$/.test(marks)) return null;
  if (before.continues) return { ...inherit(told), rule: 'paragraph-goes-on' };
  if (isDialogue(context, quotes, at - 1, allTold)) return null;
  const end = document.paragraphs[before.paragraph]!.end;
  const from = wordIndexAt(words, before.outer.end);
  const to = wordIndexAt(words, end);
  const onlyCue =
    told.cue &&
    (told.cue.from >= from || told.rule === 'goes-on' || told.rule === 'paragraph-alone') &&
    (words[to - 1]?.sentence ?? 0) - (words[from]?.sentence ?? 0) <= 1;
  return onlyCue || to === from ? { ...inherit(told), rule: 'paragraph-alone' } : null;
}

/** Whether the quote at `last` asks or answers somebody else in the paragraph before: then either may go on. */
function isDialogue(
  { words, document }: Context,
  quotes: QuoteSpan[],
  last: number,
  told: Attributed[],
): boolean {
  const { paragraph, end } = quotes[last]!;
  let first = last;
  while (quotes[first - 1]?.paragraph === paragraph) first--;
  if (quotes[first - 1]?.paragraph !== paragraph - 1) return false;
  const [one, other] = [told[first - 1]!.speaker, told[last]!.speaker];
  if (!one || !other || one.person === other.person) return false;
  const cue = told[last]!.cue;
  const asks = document.input[end - 1] === '?' || document.input[quotes[first - 1]!.end - 1] === '?';
  return asks || (cue !== null && /^(ask|repl|answer|retort)/.test(words[cue.from]!.lower));
}
