import { existsSync, renameSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type App, startApp } from '../../app.ts';
import { LibraryError } from '../../database/library-error.ts';
import { loadPaths } from '../../ingest/load.ts';
import { startLocalTelegram } from '../../local-telegram/local-telegram.ts';
import { type Library, openLibrary } from '../../store.ts';
import { runningClock, systemClock, type TurnableClock } from '../../system/clock.ts';
import type { Config } from '../../system/config.ts';
import { createLog, type Log } from '../../system/log.ts';
import { exitCodes } from '../cli/exit-codes.ts';
import { type CommandIo, ownPath, withReaders, writeLine } from '../cli/open.ts';
import { grace, portTaken } from './ending.ts';
import { steppingClock } from './stepping-clock.ts';

/** The demo's own files: the sample articles, and what people do in a demo with articles of the owner's. */
const folder = 'data/store';
const samples = join(folder, 'samples.db');
const demoDeliveries = join(folder, 'demo.db');

type Demo = { library: Library; articles: string; isReadOnly: boolean };

/** The bot on the local Telegram, on a clock that the page can turn. */
export async function runDemo(
  config: Config,
  wantsSamples: boolean,
  io: CommandIo,
  end: Promise<void>,
): Promise<number> {
  const log = createLog(io.environment.LOG_LEVEL ? config.logLevel : 'warn');
  const clock: TurnableClock = runningClock();
  const { library, articles, isReadOnly } =
    (wantsSamples ? null : await ownArticles(config.database)) ??
    (await sampleArticles(clock.now(), log, io));
  let app: App;
  try {
    await endDialogs(library, clock.now());
    const telegram = await startLocalTelegram({
      clock: steppingClock(clock, library.subscriptions.soonest, () => app.tick()),
      port: config.port,
      host: config.host,
      furnished: true,
    }).catch(error => {
      throw portTaken(error, config.port);
    });
    app = await startApp({
      token: telegram.token,
      apiRoot: telegram.apiRoot,
      library,
      clock,
      log,
      zone: config.zone,
      admins: config.admins,
      access: config.access,
      limits: config.limits,
      mostSubscriptions: config.mostSubscriptions,
      readingLimits: config.readingLimits,
      ingest: isReadOnly ? null : { fetch: { allowPrivate: config.allowPrivate } },
    });
    const reason = wantsSamples ? 'This' : 'BOT_TOKEN isn’t set: this';
    await writeLine(io.out, `${reason} is a demo with ${articles}.`);
    await writeLine(io.out, `Chat with the bot at ${telegram.pageUrl} (press Ctrl-C to stop)`);
    await Promise.race([end, app.ended]);
    await Promise.race([app.stop().then(() => telegram.close()), systemClock.sleep(grace)]);
    return exitCodes.ok;
  } finally {
    library.close();
  }
}

const dialogsAtOnce = 1_000;

/** The chats of the demo begin empty: a dialog that was open in the last one would take what is typed first. */
async function endDialogs({ inbox }: Library, now: number): Promise<void> {
  while (await inbox.purgeConversations(now, dialogsAtOnce));
}

/** The owner's articles, whose file is only read; null if there are none. */
async function ownArticles(database: string): Promise<Demo | null> {
  if (!existsSync(database)) return null;
  const library = openOwn(database);
  const count = await library.articles.count();
  if (count === 0) {
    library.close();
    return null;
  }
  return {
    library,
    articles: `your ${counted(count)} from ${database}, which is only read`,
    isReadOnly: true,
  };
}

function openOwn(database: string): Library {
  const isDemoFile = resolve(database) === resolve(demoDeliveries);
  const deliveries = isDemoFile ? `${demoDeliveries}.deliveries` : demoDeliveries;
  const open = () => openLibrary(database, { readOnly: 'news', deliveries });
  try {
    return open();
  } catch (error) {
    const isDemo = error instanceof LibraryError && error.message.startsWith(demoDeliveries);
    if (!isDemo || error.kind !== 'foreign-database') throw error;
    // Earlier versions kept the sample articles there.
    renameSync(demoDeliveries, `${demoDeliveries}.old`);
    return open();
  }
}

async function sampleArticles(now: number, log: Log, io: CommandIo): Promise<Demo> {
  const library = openLibrary(samples);
  await withReaders(io, readers =>
    loadPaths(library, readers, [ownPath('data/seeds.jsonl')], {
      now,
      onRefused: line => log.warn({ line }, 'a sample article was refused'),
    }),
  );
  return { library, articles: counted(await library.articles.count(), 'sample '), isReadOnly: false };
}

function counted(count: number, kind = ''): string {
  return `${count} ${kind}${count === 1 ? 'article' : 'articles'}`;
}
