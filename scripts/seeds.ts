import { writeFileSync } from 'node:fs';
import { ownKnowledgeFolder, ownPath } from '../src/commands/cli/open.ts';
import { loadKnowledge } from '../src/ingest/workers/knowledge-files.ts';
import { storableReading } from '../src/reading/storable-reading.ts';
import { articlesFrom } from '../src/sources/articles-from.ts';

/** The readings of the articles in `seeds/`, a JSON line each, as `data/seeds.jsonl` holds them. */
export async function seedLines(): Promise<string[]> {
  const knowledge = loadKnowledge(ownKnowledgeFolder);
  const lines: string[] = [];
  for await (const found of articlesFrom([ownPath('seeds')])) {
    if (!('article' in found)) throw new Error(`a seed could not be read: ${JSON.stringify(found)}`);
    lines.push(JSON.stringify(storableReading(found.article, knowledge)));
  }
  return lines;
}

if (import.meta.main) writeFileSync(ownPath('data/seeds.jsonl'), `${(await seedLines()).join('\n')}\n`);
