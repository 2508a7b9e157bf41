import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Api } from 'grammy';
import { LibraryError } from '../database/library-error.ts';
import { leastFree } from '../monitoring/alerts.ts';
import { openLibrary } from '../store.ts';
import { type Config, ConfigError, readConfig } from '../system/config.ts';
import { nativeFetch } from '../telegram/fetch.ts';
import { isUnauthorized } from '../telegram/outcome.ts';
import { activeWebhook } from '../telegram/webhook.ts';
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
  return [configuration, ...token.findings, await examineDatabase(config, token.botId)];
}

async function examineToken({
  token,
  apiRoot,
}: Config): Promise<{ findings: Finding[]; botId: number | null }> {
  if (token === null)
    return { findings: [{ what: 'token: none is set, so `start` runs the demo', fix: null }], botId: null };
  const unanswered = `${apiRoot} did not answer as Telegram does; check the network and TELEGRAM_API_ROOT`;
  const api = new Api(token, { apiRoot, timeoutSeconds: 20, fetch: nativeFetch });
  try {
    const me = await api.getMe();
    const webhook = await examineWebhook(api).catch(() => ({ what: 'webhook', fix: unanswered }));
    return { findings: [{ what: `token: @${me.username}`, fix: null }, webhook], botId: me.id };
  } catch (error) {
    const fix = isUnauthorized(error)
      ? 'Telegram does not take BOT_TOKEN; copy it again from @BotFather, whole, or ask there for a new one'
      : unanswered;
    return { findings: [{ what: 'token', fix }], botId: null };
  }
}

/** While a webhook is set, Telegram refuses to hand out updates to a bot that fetches them. */
async function examineWebhook(api: Api): Promise<Finding> {
  const webhook = await activeWebhook(api);
  if (!webhook) return { what: 'webhook: none is set', fix: null };
  const { host, pending } = webhook;
  const waiting = pending === 1 ? '1 update waits' : `${pending} updates wait`;
  return {
    what: 'webhook',
    fix: `one is set, so updates go to ${host} and not to this bot; ${waiting} for it. \`start\` removes it and answers what waits; if a program still runs at ${host}, stop it first, or it will set the webhook again`,
  };
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
      const space = await library.space();
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
