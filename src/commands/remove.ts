import { readConfig } from '../system/config.ts';
import type { Arguments } from './arguments.ts';
import { exitCodes, Failure, UsageError } from './exit-codes.ts';
import { type CommandIo, withLibrary, writeLine } from './open.ts';

/** `remove article ID|source NAME`: removes it with everything derived from it. */
export async function remove({ positionals }: Arguments, io: CommandIo): Promise<number> {
  const [what, ...rest] = positionals;
  const name = rest.join(' ').trim();
  if ((what !== 'article' && what !== 'source') || name === '')
    throw new UsageError('name an article or a source');
  const { database } = readConfig(io.environment, io.folder);
  const removed = await withLibrary(database, async ({ articles }) =>
    what === 'source' ? articles.removeSource(name) : Number(await articles.remove(name)),
  );
  if (removed === 0)
    throw new Failure(`no ${what} ${name}; \`export articles\` lists all articles and sources`);
  await writeLine(io.out, `${removed} ${removed === 1 ? 'article' : 'articles'} removed`);
  return exitCodes.ok;
}
