import type { Filter, KeyDate } from '../../library/model/types.ts';
import type { Block } from '../page/page.ts';
import type { TimelineSubject } from './timeline-subject.ts';

/** Beyond this many, a day needs a share of the most important day's weight: a person is in passing in many. */
const fewestDates = 3;
const minorShares = { person: 0.4, other: 0.3 };
/** A day that more than one article reports needs only this share. */
const severalArticles = 2;
const minorShareOfSeveral = 0.2;

/** Key dates on the first page of a timeline. */
export const keyDatesShown = { private: 10, group: 3 };
/** How many more are read, as two days may share a sentence; for a person in a group fewer, as hardly any two do. */
const spareDates = { private: 2, group: 4, groupOfPerson: 2 };

/** How many key dates are read for the first page of a timeline. */
export function keyDatesRead(chat: 'private' | 'group', { person }: Filter): number {
  const isOfPerson = chat === 'group' && person !== undefined;
  return keyDatesShown[chat] + spareDates[isOfPerson ? 'groupOfPerson' : chat];
}

/** The library's own time starts this many days before its oldest article: what is older is background. */
export const daysBeforeOldest = 14;

/** Each sentence once, and no day that is minor beside the most important one. */
export function worthShowing(days: KeyDate[], { filter }: Pick<TimelineSubject, 'filter'>): KeyDate[] {
  const most = days[0]?.weight ?? 0;
  const seen = new Set<string>();
  const share = filter.person === undefined ? minorShares.other : minorShares.person;
  return days.filter(({ text, weight, articles }, at) => {
    const least = filter.person === undefined && articles >= severalArticles ? minorShareOfSeveral : share;
    if (seen.has(text) || (at >= fewestDates && weight < most * least)) return false;
    seen.add(text);
    return true;
  });
}

/** What the mark before approximate days means, where there is one. */
export function approximateNote(entries: readonly { approximate?: boolean }[]): Block[] {
  if (!entries.some(({ approximate }) => approximate)) return [];
  return [{ kind: 'text', line: [{ messageKey: 'approximate-days', style: 'italic' }] }];
}
