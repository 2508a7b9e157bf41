import { cleanSentence } from './clean-text.ts';
import type { Document, Sentence, Span } from './document.ts';
import type { ReadDate, ReadEvent, ReadPerson, ReadQuote } from './reading.ts';

const precisions = { 10: 'day', 7: 'month', 4: 'year' } as const;

/** A year is told in passing after these: nothing is said to have happened in it. */
const inPassing = /\b(since|from|by|until|than|of|the|before|after|to|and|for|between)[\s-]$/i;

/**
 * The sentences of the body that tell what happened, or will, on a day, in a month or in a year; one event
 * for each. "Today" in somebody's words is no day of an event.
 */
export function findEvents(
  document: Document,
  dates: ReadDate[],
  people: ReadPerson[],
  quotes: ReadQuote[],
): ReadEvent[] {
  const mentions = people.flatMap(person => person.mentions.map(mention => ({ ...mention, id: person.id })));
  mentions.sort((a, b) => a.start - b.start);
  const told = dates.filter(
    date => date.value !== null && !date.value.includes('/') && !isTodayInQuote(date, quotes),
  );
  const days = grouped(told, document.sentences);
  const named = grouped(mentions, document.sentences);
  return document.sentences.flatMap((sentence, index) => {
    const found = days.get(index) ?? [];
    const values = found
      .filter(date => date.value!.length > 4 || isEventOfYear(document.input, date, found))
      .map(date => date.value!);
    return [...new Set(values)].map(date => ({
      date,
      precision: precisions[date.length as 10 | 7 | 4],
      start: sentence.start,
      end: sentence.end,
      text: cleanSentence(document.input, sentence),
      people: [...new Set((named.get(index) ?? []).map(mention => mention.id))],
    }));
  });
}

function isTodayInQuote(date: ReadDate, quotes: ReadQuote[]): boolean {
  return (
    /^(today|tonight)$/i.test(date.text) &&
    quotes.some(quote => quote.start <= date.start && date.end <= quote.end)
  );
}

function isEventOfYear(input: string, date: ReadDate, all: ReadDate[]): boolean {
  return (
    all.every(other => other.value!.length === 4) &&
    !inPassing.test(input.slice(Math.max(0, date.start - 12), date.start))
  );
}

/** What stands in which sentence; both lists are in order. */
function grouped<Entry extends Span>(entries: Entry[], sentences: Sentence[]): Map<number, Entry[]> {
  const groups = new Map<number, Entry[]>();
  let index = 0;
  for (const entry of entries) {
    while (index < sentences.length && sentences[index]!.end <= entry.start) index++;
    if (index === sentences.length) break;
    if (entry.start >= sentences[index]!.start) groups.set(index, [...(groups.get(index) ?? []), entry]);
  }
  return groups;
}
