import type { DiskUsage } from '../database/disk-usage.ts';
import type { Overview } from '../store.ts';

/** A problem that needs the admin's attention: a message of the interface with its arguments. */
export type Alert = {
  messageKey: string;
  args: Record<string, string | number>;
  /** It may pass by itself. */
  passing: boolean;
};

const hour = 3_600_000;
const megabyte = 2 ** 20;
/** In bytes: with less than this, the next copy or the next load may fill the disk. */
export const minFreeSpace = 256 * megabyte;
/** A lost reply now and then is normal. */
const unconfirmedAlert = 20;
/** Longer than a bad connection or a restart of Telegram's mostly lasts. */
const overdueAlert = hour;

/** What is wrong at `now` (milliseconds since the epoch), the worst first; empty if all is well. */
export function alertsFor(overview: Overview, space: DiskUsage | null, now: number): Alert[] {
  const { parts, lastDay, due, oldestPart } = overview;
  const alerts: Alert[] = [];
  const add = (messageKey: string, args: Alert['args'], passing = false) =>
    alerts.push({ messageKey, args, passing });
  if (space !== null && space.free < minFreeSpace)
    add('trouble-disk', { free: Math.floor(space.free / megabyte) });
  if (lastDay.failed > 0) add('trouble-dead', { count: lastDay.failed });
  if (parts.unknown >= unconfirmedAlert) add('trouble-unknown', { count: parts.unknown }, true);
  if (due.oldest !== null && now - due.oldest >= overdueAlert)
    add('trouble-due', { count: due.count, hours: hoursSince(due.oldest, now) }, true);
  if (oldestPart !== null && now - oldestPart >= overdueAlert) {
    const count = parts.waiting + parts.unknown + parts.sending;
    add('trouble-waiting', { count, hours: hoursSince(oldestPart, now) }, true);
  }
  if (lastDay.failedUpdates > 0) add('trouble-updates', { count: lastDay.failedUpdates });
  return alerts;
}

function hoursSince(moment: number, now: number): number {
  return Math.floor((now - moment) / hour);
}
