import { loadKnowledge, topicsFrom } from '../../ingest/workers/knowledge-files.ts';
import type { StoredArticle } from '../../library/model/types.ts';
import type { Library } from '../../store.ts';
import { readConfig } from '../../system/config.ts';
import type { Arguments } from '../cli/arguments.ts';
import { exitCodes, UsageError } from '../cli/exit-codes.ts';
import { type CommandIo, ownKnowledgeFolder, withLibrary, writeLine } from '../cli/open.ts';

const defaultLimit = 10;

/** `topics try FILE` and `topics suggest`: both go through the library and store nothing. */
export async function topics(args: Arguments, io: CommandIo): Promise<number> {
  const [subcommand, file, ...more] = args.positionals;
  const limit = args.count('limit');
  const isTry = subcommand === 'try' && file !== undefined && limit === undefined;
  const isSuggest = subcommand === 'suggest' && file === undefined;
  if ((!isTry && !isSuggest) || more.length > 0) throw new UsageError('say what to do');
  // A file with mistakes is reported before anything is opened.
  const tried = isTry ? topicsFrom(file) : [];
  const { database } = readConfig(io.environment, io.folder);
  const known = loadKnowledge(ownKnowledgeFolder).topics;
  await withLibrary(database, async library => {
    const lines = isTry
      ? await (await import('./topics-preview.ts')).topicsPreview(articlesOf(library), known, tried)
      : await (await import('./topics-suggestions.ts')).topicsSuggestions(
          storiesOf(library),
          known,
          limit ?? defaultLimit,
        );
    for (const line of lines) await writeLine(io.out, line);
  });
  return exitCodes.ok;
}

/** Every article that isn't a duplicate. */
async function* articlesOf(library: Library): AsyncGenerator<StoredArticle> {
  for await (const { id, duplicateOf } of library.export('articles')) {
    const article = duplicateOf ? null : await library.articles.get(String(id));
    if (article) yield article;
  }
}

/** The articles of each story, without duplicates. */
async function* storiesOf(library: Library): AsyncGenerator<{ title: string; articles: StoredArticle[] }> {
  for await (const { id } of library.export('stories')) {
    const story = await library.stories.get(String(id));
    if (!story) continue;
    const articles = await Promise.all(story.articles.map(article => library.articles.get(article.id)));
    yield { title: story.title, articles: articles.filter(article => article !== null) };
  }
}
