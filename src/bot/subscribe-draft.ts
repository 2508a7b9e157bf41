import type { Schedule } from '../digests/schedule.ts';

/** What somebody has chosen so far on the way to a subscription. */
export type Draft = {
  topics: { id: string; label: string }[];
  people: { id: string; name: string }[];
  /** Offered after a name that fits several, or nobody quite. */
  offered: { id: string; name: string }[];
  weekdays: number[];
  time: string;
  zone: string | null;
  zones: { zone: string; label: string }[];
  threadId: number | null;
  /** The writer's, as Telegram tells it: `uk`. */
  language?: string;
};

export const everyDay = [1, 2, 3, 4, 5, 6, 7];

export function scheduleOf({ weekdays, time, zone }: Draft): Schedule {
  return { weekdays, times: [time], zone: zone ?? 'UTC' };
}

/** What it is about, in words; empty for everything. */
export function labels({ topics, people }: Draft): string[] {
  return [...topics.map(({ label }) => label), ...people.map(({ name }) => name)];
}
