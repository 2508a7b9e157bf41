import type { KeyDate } from '../../library/model/types.ts';
import type { TimelineSubject } from './timeline-subject.ts';

/** Beyond this many, a day needs a share of the most important day's weight: a person is in passing in many. */
const fewestDates = 3;
const minorShares = { person: 0.4, other: 0.3 };
/** A day that more than one article reports needs only this share. */
const severalArticles = 2;
const minorShareOfSeveral = 0.2;
/** What a day counts in a person's timeline if its sentence does not name them. */
const unnamedShare = 0.5;

/** Each sentence once, and no day that is minor beside the most important one. */
export function worthShowing(days: KeyDate[], { filter, name }: TimelineSubject): KeyDate[] {
  const most = days[0]?.weight ?? 0;
  const seen = new Set<string>();
  const surname = filter.person === undefined ? '' : (name?.split(' ').at(-1) ?? '');
  const share = filter.person === undefined ? minorShares.other : minorShares.person;
  return days.filter(({ text, weight, articles }, at) => {
    const own = text.includes(surname) ? weight : weight * unnamedShare;
    const least = filter.person === undefined && articles >= severalArticles ? minorShareOfSeveral : share;
    if (seen.has(text) || (at >= fewestDates && own < most * least)) return false;
    seen.add(text);
    return true;
  });
}
