import type { Document } from './document.ts';
import type { Knowledge } from './knowledge.ts';
import type { Reading, ReadPerson } from './reading.ts';

export type Found = {
  people: ReadPerson[];
  organizations: Reading['organizations'];
  places: Reading['places'];
};

/** The people, organisations and places that the body names. */
export function findPeople(_document: Document, _knowledge: Knowledge): Found {
  return { people: [], organizations: [], places: [] };
}
