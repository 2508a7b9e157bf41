import { createHash } from 'node:crypto';
import { sentencesOf } from '../library/text/sentences.ts';
import type { Reading } from '../reading/model/reading.ts';
import type { Library } from '../store.ts';
import type { Refusal } from '../system/refusal.ts';
import { type Stored, storeReading } from './store-article.ts';

/** Of an article that is edited, at least this share of the shorter version's sentences is in the other word for word. */
const keptFrom = 0.5;
/** Two articles of one title are one only if they are of about the same day. */
const fewDays = 3 * 86_400_000;
const ownEnding = /^-[\da-f]{8}$/;
/** How many articles that files of one name have become are compared. */
const mostOfOneName = 50;

/**
 * Stores a reading whose id another text has already. If that is an earlier version of the same article, this one takes
 * its place, as an edited item of a feed does: a subscriber gets it again only if most of it is new, and what was sent
 * is corrected. Another article that has its id from its file's name only is stored under an id of its own.
 * @param refusal what is said where the id was given, and belongs to another article
 */
export async function storeChanged(
  library: Library,
  reading: Reading,
  refusal: Refusal,
  options: { now: number; archive: boolean; isIdOfFile: boolean },
): Promise<Stored> {
  const { isIdOfFile, ...storing } = options;
  const others = isIdOfFile
    ? (await library.articles.beginning(`${reading.id}-`, { limit: mostOfOneName, offset: 0 })).items
    : [];
  const ofThatName = others.map(({ id }) => id).filter(id => ownEnding.test(id.slice(reading.id.length)));
  for (const id of [reading.id, ...ofThatName]) {
    const before = await library.articles.get(id);
    if (before !== null && isEdited(before.reading, reading))
      return storeReading(library, { ...reading, id }, storing);
  }
  if (!isIdOfFile) return { outcome: 'refused', ...refusal };
  const own = createHash('sha256')
    .update(reading.input ?? reading.text)
    .digest('hex')
    .slice(0, 8);
  return storeReading(library, { ...reading, id: `${reading.id}-${own}` }, storing);
}

function isEdited(before: Reading, after: Reading): boolean {
  if (before.title !== null && before.title === after.title && areNear(before, after)) return true;
  const [earlier, later] = [before, after].map(
    reading => new Set(sentencesOf(reading).map(({ text }) => text)),
  ) as [Set<string>, Set<string>];
  const shorter = Math.min(earlier.size, later.size);
  const kept = [...earlier].filter(sentence => later.has(sentence)).length;
  return shorter > 0 && kept >= shorter * keptFrom;
}

function areNear(before: Reading, after: Reading): boolean {
  const [one, other] = [before.published.date, after.published.date];
  return one === null || other === null || Math.abs(Date.parse(one) - Date.parse(other)) <= fewDays;
}
