import type { Story } from '../../library/model/types.ts';
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

/** The days over which the articles of a story were published, and whether one of its ends is doubted. */
export function storyPeriodLine({ articles, first, last }: Story): Line {
  const line = periodLine({ ...(first && { from: first }), ...(last && { to: last }) });
  const isDoubted = articles.some(
    ({ published, doubted }) => doubted && (published === first || published === last),
  );
  return isDoubted ? [...line, { text: ' ' }, { messageKey: 'day-doubted' }] : line;
}
