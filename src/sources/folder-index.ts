import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Refusal } from '../system/refusal.ts';
import { isDay, parsedJson } from './article-shape.ts';

/** What an editor knows about a file that its text does not say. */
const entrySchema = z.object({
  file: z.string().min(1),
  publishedAt: z.string().refine(isDay, 'write the day as YYYY-MM-DD').optional(),
  publishedBy: z.literal('editor').optional(),
  source: z.string().optional(),
  url: z.string().optional(),
  title: z.string().optional(),
});

export type IndexEntry = z.infer<typeof entrySchema>;

/** The name of the file in which an editor says what is known about a folder's files. */
export const indexName = 'index.json';

/** A folder's index by file names; empty without one. `problem` says what is wrong with it. */
export async function indexOf(
  folder: string,
): Promise<{ entries: Map<string, IndexEntry>; problem?: Refusal }> {
  let text: string;
  try {
    const found = await stat(join(folder, indexName));
    if (!found.isFile()) return unusable({ reason: 'this is no file', code: 'unreadable' });
    text = await readFile(join(folder, indexName), 'utf8');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT') return { entries: new Map() };
    return unusable({ reason: `it cannot be read (${code})`, code: 'unreadable' });
  }
  const json = parsedJson(text.replace(/^\uFEFF/, ''));
  if ('reason' in json) return unusable(json);
  const parsed = z.array(entrySchema).safeParse(json.value);
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!;
    const reason = `${issue.path.join('.')}: ${issue.message}`;
    return unusable({ reason, code: 'wrong-field', detail: reason });
  }
  return { entries: new Map(parsed.data.map(entry => [entry.file, entry])) };
}

function unusable(problem: Refusal): { entries: Map<string, IndexEntry>; problem: Refusal } {
  return { entries: new Map(), problem };
}
