import { writeFileSync } from 'node:fs';
import { withInput } from '../src/commands/loading.ts';
import { ownKnowledge, ownPath } from '../src/commands/open.ts';
import { articlesFrom } from '../src/sources/articles-from.ts';

/** The readings of the articles in `seeds/`, a JSON line each, as `data/seeds.jsonl` holds them. */
export async function seedLines(): Promise<string[]> {
  const knowledge = ownKnowledge();
  const lines: string[] = [];
  for await (const found of articlesFrom([ownPath('seeds')])) {
    if (!('article' in found)) throw new Error(`a seed could not be read: ${JSON.stringify(found)}`);
    lines.push(JSON.stringify(withInput(found.article, knowledge)));
  }
  return lines;
}

if (import.meta.main) writeFileSync(ownPath('data/seeds.jsonl'), `${(await seedLines()).join('\n')}\n`);
