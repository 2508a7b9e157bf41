import type { Document, Span } from '../model/document.ts';
import type { ReadDate, ReadQuote } from '../model/reading.ts';
import { addDays, deicticDay, weekdayNumber } from '../text/calendar.ts';
import { firstEndingAfter } from '../text/spans.ts';
import { weekday } from './forms/lexicon.ts';
import { weekdayNear } from './forms/resolve.ts';
import type { FoundDate } from './reconcile.ts';

/** Days from that of speaking. */
const spokenSteps: Record<string, number> = { yesterday: -1, 'last night': -1, tomorrow: 1 };
const bareWeekday = new RegExp(`^(?<w>${weekday})(?: (?:morning|afternoon|evening|night))?$`);
/** UTF-16 code units of a quote, and of the words that say when it was spoken. */
const longestQuote = 1_500;
const longestCue = 160;
const speech =
  /\b(?:said|says|told|tells|added|wrote|writes|warned|declared|announced|posted|tweeted|insisted|replied|vowed|promised|claimed|stated|explained|recalled|admitted|argued|testified|commented|noted)\b/;
const speeches =
  /\b(?:said|says|told|tells|added|wrote|writes|warned|declared|announced|posted|tweeted|insisted|replied|vowed|promised|claimed|stated|explained|recalled|admitted|argued|testified|commented|noted)\b/g;
/** Words between a verb of speech and a day that make it another than that of speaking: `told voters of the rally on Monday`. */
const ofOther =
  /["“”:;]|\b(?:of|about|before|after|for|ahead|until|till|since|from|by|that|who|which|whose|whom|when|while|where|because|as|and|but|than|he|she|they|it|we|I|must|will|would|has|have|had|is|are|was|were|be|can|could|should|may|might|[a-z]{3,}ing)\b/;
/** `In February, he told`, `In an interview earlier this year, she said`: what begins the sentence of a quote. */
const opening =
  /^["“(]?(?:(?:But|And|Then|Later|Also|Just|Back),? )?(?:(?:In|On|At|During|Speaking|Writing)\b[^,;:“”"]{0,60})?$/;
