import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
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

/** A folder's index by file names; empty without one. `reason` says what is wrong with it. */
export async function indexOf(
  folder: string,
): Promise<{ entries: Map<string, IndexEntry>; reason?: string }> {
  let text: string;
  try {
    const found = await stat(join(folder, indexName));
    if (!found.isFile()) return { entries: new Map(), reason: 'this is no file' };
    text = await readFile(join(folder, indexName), 'utf8');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    return { entries: new Map(), ...(code === 'ENOENT' ? {} : { reason: `it cannot be read (${code})` }) };
  }
  const json = parsedJson(text.replace(/^\uFEFF/, ''));
  if ('reason' in json) return { entries: new Map(), reason: json.reason };
  const parsed = z.array(entrySchema).safeParse(json.value);
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!;
    return { entries: new Map(), reason: `${issue.path.join('.')}: ${issue.message}` };
  }
  return { entries: new Map(parsed.data.map(entry => [entry.file, entry])) };
}
