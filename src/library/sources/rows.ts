import { z } from 'zod';
import type { Source, SourceItem } from './types.ts';

const flag = z.number().transform(value => value === 1);
const texts = z.string().transform(json => z.array(z.string()).parse(JSON.parse(json)));

const sourceRow = z.object({
  id: z.number(),
  kind: z.enum(['feed', 'page', 'folder', 'channel']),
  name: z.string(),
  renamed: flag,
  url: z.string(),
  home: z.string().nullable(),
  labels: texts,
  folders: texts,
  language: z.string().nullable(),
  text_from: z.enum(['auto', 'feed', 'page']),
  archive: flag,
  paused: flag,
  added: z.number(),
  due_at: z.number().nullable(),
  polling: z.string().nullable(),
  removed_at: z.number().nullable(),
});

/** A source from its row. @throws ZodError for a row that this program did not write */
export function sourceFrom(row: unknown): Source {
  const { text_from, due_at, removed_at, ...rest } = sourceRow.parse(row);
  return { ...rest, textFrom: text_from, dueAt: due_at, removedAt: removed_at };
}

export type ItemRow = Omit<SourceItem, 'teaser'> & { teaser: number };

/** The columns of `ItemRow`. */
export const itemColumns = 'key, guid, url, title, hash, article, problem, teaser';

/** An item from its row. */
export function itemFrom<Row extends ItemRow>(row: Row): Omit<Row, 'teaser'> & { teaser: boolean } {
  return { ...row, teaser: row.teaser === 1 };
}

/** How a change is stored: booleans as numbers, lists as JSON. */
export function stored(value: string | boolean | null | string[]): string | number | null {
  if (typeof value === 'boolean') return Number(value);
  return Array.isArray(value) ? JSON.stringify(value) : value;
}
