import { setImmediate as yieldToEventLoop } from 'node:timers/promises';
import type { Articles } from '../library/model/contracts.ts';
import { readConfig } from '../system/config.ts';
import type { Arguments } from './cli/arguments.ts';
import { exitCodes, Failure, UsageError } from './cli/exit-codes.ts';
import { type CommandIo, withLibrary, writeLine } from './cli/open.ts';

/** How many articles go in one transaction: others wait for it. */
const atATime = 5;

/** `remove article ID|source NAME`: removes it with everything derived from it. */
export async function remove({ positionals }: Arguments, io: CommandIo): Promise<number> {
  const [what, ...rest] = positionals;
  const name = rest.join(' ').trim();
  if ((what !== 'article' && what !== 'source') || name === '')
    throw new UsageError('name an article or a source');
  const { database } = readConfig(io.environment, io.folder);
  const removed = await withLibrary(database, async ({ articles }) =>
    what === 'source' ? removeSource(articles, name) : Number(await articles.withdraw(name)),
  );
  if (removed === 0)
    throw new Failure(`no ${what} ${name}; \`export articles\` lists all articles and sources`);
  await writeLine(io.out, `${removed} ${removed === 1 ? 'article' : 'articles'} removed`);
  return exitCodes.ok;
}

/** Removes all articles of a source, in pieces between which others have their turn; returns how many there were. */
async function removeSource(articles: Articles, source: string): Promise<number> {
  let removed = 0;
  for (let some = -1; some !== 0; await yieldToEventLoop()) {
    some = await articles.removeSource(source, atATime);
    removed += some;
  }
  return removed;
}