/** Between such an opening and the verb: another clause. */
const otherClause = /["“”;]|\b(?:who|which|that|as|when|while|after|before|where|and|but)\b/;
const relativeClause = /, who(?:se)?\b[^,“”"]{1,80},/;
/** `the 2018 election`, `Friday’s vote`: not when something was said, unless it is what was said. */
const ofNoun = /^(?:['’]s|[ -]\p{Ll})/u;
const ofStatement =
  /^ (?:(?:interview|speech|statement|post|letter|tweet|remarks|address|briefing|op-ed|memo|video|essay|article)\b|(?:on|in|at|during|with|to|for|when|as|and|that|after|before|told|said|then|by|from|of)\b)/;

/**
 * `“Tomorrow we vote,” he said on Monday`: inside a quote such words and weekdays count from the day on which it was spoken, where the
 * words before or behind the quote give exactly one.
 */
export function countedFromSpeech(dates: FoundDate[], document: Document): FoundDate[] {
  return dates.map(date => {
    const named = bareWeekday.exec(date.text)?.groups?.w;
    if (named === undefined && !deicticDay.test(date.text)) return date;
    const quote = quoteAround(document, date.start);
    const day = quote && dayOfSpeech(dates, document, quote);
    // `She had replied: “We sail tomorrow.”`: it was said on a day that is not given.
    if (
      quote &&
      day === null &&
      named === undefined &&
      hadSaid.test(document.input.slice(Math.max(0, quote.start - 60), quote.start))
    )
      return { ...date, value: null };
    if (!day)
      return quote &&
        isRecent(date, document) &&
        (isOfOldWords(dates, document, quote) || isOfOldDays(dates, document, quote))
        ? { ...date, value: null }
        : date;
    const value = named
      ? weekdayNear(day, weekdayNumber(named), date.tense)
      : addDays(day, spokenSteps[date.text.toLowerCase()] ?? 0);
    return { ...date, value };
  });
}

/** Whether a day was counted from that of publication rather than from one of the text. */
const isRecent = ({ value }: FoundDate, { published }: Document) =>
  value !== null && published.date !== null && value > addDays(published.date, -14);

/** Whether the sentence of a quote begins with a day long past: `In one of 9 April 1911 she wrote: “I leave tomorrow.”` */
function isOfOldWords(dates: readonly FoundDate[], { sentences, published }: Document, quote: Span): boolean {
  const start = sentences[firstEndingAfter(sentences, quote.start)]?.start ?? quote.start;
  const before = published.date === null ? null : addDays(published.date, -366);
  return dates.some(
    ({ start: at, value, basis }) =>
      at >= start &&
      at < quote.start &&
      basis === 'explicit' &&
      value?.length === 10 &&
      before !== null &&
      value < before,
  );
}

/** Whether someone speaks in a quote of a day long past: `She remembers 3 June 2014. “On Tuesday the water came,” she says.`, `he wrote in 2014` */
function isOfOldDays(dates: readonly FoundDate[], document: Document, quote: Span): boolean {
  const { input, sentences, paragraphs, published } = document;
  if (published.date === null) return false;
  const around =
    input.slice(Math.max(0, quote.start - longestCue), quote.start) +
    input.slice(quote.end, quote.end + longestCue);
  const said = year.test(around) ? dayOfSpeech(dates, document, quote, { least: 'YYYY'.length }) : null;
  if (said !== null && Number(said.slice(0, 4)) < Number(published.date.slice(0, 4)) - 1) return true;
  const start = paragraphs[firstEndingAfter(paragraphs, quote.start)]?.start ?? quote.start;
  const first = firstEndingAfter(sentences, Math.max(start, quote.start - longestCue));
  return (
    remembers.test(input.slice(Math.max(start, quote.start - longestCue), quote.start)) &&
    dates.some(
      ({ start: at, value, basis }) =>
        at >= (sentences[first]?.start ?? start) &&
        at < quote.start &&
        basis === 'explicit' &&
        value !== null &&
        value < addDays(published.date!, -366),
    )
  );
}

const year = /\b(?:1[89]|20)\d\d\b/;
const remembers =
  /\b(?:remembers?|remembered|recalls?|recalled|recounts?|recounted|think(?:s|ing) back|looks? back|looking back)\b/;

const hadSaid =
  /\bhad (?:(?:just|once|then|already|only|also) )?(?:said|told|replied|written|warned|promised|announced|answered|asked|added|declared|shouted|whispered|posted)\b[^.;“”"]{0,40}[:,]?\s$/;

/** The quote around an offset with its marks, null if there is none. */
function quoteAround({ input, paragraphs }: Document, offset: number): Span | null {
  const paragraph = paragraphs[firstEndingAfter(paragraphs, offset)];
  if (!paragraph || paragraph.start > offset) return null;
  const from = Math.max(paragraph.start, offset - longestQuote);
  const before = input.slice(from, offset);
  const [opening, closing] = [before.lastIndexOf('“'), before.lastIndexOf('”')];
  const isCurly = opening > closing;
  if (!isCurly && (before.match(/"/g)?.length ?? 0) % 2 === 0) return null;
  const end = input.indexOf(isCurly ? '”' : '"', offset);
  if (end < 0 || end >= paragraph.end) return null;
  return { start: from + (isCurly ? opening : before.lastIndexOf('"')), end: end + 1 };
}

/**
 * The one day that the words around a quote give for its verb of speech, or, where `least` is shorter than a day, the month
 * or year; null if they give none.
 * @param cue the verb, if it is known
 */
function dayOfSpeech(
  dates: readonly ReadDate[],
  { input, sentences }: Document,
  quote: Span,
  { cue, least = 'YYYY-MM-DD'.length }: { cue?: Span; least?: number } = {},
): string | null {
  const first = sentences[firstEndingAfter(sentences, quote.start)]?.start ?? quote.start;
  const last = sentences[firstEndingAfter(sentences, quote.end - 1)]?.end ?? quote.end;
  const from = Math.max(Math.min(first, quote.start), quote.start - longestCue);
  const to = Math.min(Math.max(last, quote.end), quote.end + longestCue);
  const verb = cue ?? verbAround(input, quote, from, to);
  if (verb === null || verb.start < from || verb.end > to) return null;
  const [start, end] = verb.end <= quote.start ? [from, quote.start] : [quote.end, to];
  const isSaid = (date: ReadDate) => {
    const rest = input.slice(date.end, date.end + 20);
    if (ofNoun.test(rest) && !ofStatement.test(rest)) return false;
    if (date.start >= verb.end) {
      // `recalled 9 November 2019:` says what is recalled, `recalled on Monday:` when.
      const between = input.slice(verb.end, date.start);
      return !ofOther.test(between) && !(between === ' ' && input.startsWith('recall', verb.start));
    }
    const behind = input.slice(date.end, verb.start);
    if (start === from && opening.test(input.slice(from, date.start)))
      return !otherClause.test(behind.replace(relativeClause, ','));
    return date.value?.length === 10 && /^\s(?:then\s|\p{Ll}+ly\s)?$/u.test(behind);
  };
  const days: string[] = [];
  for (let at = firstEndingAfter(dates, start); at < dates.length && dates[at]!.end <= end; at++) {
    const { value } = dates[at]!;
    const isExact = value !== null && value.length >= least && !value.includes('/');
    if (isExact && dates[at]!.start >= start && isSaid(dates[at]!)) days.push(value);
  }
  return days.length === 1 ? days[0]! : null;
}

/** The first verb of speech behind a quote, else the last before it. */
function verbAround(input: string, quote: Span, from: number, to: number): Span | null {
  const behind = speech.exec(input.slice(quote.end, to));
  if (behind) return spanOf(behind, quote.end);
  const before = [...input.slice(from, quote.start).matchAll(speeches)].at(-1);
  return before ? spanOf(before, from) : null;
}

const spanOf = ({ index, 0: word }: RegExpExecArray, from: number): Span => ({
  start: from + index,
  end: from + index + word.length,
});

/** The quotes, each with the day, month or year in which it was spoken, where the words around it give one. */
export function withDaysOfSpeech(
  quotes: readonly ReadQuote[],
  dates: readonly ReadDate[],
  document: Document,
): ReadQuote[] {
  const { date: published } = document.published;
  return quotes.map(quote => {
    const marked = { start: quote.start - 1, end: quote.end + 1 };
    const isSpeech = quote.cue !== null && speech.test(quote.cue.text);
    const said = isSpeech
      ? dayOfSpeech(dates, document, marked, { cue: quote.cue!, least: 'YYYY'.length })
      : null;
    const isPast = said !== null && (published === null || said <= published);
    return isPast ? { ...quote, said } : quote;
  });
}
