import type { Line } from './page.ts';
import type { Period } from './period.ts';

/** A period for the heading of an answer; empty if it has no ends. */
export function periodLine({ from, to }: Period): Line {
  if (from === undefined && to === undefined) return [];
  if (from === to) return [{ day: from! }];
  if (to === undefined) return [{ messageKey: 'since' }, { text: ' ' }, { day: from! }];
  if (from === undefined) return [{ messageKey: 'until' }, { text: ' ' }, { day: to }];
  return [{ day: from }, { text: ' – ' }, { day: to }];
}
