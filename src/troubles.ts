import type { Overview } from './library/overview.ts';
import type { Space } from './library/space.ts';

/** Something that needs the one who runs the bot: a message of the interface with its arguments. */
export type Trouble = { say: string; args: Record<string, string | number> };

const hour = 3_600_000;
const megabyte = 2 ** 20;
/** In bytes: with less than this, the next copy or the next load may fill the disk. */
export const leastFree = 256 * megabyte;
/** A lost reply now and then is ordinary. */
const manyUnknown = 20;
/** Longer than a bad connection or a restart of Telegram's mostly lasts. */
const longOverdue = hour;

/** What is wrong at `now` (milliseconds since the epoch), the worst first; empty where all is well. */
export function troublesOf(overview: Overview, space: Space | null, now: number): Trouble[] {
  const { parts, lastDay, due, oldestPart } = overview;
  const troubles: Trouble[] = [];
  if (space !== null && space.free < leastFree)
    troubles.push({ say: 'trouble-disk', args: { free: Math.floor(space.free / megabyte) } });
  if (lastDay.dead > 0) troubles.push({ say: 'trouble-dead', args: { count: lastDay.dead } });
  if (parts.unknown >= manyUnknown) troubles.push({ say: 'trouble-unknown', args: { count: parts.unknown } });
  if (due.oldest !== null && now - due.oldest >= longOverdue)
    troubles.push({ say: 'trouble-due', args: { count: due.count, hours: hoursSince(due.oldest, now) } });
  if (oldestPart !== null && now - oldestPart >= longOverdue)
    troubles.push({
      say: 'trouble-waiting',
      args: { count: parts.waiting + parts.unknown + parts.sending, hours: hoursSince(oldestPart, now) },
    });
  if (lastDay.failedUpdates > 0)
    troubles.push({ say: 'trouble-updates', args: { count: lastDay.failedUpdates } });
  return troubles;
}

function hoursSince(moment: number, now: number): number {
  return Math.floor((now - moment) / hour);
}
