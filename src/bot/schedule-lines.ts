import { DateTime, Info } from 'luxon';
import type { Line } from '../answers/page.ts';
import type { Schedule } from '../digests/schedule.ts';

/** `every day at 08:00 (Europe/Kyiv)` and the like. */
export function scheduleLine({ weekdays, times, zone }: Schedule, locale: string): Line {
  const key = { '1234567': 'every-day-at', '12345': 'weekdays-at', '67': 'weekends-at' }[weekdays.join('')];
  const names = Info.weekdays('short', { locale });
  const days = weekdays.map(day => names[day - 1]).join(', ');
  return [{ say: key ?? 'days-at', args: { days, time: times.join(', '), zone } }];
}

/** A moment in a zone as `Mon 23 Nov, 08:00`. */
export function momentWords(moment: number, zone: string, locale: string): string {
  return DateTime.fromMillis(moment, { zone, locale }).toFormat('ccc d LLL, HH:mm');
}
