import { readConfig } from '../system/config.ts';
import { exits, Failure, UsageError } from './failure.ts';
import { type Surroundings, withLibrary, writeLine } from './open.ts';

/** `remove article ID|source NAME`: takes it out with everything that rests on it. */
export async function remove([what, ...rest]: string[], around: Surroundings): Promise<number> {
  const name = rest.join(' ').trim();
  if ((what !== 'article' && what !== 'source') || name === '')
    throw new UsageError('remove article ID, or remove source NAME');
  const { database } = readConfig(around.environment, around.folder);
  const removed = await withLibrary(database, async ({ articles }) =>
    what === 'source' ? articles.removeSource(name) : Number(await articles.remove(name)),
  );
  if (removed === 0)
    throw new Failure(`there is no ${what} ${name}; \`export articles\` lists what there is`);
  await writeLine(around.out, `${removed} ${removed === 1 ? 'article' : 'articles'} removed`);
  return exits.done;
}
