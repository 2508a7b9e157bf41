import type { Document, Sentence } from '../model/document.ts';
import { daysBetween } from '../text/calendar.ts';
import { stem } from '../text/stem.ts';
import type { EventDay } from './event-days.ts';

/** Sentences that carry the news. */
const leadLength = 4;
/** Days between what happened and its publication: of the lead, of a sentence that takes up the title, of any other. */
const near = { lead: 7, title: 7, other: 1 };
/** Words of the title that a sentence shares with it. */
const fewestShared = 2;

/**
 * Recognizes an article's own news: what happened shortly before it was published, and is reported in its first sentences,
 * takes up its title or happened on the day itself. Plans, months and years are background.
 */
export function mainEvents(
  document: Document,
): (sentence: Sentence, index: number, day: EventDay) => boolean {
  const published = document.published.date;
  let title: Set<string> | undefined;
  const sharesTitle = (sentence: Sentence) => {
    const wanted = (title ??= new Set(contentWords(document.title ?? '')));
    if (wanted.size < fewestShared) return false;
    const shared = new Set(
      contentWords(document.input.slice(sentence.start, sentence.end)).filter(word => wanted.has(word)),
    );
    return shared.size >= fewestShared;
  };
  return (sentence, index, day) => {
    if (day.planned || day.precision !== 'day') return false;
    if (published === null) return index < leadLength;
    const age = daysBetween(day.until ?? day.date, published);
    if (age < -1) return false;
    if (age <= near.other) return true;
    return (index < leadLength && age <= near.lead) || (age <= near.title && sharesTitle(sentence));
  };
}

function contentWords(text: string): string[] {
  return (text.toLowerCase().match(/\p{L}{4,}/gu) ?? []).map(stem);
}
