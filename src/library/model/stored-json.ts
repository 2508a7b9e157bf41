import { z } from 'zod';
import { quoteSchema, type Reading, type ReadQuote, readingSchema } from '../../reading/model/reading.ts';

/** JSON from the database's columns, checked. All throw a ZodError for a value that this program did not write. */

/** @throws ZodError if it is not a reading */
export function storedReading(json: unknown): Reading {
  return readingSchema.parse(JSON.parse(String(json)));
}

const readText = readingSchema.pick({ text: true, input: true, sentences: true });

/**
 * The text and the sentences of a reading, taken out of it.
 * @param sentences JSON
 * @throws ZodError if they are not those of a reading
 */
export function storedText({ text, input, sentences }: StoredText): z.infer<typeof readText> {
  return readText.parse({
    text,
    ...(input !== null && { input }),
    ...(sentences !== null && { sentences: JSON.parse(String(sentences)) }),
  });
}

export type StoredText = { text: unknown; input: unknown; sentences: unknown };

/** @throws ZodError if it is not a quote of a reading */
export function storedQuote(json: unknown): ReadQuote {
  return quoteSchema.parse(JSON.parse(String(json)));
}

const terms = z.array(z.tuple([z.string(), z.number()]));
const stems = z.array(z.string());
const profile = z.object({
  terms,
  names: stems,
  heading: stems,
  // Missing in what older versions stored.
  title: stems.default([]),
  people: stems,
  places: stems,
  fullNames: z.array(z.tuple([z.string(), z.string()])).default([]),
  figures: stems,
});

/** What an article's story is found by; versions before 0.2 stored its weighted words only. */
export function storedProfile(json: unknown): z.infer<typeof profile> {
  const stored = z.union([profile, terms]).parse(JSON.parse(String(json)));
  return Array.isArray(stored)
    ? { terms: stored, names: [], heading: [], title: [], people: [], places: [], fullNames: [], figures: [] }
    : stored;
}
