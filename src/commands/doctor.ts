import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Api } from 'grammy';
import { LibraryError } from '../database/library-error.ts';
import { leastFree } from '../monitoring/alerts.ts';
import { openLibrary } from '../store.ts';
import { type Config, ConfigError, readConfig } from '../system/config.ts';
import { nativeFetch } from '../telegram/fetch.ts';
import { isUnauthorized } from '../telegram/outcome.ts';
import { exits } from './failure.ts';
import { type Surroundings, writeLine } from './open.ts';

/** What was looked at, and what to do where it is wrong. */
type Finding = { what: string; fix: string | null };

/** `doctor`: checks configuration, database and token; exit 1 if anything is wrong. */
export async function doctor(_args: string[], around: Surroundings): Promise<number> {
  const findings = await examine(around);
  for (const { what, fix } of findings)
    await writeLine(around.out, fix === null ? `ok     ${what}` : `wrong  ${what}: ${fix}`);
  return findings.some(({ fix }) => fix !== null) ? exits.failed : exits.done;
}

async function examine(around: Surroundings): Promise<Finding[]> {
  let config: Config;
  try {
    config = readConfig(around.environment, around.folder);
  } catch (error) {
    if (error instanceof ConfigError) return error.lines.map(line => ({ what: 'configuration', fix: line }));
    throw error;
  }
  const configuration = { what: 'configuration', fix: null };
  const token = await examineToken(config);
  return [configuration, token.finding, await examineDatabase(config, token.botId)];
}

async function examineToken({ token, apiRoot }: Config): Promise<{ finding: Finding; botId: number | null }> {
  if (token === null)
    return { finding: { what: 'token: none is set, so `start` runs the demo', fix: null }, botId: null };
  try {
    const me = await new Api(token, { apiRoot, timeoutSeconds: 20, fetch: nativeFetch }).getMe();
    return { finding: { what: `token: @${me.username}`, fix: null }, botId: me.id };
  } catch (error) {
    const fix = isUnauthorized(error)
      ? 'Telegram does not take BOT_TOKEN; copy it again from @BotFather, whole, or ask there for a new one'
      : `${apiRoot} did not answer as Telegram does; check the network and TELEGRAM_API_ROOT`;
    return { finding: { what: 'token', fix }, botId: null };
  }
}

async function examineDatabase({ database }: Config, botId: number | null): Promise<Finding> {
  const what = `database ${database}`;
  if (!existsSync(database)) return missingDatabase(database);
  try {
    const library = openLibrary(database);
    try {
      const owner = await library.owner.get();
      if (botId !== null && owner !== null && owner !== botId)
        return {
          what,
          fix: `it belongs to another bot (id ${owner}); name another DATABASE, or start with --adopt to take it over`,
        };
      const space = await library.diskUsage();
      if (space !== null && space.free < leastFree)
        return {
          what,
          fix: `its disk has only ${Math.floor(space.free / 2 ** 20)} MB free; make room before it is full`,
        };
      return { what: `${what}: ${await library.articles.count()} articles`, fix: null };
    } finally {
      library.close();
    }
  } catch (error) {
    if (error instanceof LibraryError) return { what, fix: `${error.message}. ${error.fix}` };
    throw error;
  }
}

/** A database is made by the first `load` or `start`, if there is a place where it can be: that is tried. */
function missingDatabase(database: string): Finding {
  const what = `database ${database}`;
  let folder = dirname(database);
  while (!existsSync(folder)) folder = dirname(folder);
  const trial = join(folder, `.communique-${process.pid}`);
  try {
    writeFileSync(trial, '');
    rmSync(trial);
    return { what: `${what}: not there yet; \`load\` makes it`, fix: null };
  } catch {
    // Whatever the reason, nothing can be made here.
    return {
      what,
      fix: `${folder} is no folder that this user may write in; correct DATABASE or the folder's owner`,
    };
  }
}
