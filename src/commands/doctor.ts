import { accessSync, constants, existsSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Api } from 'grammy';
import { LibraryError } from '../database/library-error.ts';
import { deliveriesPath } from '../database/two-files.ts';
import { folderState, refusedFolder } from '../ingest/sources/folder-state.ts';
import { minFreeSpace } from '../monitoring/alerts.ts';
import { loadMessages } from '../rendering/messages.ts';
import { openLibrary } from '../store.ts';
import { type Config, ConfigError, misnamedSettings, readConfig } from '../system/config.ts';
import { nativeFetch } from '../telegram/fetch.ts';
import { isUnauthorized } from '../telegram/outcome.ts';
import { activeWebhook } from '../telegram/webhook.ts';
import { switchFindings } from './bot-switches.ts';
import type { Arguments } from './cli/arguments.ts';
import { exitCodes } from './cli/exit-codes.ts';
import { type CommandIo, writeLine } from './cli/open.ts';

/** What was checked, and how to fix it; `fix` is null if nothing is wrong. With something `minor` the bot still works. */
type Finding = { what: string; fix: string | null; minor?: boolean };

/** `doctor`: checks configuration, database, token and watched folder; exit 1 if anything is wrong. */
export async function doctor(_args: Arguments, io: CommandIo): Promise<number> {
  const findings = await examine(io);
  for (const { what, fix, minor } of findings)
    await writeLine(
      io.out,
      fix === null ? `ok     ${what}` : `${minor ? 'note ' : 'wrong'}  ${what}: ${fix}`,
    );
  return findings.some(({ fix, minor }) => fix !== null && !minor) ? exitCodes.failed : exitCodes.ok;
}

async function examine(io: CommandIo): Promise<Finding[]> {
  let config: Config;
  try {
    config = readConfig(io.environment, io.folder);
  } catch (error) {
    if (error instanceof ConfigError) return error.lines.map(line => ({ what: 'configuration', fix: line }));
    throw error;
  }
  const doubts = misnamedSettings(io.environment, io.folder);
  const configuration: Finding[] = (doubts.length > 0 ? doubts : [null]).map(fix => ({
    what: 'configuration',
    fix,
  }));
  const token = await examineToken(config);
  const folder = config.watch === null ? [] : [await examineFolder(config.watch)];
  return [...configuration, ...token.findings, await examineDatabase(config, token.botId), ...folder];
}

async function examineToken({
  token,
  apiRoot,
}: Config): Promise<{ findings: Finding[]; botId: number | null }> {
  if (token === null)
    return { findings: [{ what: 'token: not set, so `start` runs the demo', fix: null }], botId: null };
  const unanswered = `${apiRoot} didn’t answer like Telegram; check the network and TELEGRAM_API_ROOT`;
  const api = new Api(token, { apiRoot, timeoutSeconds: 20, fetch: nativeFetch });
  try {
    const me = await api.getMe();
    const webhook = await examineWebhook(api).catch(() => ({ what: 'webhook', fix: unanswered }));
    const switches = switchFindings(me).map(({ what, change }) => ({ what, fix: change, minor: true }));
    return { findings: [{ what: `token: @${me.username}`, fix: null }, webhook, ...switches], botId: me.id };
  } catch (error) {
    const fix = isUnauthorized(error)
      ? 'Telegram rejects BOT_TOKEN; copy the whole token from @BotFather again, or get a new one there'
      : unanswered;
    return { findings: [{ what: 'token', fix }], botId: null };
  }
}

/** While a webhook is set, Telegram refuses to hand out updates to a bot that fetches them. */
async function examineWebhook(api: Api): Promise<Finding> {
  const webhook = await activeWebhook(api);
  if (!webhook) return { what: 'webhook: not set', fix: null };
  const { host, pending } = webhook;
  const waiting = pending === 1 ? '1 update waits' : `${pending} updates wait`;
  return {
    what: 'webhook',
    fix: `one is set, so updates go to ${host} and not to this bot; ${waiting} for it. \`start\` removes it and answers what waits; if a program still runs at ${host}, stop it first, or it will set the webhook again`,
  };
}

