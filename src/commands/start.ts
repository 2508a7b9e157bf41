import { type App, startApp } from '../app.ts';
import { loadPaths } from '../ingest/load.ts';
import { startLocalTelegram } from '../local-telegram/local-telegram.ts';
import { serveHealth } from '../monitoring/health.ts';
import { openLibrary } from '../store.ts';
import { runningClock, systemClock, type TurnableClock } from '../system/clock.ts';
import { type Config, readConfig } from '../system/config.ts';
import { createLog } from '../system/log.ts';
import { isUnauthorized } from '../telegram/outcome.ts';
import type { Arguments } from './arguments.ts';
import { exitCodes, Failure } from './exit-codes.ts';
import { type CommandIo, ownPath, withReaders, writeLine } from './open.ts';
import { steppingClock } from './stepping-clock.ts';

const demoDatabase = 'data/store/demo.db';
/** How long work in progress may take to finish when the program is asked to end, in milliseconds. */
const grace = 5_000;

/** `start [--adopt]`: runs the bot until it is interrupted. */
export async function start(args: Arguments, io: CommandIo): Promise<number> {
  const config = readConfig(io.environment, io.folder);
  // From here on a signal ends the program cleanly, however early it comes.
  const end = interrupted();
  if (config.token === null) return demo(config, io, end);
  return live(config, config.token, args.has('adopt'), io, end);
}

async function live(
  config: Config,
  token: string,
  adopt: boolean,
  io: CommandIo,
  end: Promise<void>,
): Promise<number> {
  const log = createLog(config.logLevel);
  // A load or a backup next to the bot never ends it: locks are waited for.
  const library = openLibrary(config.database, { readNews: true, patience: Number.POSITIVE_INFINITY });
  // The news is written through a connection of its own.
  const writer = openLibrary(config.database, { patience: Number.POSITIVE_INFINITY });
  let running: App | null = null;
  const lastTick = () => running?.lastTick() ?? null;
  const health = await serveHealth(config.port, { library, clock: systemClock, lastTick }).catch(error => {
    writer.close();
    library.close();
    throw portTaken(error, config.port);
  });
  const starting = new AbortController();
  try {
    const { apiRoot, zone, admins, access, limits, mostSubscriptions } = config;
    const begun = startApp({
      token,
      apiRoot,
      library,
      clock: systemClock,
      log,
      zone,
      admins,
      access,
      limits,
      mostSubscriptions,
      repeatUnknown: config.repeatUnknown,
      paidBroadcasts: config.paidBroadcasts,
      adopt,
      ingest: {
        library: writer,
        watch: config.watch,
        fetch: { allowPrivate: config.allowPrivate },
      },
      signal: starting.signal,
    });
    const app = await Promise.race([begun, end.then(() => null)]).catch(error => {
      throw isUnauthorized(error) ? new Failure(wrongToken) : error;
    });
    if (!app) {
      starting.abort();
      await Promise.race([begun.then(late => late.stop()).catch(() => {}), systemClock.sleep(grace)]);
      return exitCodes.ok;
    }
    running = app;
    await writeLine(io.out, `@${app.username} is running; press Ctrl-C to stop`);
    const ended = app.ended.then(
      () => null,
      error => error,
    );
    const failed = await Promise.race([end.then(() => null), ended]);
    await Promise.race([app.stop(), systemClock.sleep(grace)]);
    if (failed) throw isUnauthorized(failed) ? new Failure(wrongToken) : failed;
    return exitCodes.ok;
  } finally {
    await health.close();
    writer.close();
    library.close();
  }
}

/** The bot on the local Telegram, with the seeds, on a clock that the page can turn. */
async function demo(config: Config, io: CommandIo, end: Promise<void>): Promise<number> {
  const log = createLog(io.environment.LOG_LEVEL ? config.logLevel : 'warn');
  // Never the owner's own: the samples do not belong there.
  const library = openLibrary(demoDatabase);
  const clock: TurnableClock = runningClock();
  let app: App;
  try {
    await withReaders(readers =>
      loadPaths(library, readers, [ownPath('data/seeds.jsonl')], {
        now: clock.now(),
        onRefused: line => log.warn({ line }, 'a seed was refused'),
      }),
    );
    const telegram = await startLocalTelegram({
      clock: steppingClock(clock, library.subscriptions.soonest, () => app.tick()),
      port: config.port,
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
    });
    await writeLine(
      io.out,
      `BOT_TOKEN isn’t set: this is a demo with ${await library.articles.count()} articles.`,
    );
    await writeLine(io.out, `Chat with the bot at ${telegram.pageUrl} (press Ctrl-C to stop)`);
    await Promise.race([end, app.ended]);
    await Promise.race([app.stop().then(() => telegram.close()), systemClock.sleep(grace)]);
    return exitCodes.ok;
  } finally {
    library.close();
  }
}

const wrongToken =
  'Telegram rejects BOT_TOKEN: copy the whole token from @BotFather again, or get a new one there';

/** A port in use as a sentence for the user; other errors unchanged. */
function portTaken(error: unknown, port: number): unknown {
  if ((error as { code?: string }).code !== 'EADDRINUSE') return error;
  return new Failure(
    `port ${port} is in use: set PORT to another one, for example PORT=${port + 1} npm start`,
  );
}

function interrupted(): Promise<void> {
  return new Promise(resolve => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
}
