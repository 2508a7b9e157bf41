import { cleanSentence } from './clean-text.ts';
import type { Document } from './document.ts';
import type { ReadDate, ReadEvent, ReadPerson } from './reading.ts';

const precisions = { 10: 'day', 7: 'month', 4: 'year' } as const;

/** The sentences of the body that tell what happened on a day, in a month or in a year. */
export function findEvents(document: Document, dates: ReadDate[], people: ReadPerson[]): ReadEvent[] {
  const mentions = people.flatMap(person => person.mentions.map(mention => ({ ...mention, id: person.id })));
  return document.sentences.flatMap(sentence => {
    const { start, end } = sentence;
    const within = (at: { start: number; end: number }) => at.start >= start && at.end <= end;
    const days = dates
      .filter(within)
      .flatMap(date => (date.value && !date.value.includes('/') ? [date.value] : []));
    const ids = mentions.filter(within).map(mention => mention.id);
    return [...new Set(days)].map(date => ({
      date,
      precision: precisions[date.length as 10 | 7 | 4],
      start,
      end,
      text: cleanSentence(document.input, sentence),
      people: [...new Set(ids)],
    }));
  });
}
