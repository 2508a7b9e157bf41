import type { Line } from './page.ts';
import type { Period } from './period.ts';

/** A period as the heading of an answer tells it; empty where there is none. */
export function periodLine({ from, to }: Period): Line {
  if (from === undefined && to === undefined) return [];
  if (from === to) return [{ day: from! }];
  if (to === undefined) return [{ messageKey: 'since' }, { text: ' ' }, { day: from! }];
  if (from === undefined) return [{ messageKey: 'until' }, { text: ' ' }, { day: to }];
  return [{ day: from }, { text: ' – ' }, { day: to }];
}
