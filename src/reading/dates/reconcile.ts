import type { Document, Span } from '../model/document.ts';
import type { ReadDate } from '../model/reading.ts';
import { addDays } from '../text/calendar.ts';
import type { Tense } from '../tokens/verbs.ts';
import { weekday } from './lexicon.ts';

/** A date with the tense of its verb. */
export type FoundDate = ReadDate & { tense: Tense };

/**
 * A weekday, or a day without its year, whose verb does not decide is the one that it is elsewhere in the
 * article, where all the others agree.
 */
export function reconcileDates(found: FoundDate[]): ReadDate[] {
  const sure = new Map<string, Set<string>>();
  const isOpen = ({ tense, basis }: FoundDate) =>
    basis !== 'explicit' && (tense === 'open' || tense === 'present');
  for (const date of found)
    if (date.value?.length === 10 && !isOpen(date))
      for (const key of keysOf(date)) sure.set(key, (sure.get(key) ?? new Set()).add(date.value));
  return found.map(one => {
    const { tense: _, ...date } = one;
    if (date.value?.length !== 10 || !isOpen(one)) return date;
    const others = keysOf(date)
      .map(key => sure.get(key))
      .find(values => values !== undefined);
    const [other] = others ?? [];
    const isOfThen = other && Math.abs(Number(other.slice(0, 4)) - Number(date.value.slice(0, 4))) <= 1;
    return isOfThen && others?.size === 1 ? { ...date, value: other } : date;
  });
}

const leadingWeekday = new RegExp(`^${weekday}`);

/** What a day is called that may be another one elsewhere: its weekday, or its month and number. */
function keysOf({ text, value, basis }: ReadDate): string[] {
  const named = leadingWeekday.exec(text)?.[0];
  return basis === 'relative' ? (named ? [named] : []) : [value!.slice(5)];
}

/** Days from that of speaking. */
const spokenSteps: Record<string, number> = { yesterday: -1, 'last night': -1, tomorrow: 1 };
const spoken = /^(?:today|tonight|yesterday|tomorrow|last night|this (?:morning|afternoon|evening))$/i;
/** UTF-16 code units of a quote, and of the words that say when it was spoken. */
const longestQuote = 1_500;
const longestCue = 160;
const speech =
  /\b(?:said|says|told|tells|added|wrote|writes|warned|declared|announced|posted|tweeted|insisted|replied|vowed|promised|claimed|stated|explained|recalled|admitted|argued|testified|commented|noted)\b/;
/** Words before a day that make it another than that of speaking: `told voters of the rally on Monday`. */
const ofOther =
  /\b(?:of|about|before|after|for|ahead|until|till|since|from|by|that|to)\s(?:[^,;:]{0,60}\s)?$/;

/**
 * `“Tomorrow we vote,” he said on Monday`: inside a quote such words count from the day on which it was spoken, where the
 * words before or behind the quote give exactly one.
 */
export function countedFromSpeech(dates: FoundDate[], document: Document): FoundDate[] {
  return dates.map(date => {
    if (!spoken.test(date.text)) return date;
    const quote = quoteAround(document, date.start);
    const day = quote && dayOfSpeech(dates, document, quote);
    return day ? { ...date, value: addDays(day, spokenSteps[date.text.toLowerCase()] ?? 0) } : date;
  });
}

/** The quote around an offset with its marks, null if there is none. */
function quoteAround({ input, paragraphs }: Document, offset: number): Span | null {
  const paragraph = paragraphs.find(({ start, end }) => start <= offset && offset < end);
  if (!paragraph) return null;
  const from = Math.max(paragraph.start, offset - longestQuote);
  const before = input.slice(from, offset);
  const [opening, closing] = [before.lastIndexOf('“'), before.lastIndexOf('”')];
  const isCurly = opening > closing;
  if (!isCurly && (before.match(/"/g)?.length ?? 0) % 2 === 0) return null;
  const end = input.indexOf(isCurly ? '”' : '"', offset);
  if (end < 0 || end >= paragraph.end) return null;
  return { start: from + (isCurly ? opening : before.lastIndexOf('"')), end: end + 1 };
}

/** The one day that the rest of a quote's sentence gives with a verb of speech. */
function dayOfSpeech(dates: FoundDate[], { input, sentences }: Document, quote: Span): string | null {
  const first = sentences.find(({ end }) => end > quote.start)?.start ?? quote.start;
  const last = sentences.find(({ end }) => end >= quote.end)?.end ?? quote.end;
  const zones = [
    { start: Math.max(Math.min(first, quote.start), quote.start - longestCue), end: quote.start },
    { start: quote.end, end: Math.min(Math.max(last, quote.end), quote.end + longestCue) },
  ].filter(({ start, end }) => speech.test(input.slice(start, end)));
  const days = zones.flatMap(zone =>
    dates.filter(
      ({ start, end, value }) =>
        start >= zone.start &&
        end <= zone.end &&
        value?.length === 10 &&
        !ofOther.test(input.slice(zone.start, start).split(/[,;:]/).at(-1)!),
    ),
  );
  return days.length === 1 ? days[0]!.value : null;
}
