import { parseArgs } from 'node:util';
import { type App, startApp } from '../app.ts';
import { loadPaths } from '../ingest/load.ts';
import { startLocalTelegram } from '../local-telegram/local-telegram.ts';
import { serveHealth } from '../monitoring/health.ts';
import { openLibrary } from '../store.ts';
import { runningClock, systemClock, type TurnableClock } from '../system/clock.ts';
import { type Config, readConfig } from '../system/config.ts';
import { createLog } from '../system/log.ts';
import { isUnauthorized } from '../telegram/outcome.ts';
import { exits, Failure } from './failure.ts';
import { ownPath, type Surroundings, withReaders, writeLine } from './open.ts';
import { steppingClock } from './stepping-clock.ts';

const demoDatabase = 'data/store/demo.db';
/** What is still under way when the program is asked to end gets this long, in milliseconds. */
const grace = 5_000;

/** `start [--adopt]`: runs the bot until it is interrupted. */
export async function start(args: string[], around: Surroundings): Promise<number> {
  const { values } = parseArgs({ args, options: { adopt: { type: 'boolean' } } });
  const config = readConfig(around.environment, around.folder);
  // From here on a signal ends the program in order, however early it comes.
  const end = interrupted();
  if (config.token === null) return demo(config, around, end);
  return live(config, config.token, values.adopt ?? false, around, end);
}

async function live(
  config: Config,
  token: string,
  adopt: boolean,
  around: Surroundings,
  end: Promise<void>,
): Promise<number> {
  const log = createLog(config.logLevel);
  const library = openLibrary(config.database);
  let running: App | null = null;
  const lastTick = () => running?.lastTick() ?? null;
  const health = await serveHealth(config.port, { library, clock: systemClock, lastTick }).catch(error => {
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
      signal: starting.signal,
    });
    const app = await Promise.race([begun, end.then(() => null)]).catch(error => {
      throw isUnauthorized(error) ? new Failure(wrongToken) : error;
    });
    if (!app) {
      starting.abort();
      await Promise.race([begun.then(late => late.stop()).catch(() => {}), systemClock.sleep(grace)]);
      return exits.done;
    }
    running = app;
    await writeLine(around.out, `@${app.username} is running; Ctrl-C ends it`);
    const ended = app.ended.then(
      () => null,
      error => error,
    );
    const failed = await Promise.race([end.then(() => null), ended]);
    await Promise.race([app.stop(), systemClock.sleep(grace)]);
    if (failed) throw isUnauthorized(failed) ? new Failure(wrongToken) : failed;
    return exits.done;
  } finally {
    await health.close();
    library.close();
  }
}

/** The bot on the local Telegram, with the seeds, on a clock that the page can turn. */
async function demo(config: Config, around: Surroundings, end: Promise<void>): Promise<number> {
  const log = createLog(around.environment.LOG_LEVEL ? config.logLevel : 'warn');
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
      around.out,
      `No BOT_TOKEN is set: this is a demo with ${await library.articles.count()} articles.`,
    );
    await writeLine(around.out, `Chat with the bot at ${telegram.pageUrl} — Ctrl-C ends it`);
    await Promise.race([end, app.ended]);
    await Promise.race([app.stop().then(() => telegram.close()), systemClock.sleep(grace)]);
    return exits.done;
  } finally {
    library.close();
  }
}

const wrongToken =
  'Telegram does not take BOT_TOKEN: copy it again from @BotFather, whole, or ask there for a new one';

/** A port in use as a sentence; other errors as they are. */
function portTaken(error: unknown, port: number): unknown {
  if ((error as { code?: string }).code !== 'EADDRINUSE') return error;
  return new Failure(
    `port ${port} is taken: set PORT to another one, for example PORT=${port + 1} npm start`,
  );
}

function interrupted(): Promise<void> {
  return new Promise(resolve => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
}
