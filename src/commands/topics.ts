import { parseArgs } from 'node:util';
import { loadKnowledge, topicsFrom } from '../ingest/workers/knowledge-files.ts';
import type { StoredArticle } from '../library/model/types.ts';
import type { Library } from '../store.ts';
import { readConfig } from '../system/config.ts';
import { exits, UsageError } from './failure.ts';
import { ownKnowledgeFolder, type Surroundings, withLibrary, writeLine } from './open.ts';

const usage = 'topics try FILE | topics suggest [--limit N]';

/** `topics try FILE` and `topics suggest`: both look through the library and store nothing. */
export async function topics(args: string[], around: Surroundings): Promise<number> {
  const { positionals, values } = parseArgs({
    args,
    allowPositionals: true,
    options: { limit: { type: 'string' } },
  });
  const [what, file, ...more] = positionals;
  const isTry = what === 'try' && file !== undefined && values.limit === undefined;
  const isSuggest = what === 'suggest' && file === undefined;
  if ((!isTry && !isSuggest) || more.length > 0) throw new UsageError(usage);
  const limit = Number(values.limit ?? 10);
  if (!Number.isInteger(limit) || limit < 1) throw new UsageError('--limit must be a whole number from 1');
  // A wrong file is told of before anything is opened.
  const tried = isTry ? topicsFrom(file) : [];
  const { database } = readConfig(around.environment, around.folder);
  const known = loadKnowledge(ownKnowledgeFolder).topics;
  await withLibrary(database, async library => {
    const lines = isTry
      ? await (await import('./topics-preview.ts')).topicsTried(articlesOf(library), known, tried)
      : await (await import('./topics-suggesting.ts')).topicsSuggested(storiesOf(library), known, limit);
    for (const line of lines) await writeLine(around.out, line);
  });
  return exits.done;
}

/** Every article but those that only repeat another. */
async function* articlesOf(library: Library): AsyncGenerator<StoredArticle> {
  for await (const { id, duplicateOf } of library.export('articles')) {
    const article = duplicateOf ? null : await library.articles.get(String(id));
    if (article) yield article;
  }
}

/** The articles of each story, those that only repeat another left out. */
async function* storiesOf(library: Library): AsyncGenerator<{ title: string; articles: StoredArticle[] }> {
  for await (const { id } of library.export('stories')) {
    const story = await library.stories.get(String(id));
    if (!story) continue;
    const articles = await Promise.all(story.articles.map(article => library.articles.get(article.id)));
    yield { title: story.title, articles: articles.filter(article => article !== null) };
  }
}
