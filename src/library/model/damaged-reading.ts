import type { Reading } from '../../reading/model/reading.ts';
import { storedReading } from './stored-json.ts';

/** A stored reading can't be used; the message names its article and what to do. */
export class DamagedReading extends Error {
  override name = 'DamagedReading';
  /** The article's id. */
  readonly article: string;
  constructor(id: string, cause: unknown) {
    super(
      `the stored reading of article ${id} is damaged: take the article out with \`remove article ${id}\` and load it again, or restore a backup`,
      { cause },
    );
    this.article = id;
  }
}

/** The damaged reading that an error is about, also one that grammY has wrapped in its own; null for others. */
export function damagedReading(error: unknown): DamagedReading | null {
  const inner = (error as { error?: unknown } | undefined)?.error ?? error;
  return inner instanceof DamagedReading ? inner : null;
}

/**
 * The reading that was stored for the article `id`.
 * @throws DamagedReading
 */
export function readingOf(id: string, json: unknown): Reading {
  try {
    return storedReading(json);
  } catch (cause) {
    throw new DamagedReading(id, cause);
  }
}

/** In place of a damaged reading when its article is removed. */
export const nothingRead: Reading = {
  reader: '',
  id: '',
  title: null,
  byline: null,
  language: '',
  published: { date: null, basis: 'unknown' },
  input: '',
  text: '',
  removed: [],
  rights: null,
  people: [],
  organizations: [],
  places: [],
  quotes: [],
  dates: [],
  events: [],
  topics: [],
  summary: [],
  sentences: [],
};
