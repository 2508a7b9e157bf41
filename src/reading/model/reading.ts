import { z } from 'zod';

/**
 * What the reader makes of one article. All offsets are UTF-16 code units into `input`, where a reading has it, else into
 * the article as it came, end exclusive, so that `text.slice(start, end)` is the evidence.
 */

/** The version of the reader; raised whenever the same text would give another reading. */
export const readerVersion = '65';

const span = z.object({ start: z.int().nonnegative(), end: z.int().nonnegative() });
const spanWithText = span.extend({ text: z.string() });
/** An organization or a place: its fullest name in the article, other names used for it, and its kind if it shows. */
const mentioned = z.object({
  name: z.string(),
  variants: z.array(z.string()).optional(),
  kind: z.string().optional(),
  /** Names it across articles: spellings and names that mean the same have one key. */
  key: z.string().optional(),
  mentions: z.array(spanWithText),
});

/**
 * What the article calls someone; `ended` where it says that the office is no longer held, `called` what it makes of them
 * where its words are for several or have a verb: `board member` of `Board members X and Y`.
 */
const roleSchema = spanWithText.extend({
  ended: z.literal(true).optional(),
  called: z.string().optional(),
});

const personSchema = z.object({
  id: z.string(),
  name: z.string(),
  variants: z.array(z.string()),
  roles: z.array(roleSchema),
  mentions: z.array(spanWithText),
});

const speakerSchema = spanWithText.extend({
  name: z.string().nullable(),
  person: z.string().nullable(),
  /** Whose words they are; `unnamed` are people whose name is not given. Readings of older readers have none. */
  kind: z.enum(['person', 'organization', 'document', 'unnamed']).optional(),
});

export const quoteSchema = spanWithText.extend({
  kind: z.enum(['direct', 'partial']),
  speaker: speakerSchema.nullable(),
  cue: spanWithText.nullable(),
  /** Who cites it, where the words are not their own: a line of a poem, a proverb, what someone read out. */
  citedBy: speakerSchema.optional(),
  /** The day, month or year in which the article says that it was spoken: `he said on Monday`, `said in June 2020`. */
  said: z.string().optional(),
  rule: z.string(),
  confidence: z.number().min(0).max(1),
});

const dateSchema = spanWithText.extend({
  value: z.string().nullable(),
  basis: z.enum(['explicit', 'relative', 'year-inferred']),
  /** Only where the words say so: `late 2021`, `around May`, `three years ago`. */
  approximate: z.literal(true).optional(),
});

const eventSchema = spanWithText.extend({
  date: z.string(),
  precision: z.enum(['day', 'month', 'year']),
  /** Where it lasted or may have lasted longer: the last day, month or year, as exact as `date`. */
  until: z.string().optional(),
  approximate: z.literal(true).optional(),
  /** Where it was still to come when the article was written. */
  planned: z.literal(true).optional(),
  /** Where it is the article's own news rather than background. */
  main: z.literal(true).optional(),
  people: z.array(z.string()),
});

export const readingSchema = z.object({
  reader: z.string(),
  id: z.string(),
  title: z.string().nullable(),
  byline: z.string().nullable(),
  language: z.string(),
  /** Why there are no quotes: the article is in a language in which none are looked for. */
  unread: z.literal('language').optional(),
  published: z.object({
    date: z.string().nullable(),
    basis: z.enum(['given', 'text', 'unknown']),
    /** The day of the last update, if it is known and later. */
    updated: z.string().optional(),
    /** Where everything in the article contradicts the day, so that nothing is counted from it. */
    doubted: z.literal(true).optional(),
  }),
  text: z.string(),
  removed: z.array(span.extend({ kind: z.string() })),
  rights: spanWithText.nullable(),
  people: z.array(personSchema),
  organizations: z.array(mentioned),
  places: z.array(mentioned),
  quotes: z.array(quoteSchema),
  dates: z.array(dateSchema),
  events: z.array(eventSchema),
  topics: z.array(z.object({ id: z.string(), label: z.string(), score: z.number() })),
  summary: z.array(spanWithText),
  /**
   * Every sentence of the body in order; `text` only where it differs from the slice but for white space
   * (run-together words split). What an answer shows of an article is looked up here.
   */
  sentences: z.array(span.extend({ text: z.string().optional() })).default([]),
  /** The text that the offsets refer to: always there for HTML, and in a reading that is to be stored. */
  input: z.string().optional(),
  /** Where the article was found, as given. */
  url: z.string().nullish(),
  /** The outlet, or the file's name, as given. */
  source: z.string().nullish(),
});

export type Reading = z.infer<typeof readingSchema>;
export type ReadPerson = z.infer<typeof personSchema>;
export type ReadRole = z.infer<typeof roleSchema>;
export type ReadSpeaker = z.infer<typeof speakerSchema>;
export type ReadQuote = z.infer<typeof quoteSchema>;
export type ReadDate = z.infer<typeof dateSchema>;
export type ReadEvent = z.infer<typeof eventSchema>;
export type Span = { start: number; end: number };
export type SpanWithText = z.infer<typeof spanWithText>;
