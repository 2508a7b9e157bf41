import type { Document } from './document.ts';
import type { NameIndex } from './names-knowledge.ts';
import { phrase } from './names-parts.ts';
import type { Run } from './names-runs.ts';
import { gathered, type Named } from './organizations.ts';
import type { Reading } from './reading.ts';
import type { Word } from './words.ts';

/** The places named: those found as such, and those inside longer runs of capitals that are known. */
export function findPlaces(
  found: Named[],
  document: Document,
  words: Word[],
  runs: Run[],
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
  return gathered([...found, ...inside], document, words);
}