/** How the watched folder is doing; files that were refused are worth a note. */
async function examineFolder(path: string): Promise<Finding> {
  const state = await folderState(path, Date.now());
  const { folder, problem, loaded, refused, last } = state;
  const what = `watched folder ${folder}`;
  if (problem === 'new') return { what: `${what}: doesn’t exist yet; \`start\` creates it`, fix: null };
  if (problem !== null) return { what, fix: loadMessages().say(`folder-${problem}`, { folder }) };
  const lastFile = last === null ? 'no file yet' : `last file ${last.name}`;
  if (refused === 0) return { what: `${what}: ${lastFile}, ${loaded} loaded in 7 days`, fix: null };
  const reasons = state.refusals.map(({ name, reason }) => `${name} (${reason})`).join('; ');
  return {
    what,
    fix: `${refused} refused in 7 days, see its folder ${refusedFolder}: ${reasons}`,
    minor: true,
  };
}

/** Writes nothing: a bot may be running on the database, and to convert an older one is for `start` and `load`. */
async function examineDatabase({ database }: Config, botId: number | null): Promise<Finding> {
  const what = `database ${database}`;
  if (!existsSync(database)) return missingDatabase(database);
  const deliveries = deliveriesPath(database);
  const unwritable = [dirname(database), database, deliveries].find(isReadOnly);
  if (unwritable !== undefined)
    return { what, fix: `this user can’t write to ${unwritable}; correct its permissions or its owner` };
  try {
    return await examineLibrary(what, database, botId);
  } catch (error) {
    if (!(error instanceof LibraryError)) throw error;
    const { kind, message, fix } = error;
    const isOlder = kind === 'older-schema';
    const isAlone = kind === 'unwritable' && !existsSync(deliveries);
    if (!isOlder && !isAlone) return { what, fix: `${message}. ${fix}` };
    const later = isOlder
      ? 'an older version of this program wrote it; `start` or `load` converts it and makes a backup first'
      : `${deliveries} isn’t there; \`start\` makes it: from this file if it is a backup, otherwise empty`;
    return { what, fix: later, minor: true };
  }
}

async function examineLibrary(what: string, database: string, botId: number | null): Promise<Finding> {
  const library = openLibrary(database, { readOnly: 'both' });
  try {
    const owner = await library.owner.get();
    if (botId !== null && owner !== null && owner !== botId)
      return {
        what,
        fix: `it belongs to another bot (ID ${owner}); set another DATABASE, or start with --adopt to take it over`,
      };
    const space = await library.diskUsage();
    if (space !== null && space.free < minFreeSpace)
      return {
        what,
        fix: `its disk has only ${Math.floor(space.free / 2 ** 20)} MB left; free up space before it is full`,
      };
    return { what: `${what}: ${await library.articles.count()} articles`, fix: null };
  } finally {
    library.close();
  }
}

/** Whether there is something at a path that this user may not write to. */
function isReadOnly(path: string): boolean {
  if (!existsSync(path)) return false;
  try {
    accessSync(path, constants.W_OK);
    return false;
  } catch {
    return true;
  }
}

/** The first `load` or `start` creates the database; whether it can is found out by writing a file there. */
function missingDatabase(database: string): Finding {
  const what = `database ${database}`;
  let folder = dirname(database);
  while (!existsSync(folder)) folder = dirname(folder);
  const trial = join(folder, `.communique-${process.pid}`);
  try {
    writeFileSync(trial, '');
    rmSync(trial);
    return { what: `${what}: doesn’t exist yet; \`load\` creates it`, fix: null };
  } catch {
    return {
      what,
      fix: `${folder} is not a folder that this user can write to; correct DATABASE or the folder’s permissions`,
    };
  }
}
