import { readdirSync, readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import {
  type Knowledge,
  knowledgeSchema,
  type TopicKnowledge,
  topicsSchema,
} from '../../reading/knowledge/knowledge.ts';
import { listLines } from '../../system/list-lines.ts';

/**
 * Reads what the reader knows from the files of a folder (`.json` and `.txt`), one key a file.
 * @throws KnowledgeError that names the folder and what is wrong in it when a file is missing or of another shape
 */
export function loadKnowledge(folder: string): Knowledge {
  const found: Record<string, unknown> = {};
  for (const file of readdirSync(folder).sort()) {
    const kind = extname(file);
    if (kind !== '.json' && kind !== '.txt') continue;
    const text = readFileSync(join(folder, file), 'utf8');
    found[keyOf(basename(file, kind))] = kind === '.json' ? parseJson(file, text) : listLines(text);
  }
  const result = knowledgeSchema.safeParse(found);
  if (result.success) return result.data;
  const wrong = result.error.issues.map(issue => withPlace(issue, found));
  throw new KnowledgeError(`the knowledge in ${folder} cannot be used: ${faultList(wrong)}`);
}

/**
 * The topics of one file, as `topics.json` has them.
 * @throws KnowledgeError with a line that names the topic and the word that are wrong
 */
export function topicsFrom(path: string): TopicKnowledge[] {
  const topics = parseJson(path, readFileSync(path, 'utf8'));
  const result = topicsSchema.safeParse(topics);
  if (result.success) return result.data;
  const wrong = result.error.issues.map(({ path, message }) =>
    withPlace({ path: ['topics', ...path], message }, { topics }),
  );
  throw new KnowledgeError(`${path}: ${faultList(wrong)}`);
}

/** What the reader is to know cannot be used; the message is one line that says what is wrong and where. */
export class KnowledgeError extends Error {
  override name = 'KnowledgeError';
}

const maxFaults = 5;

function faultList(faults: string[]): string {
  return [...faults.slice(0, maxFaults), ...(faults.length > maxFaults ? ['and more'] : [])].join('; ');
}

/** A fault and where it is: in a topic by its place in the file and its id. */
function withPlace(
  { path, message }: { path: PropertyKey[]; message: string },
  found: Record<string, unknown>,
): string {
  const [file, at, ...rest] = path;
  if (file !== 'topics' || typeof at !== 'number') return `${path.join('.')}: ${message}`;
  const { id } = ((found.topics as unknown[])[at] ?? {}) as { id?: unknown };
  const named = typeof id === 'string' ? ` “${id}”` : '';
  return `topic ${at + 1}${named}${rest.map(key => `, ${String(key)}`).join('')}: ${message}`;
}

function keyOf(name: string): string {
  return name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function parseJson(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new KnowledgeError(`${file} is not JSON: ${(error as Error).message}`);
  }
}
