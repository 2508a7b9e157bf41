import type { Reading, Span } from '../../reading/model/reading.ts';
import { sameLetters } from '../text/fold.ts';

/**
 * Why a reading cannot be stored, or null: its offsets have to lie within the text, and each quote has to
 * be in it word for word, as an answer shows nothing that it cannot trace.
 */
export function problemOf(reading: Reading): string | null {
  const { input } = reading;
  if (input === undefined)
    return 'the reading has no "input", the text its offsets refer to: read the article again';
  const outside = spansOf(reading).find(span => span.end > input.length || span.start > span.end);
  if (outside)
    return `the offsets ${outside.start} to ${outside.end} lie outside the text: read the article again`;
  const altered = reading.quotes.find(quote => !sameLetters(input.slice(quote.start, quote.end), quote.text));
  if (altered) return `the quote at ${altered.start} is not there in the text: read the article again`;
  if (reading.published.date !== null && Number.isNaN(Date.parse(reading.published.date)))
    return `"${reading.published.date}" is not a date: write it as YYYY-MM-DD`;
  const people = new Set(reading.people.map(person => person.id));
  if (people.size < reading.people.length) return 'two of its people have one id: read the article again';
  return null;
}

function spansOf(reading: Reading): Span[] {
  return [
    ...reading.sentences,
    ...reading.summary,
    ...reading.dates,
    ...reading.events,
    ...reading.people.flatMap(person => [...person.roles, ...person.mentions]),
    ...reading.quotes.flatMap(quote => [quote, quote.speaker, quote.cue].filter(span => span !== null)),
    ...(reading.rights ? [reading.rights] : []),
  ];
}
