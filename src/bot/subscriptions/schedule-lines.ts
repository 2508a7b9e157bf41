import { Info } from 'luxon';
import type { Line, Moment } from '../../answers/page/page.ts';
import { awaitingNews, type Schedule } from '../../digests/schedule.ts';
import { momentText } from '../../rendering/days.ts';
import { evenHours, timesEvery } from './when.ts';

/** `every day at 08:00 (Europe/Kyiv)`, `every 3 hours, quiet from 22:00 to 07:00 (Europe/Kyiv)` and the like. */
export function scheduleLine({ weekdays, times, zone, quiet, atOnce }: Schedule, locale: string): Line {
  const key = { '1234567': 'every-day', '12345': 'weekdays', '67': 'weekends' }[weekdays.join('')] ?? 'days';
  const days = dayNames(weekdays, locale);
  const hours = evenHours.find(each => each < 12 && timesEvery(each).join() === times.join());
  const line: Line = atOnce
    ? [{ messageKey: 'at-once', args: { most: atOnce } }]
    : hours !== undefined
      ? [{ messageKey: `${key}-hours`, args: { days, hours } }]
      : [{ messageKey: `${key}-at`, args: { days, time: times.join(', ') } }];
  return [
    ...line,
    ...(quiet ? [{ text: ', ' }, { messageKey: 'quiet-hours', args: quiet }] : []),
    { text: ` (${zone})` },
  ];
}

/** ISO weekdays by their short names in a language. */
export function dayNames(weekdays: readonly number[], locale: string): string {
  const names = Info.weekdays('short', { locale });
  return weekdays.map(day => names[day - 1]).join(', ');
}

/** A moment as an argument of a message, which apps show in their own zone. */
export function momentIn(zone: string, moment: number, locale: string): Moment {
  return { moment, text: momentText(moment, zone, locale) };
}

/** When the next digest is due. */
export function nextLine(moment: number, zone: string, locale: string): Line {
  return moment >= awaitingNews
    ? [{ messageKey: 'next-when-it-happens' }]
    : [{ messageKey: 'next-at', args: { next: momentIn(zone, moment, locale) } }];
}
