import { z } from 'zod';
import { quoteSchema, type Reading, type ReadQuote, readingSchema } from '../../reading/model/reading.ts';

/** JSON from the database's columns, checked. All throw a ZodError for a value that this program did not write. */

export function storedReading(json: unknown): Reading {
  return readingSchema.parse(JSON.parse(String(json)));
}

export function storedQuote(json: unknown): ReadQuote {
  return quoteSchema.parse(JSON.parse(String(json)));
}

const vector = z.array(z.tuple([z.string(), z.number()]));

/** An article's informative words with their weights, the heaviest first. */
export function storedVector(json: unknown): [word: string, weight: number][] {
  return vector.parse(JSON.parse(String(json)));
}
