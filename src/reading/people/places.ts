import type { NameIndex } from '../knowledge/name-index.ts';
import type { Document } from '../model/document.ts';
import type { Reading } from '../model/reading.ts';
import type { Word } from '../tokens/words.ts';
import type { NameCandidate } from './candidates.ts';
import { phrase } from './names-parts.ts';
import { gatherMentions, type Named } from './organizations.ts';

/** The places named: those found as such, and those inside longer runs of capitals that are known. */
export function findPlaces(
  found: Named[],
  document: Document,
  words: Word[],
  runs: NameCandidate[],
  index: NameIndex,
): Reading['places'] {
  const taken = new Set(found.map(place => place.from));
  const inside = runs
    .filter(run => !taken.has(run.from) && words[run.to]?.text !== "'s")
    .flatMap(run => {
      const length = run.to - run.from;
      const text = phrase(words, run.from, length);
      return text && index.places.has(text) ? [{ from: run.from, to: run.to }] : [];
    });
  return gatherMentions([...found, ...inside], document, words);
}
