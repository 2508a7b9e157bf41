import { readdirSync, readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { type Knowledge, knowledgeSchema } from './reading/knowledge.ts';

/**
 * Reads what the reader knows from the files of a folder (`.json` and `.txt`), one key a file.
 * Throws an Error that names the folder and what is wrong in it when a file is missing or of another shape.
 */
export function loadKnowledge(folder: string): Knowledge {
  const found: Record<string, unknown> = {};
  for (const file of readdirSync(folder).sort()) {
    const kind = extname(file);
    if (kind !== '.json' && kind !== '.txt') continue;
    const text = readFileSync(join(folder, file), 'utf8');
    found[keyOf(basename(file, kind))] = kind === '.json' ? parsed(file, text) : listed(text);
  }
  const result = knowledgeSchema.safeParse(found);
  if (result.success) return result.data;
  const wrong = result.error.issues.map(issue => `${issue.path.join('.')}: ${issue.message}`).join('; ');
  throw new Error(`The knowledge in ${folder} cannot be used: ${wrong}`);
}

function keyOf(name: string): string {
  return name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function parsed(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`${file} is no JSON: ${(error as Error).message}`);
  }
}

function listed(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map(line => line.replace(/#.*/, '').trim())
    .filter(line => line !== '');
}
