import { createHash } from 'node:crypto';

/** How many articles of a set are kept back from whoever tunes the reader on the others, at most a quarter. */
const most = 50;

/**
 * Parts annotated articles into those to tune on and those that are looked at only at the end.
 * Drawn by a hash of the last part of an article's id, so that its damaged copy falls on the same side,
 * whatever the order of the lines.
 */
export function setAside<T extends { id?: string }>(articles: T[]): { tuning: T[]; aside: T[] } {
  const lots = articles.map(article => lotOf(article.id ?? ''));
  const last = lots.toSorted()[Math.min(most, Math.floor(lots.length / 4)) - 1] ?? '';
  return {
    tuning: articles.filter((_, at) => lots[at]! > last),
    aside: articles.filter((_, at) => lots[at]! <= last),
  };
}

function lotOf(id: string): string {
  return createHash('sha256')
    .update(`set aside: ${id.split('/').at(-1)}`)
    .digest('hex');
}
