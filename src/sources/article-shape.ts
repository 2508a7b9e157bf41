import { z } from 'zod';
import { type Reading, readingSchema } from '../reading/model/reading.ts';
import type { Article } from '../system/article.ts';
import type { Refusal } from '../system/refusal.ts';
import { type DayGiven, dayGiven, type OddDay } from './day-given.ts';
import { type Facts, underOurNames } from './text/fact-names.ts';
import { incomingLine, incomingText } from './text/incoming.ts';

/** An article, and what the user who loads it should know about its content. */
export type Taken = { article: Article; warnings?: string[]; oddDay?: OddDay };

/** What an object of a JSON file turned out to be. `id` as far as it could be read. */
export type Shaped = Taken | { reading: Reading } | ({ id?: string } & Refusal);

/** No article has more characters; to take such a text apart would take more memory than a small machine has. */
export const longestArticle = 20_000_000;
export const tooLong: Refusal = {
  reason: 'it is longer than 20 million characters: give its articles one by one',
  code: 'too-long',
};

const noText = 'there is no text in it';

const optionalText = z.string().nullish();

const articleSchema = z
  .object({
    id: z.union([z.string().trim(), z.number()]).nullish(),
    text: z.string().nullish(),
    html: z.string().nullish(),
    title: optionalText,
    author: optionalText,
    publishedAt: z.unknown().optional(),
    url: optionalText,
    source: optionalText,
  })
  .refine(one => one.text?.trim() || one.html?.trim(), { path: ['text'], message: noText });

/**
 * An article `{id?, text, title?, author?, publishedAt?, url?, source?}`, also under the names that scrapers give to these,
 * or a whole reading, recognized by its `reader`.
 */
export function shapeOf(value: unknown): Shaped {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { reason: 'this is no object with a "text"', code: 'not-an-object' };
  const id = 'id' in value && typeof value.id === 'string' ? { id: value.id } : {};
  if ('reader' in value) {
    const reading = readingSchema.safeParse(value);
    return reading.success ? { reading: reading.data } : { ...id, ...wrongField(reading.error) };
  }
  const parsed = articleSchema.safeParse(underOurNames(value));
  if (!parsed.success) return { ...id, ...wrongField(parsed.error) };
  const { text, id: ownId, ...rest } = parsed.data;
  if ((text?.length ?? 0) > longestArticle || (rest.html?.length ?? 0) > longestArticle)
    return { ...id, ...tooLong };
  const { publishedAt, title, html, ...places } = rest;
  const known = Object.entries(places).filter(([, each]) => typeof each === 'string' && each.trim() !== '');
  const { facts, ...content } = html?.trim()
    ? { text: text ?? '', html, facts: undefined }
    : incomingText(text!, 'json');
  const inFront = articleFacts(facts);
  const given = dayGiven(publishedAt, isDay);
  // What the line itself says comes first; a day that can be read before one that can't.
  const days = [given, inFront.given];
  const { day, warning, odd } = days.find(each => each.day) ?? days.find(each => each.odd) ?? {};
  const article: Article = {
    ...inFront.facts,
    ...content,
    ...(title?.trim() ? { title: incomingLine(title) } : {}),
    ...(day === undefined ? {} : { publishedAt: day }),
    ...Object.fromEntries(known),
  };
  if (ownId !== null && ownId !== undefined && ownId !== '') article.id = String(ownId);
  return { article, ...doubts({ warning, odd }) };
}

/** What an article's front matter says of it, as far as it can be used, and its day. */
export function articleFacts({ publishedAt, ...facts }: Facts = {}): {
  facts: Partial<Article>;
  given: DayGiven;
} {
  const given = dayGiven(publishedAt, isDay);
  return { facts: { ...facts, ...(given.day === undefined ? {} : { publishedAt: given.day }) }, given };
}

/** What the user who loads an article should know about its day. */
export function doubts({
  warning,
  odd,
}: {
  warning?: string | undefined;
  odd?: OddDay | undefined;
}): Pick<Taken, 'warnings' | 'oddDay'> {
  return {
    ...(warning === undefined ? {} : { warnings: [warning] }),
    ...(odd === undefined ? {} : { oddDay: odd }),
  };
}

/** The value of a JSON text, or why it is none, in a few words. */
export function parsedJson(text: string): { value: unknown } | Refusal {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    const detail = (error as Error).message;
    return { reason: `this is not JSON: ${detail}`, code: 'not-json', detail };
  }
}

/** A day of the calendar, `YYYY-MM-DD`, with or without a time. */
export function isDay(text: string): boolean {
  const day = /^(\d{4}-\d\d-\d\d)(?:[T ].*)?$/.exec(text)?.[1];
  if (day === undefined || Number.isNaN(Date.parse(text))) return false;
  // The 30th of February would be taken for the 2nd of March.
  return new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);
}

function wrongField(error: z.ZodError): Refusal {
  const [first, ...more] = error.issues;
  const place = first?.path.join('.') ?? '';
  const others = more.length > 0 ? `, and ${more.length} more` : '';
  const reason = `${place === '' ? '' : `"${place}": `}${first?.message ?? 'of another shape'}${others}`;
  return first?.message === noText
    ? { reason, code: 'empty' }
    : { reason, code: 'wrong-field', detail: reason };
}
