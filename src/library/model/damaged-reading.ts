import type { Reading } from '../../reading/model/reading.ts';

/** A stored reading can't be used; the message names its article and what to do. */
export class DamagedReading extends Error {
  override name = 'DamagedReading';
  constructor(id: string) {
    super(
      `the stored reading of article ${id} is damaged: take the article out with \`remove article ${id}\` and load it again, or restore a backup`,
    );
  }
}

const lists = ['people', 'quotes', 'dates', 'events', 'topics', 'summary', 'sentences'] as const;

/**
 * A reading as it was stored for the article `id`. Every answer parses one, so only what all of them rely on is checked.
 * @throws DamagedReading
 */
export function parseReading(json: string | undefined, id: string): Reading {
  let reading: Reading | null = null;
  try {
    reading = JSON.parse(json ?? 'null') as Reading | null;
  } catch {
    throw new DamagedReading(id);
  }
  const isWhole = typeof reading?.text === 'string' && lists.every(list => Array.isArray(reading[list]));
  if (!isWhole) throw new DamagedReading(id);
  return reading!;
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
