import { type App, startApp } from '../../app.ts';
import { serveHealth } from '../../monitoring/health.ts';
import { openLibrary } from '../../store.ts';
import { systemClock } from '../../system/clock.ts';
import { type Config, misnamedSettings, readConfig } from '../../system/config.ts';
import { createLog } from '../../system/log.ts';
import { errorText } from '../../telegram/error-text.ts';
import { isUnauthorized } from '../../telegram/outcome.ts';
import type { Arguments } from '../cli/arguments.ts';
import { exitCodes, Failure } from '../cli/exit-codes.ts';
import { type CommandIo, writeLine } from '../cli/open.ts';
import { grace, interrupted, portTaken } from './ending.ts';

/** `start [--demo] [--adopt]`: runs the bot until it is interrupted. */
export async function start(args: Arguments, io: CommandIo): Promise<number> {
  const config = readConfig(io.environment, io.folder);
  for (const sentence of misnamedSettings(io.environment, io.folder)) await writeLine(io.err, sentence);
  // From here on a signal ends the program cleanly, however early it comes.
  const end = io.interrupted ?? interrupted();
  const wantsSamples = args.has('demo');
  if (wantsSamples || config.token === null)
    return (await import('./demo.ts')).runDemo(config, wantsSamples, io, end);
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
  const health = await serveHealth(config.port, {
    library,
    clock: systemClock,
    lastTick,
    host: config.host,
  }).catch(error => {
    writer.close();
    library.close();
    throw portTaken(error, config.port);
  });
  const starting = new AbortController();
  try {
    const { apiRoot, zone, admins, access, limits, mostSubscriptions, readingLimits } = config;
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
      readingLimits,
      repeatUnknown: config.repeatUnknown,
      paidBroadcasts: config.paidBroadcasts,
      adopt,
      ingest: {
        library: writer,
        watch: config.watch,
        fetch: { allowPrivate: config.allowPrivate },
      },
      signal: starting.signal,
      ...(io.err.isTTY && { onUnreachable: reportTo(io.err) }),
    });
    const app = await Promise.race([begun, end.then(() => null)]).catch(error => {
      throw isUnauthorized(error) ? new Failure(wrongToken) : error;
    });
    if (!app) {
      starting.abort();
      // What could not start need not be stopped.
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

const wrongToken =
  'Telegram rejects BOT_TOKEN: copy the whole token from @BotFather again, or get a new one there';

/** On a terminal, trouble with the network is a plain line for each attempt. */
function reportTo(stream: NodeJS.WritableStream) {
  return (error: unknown, pause: number): void => {
    const line = `Telegram can’t be reached (${errorText(error)}); next attempt in ${Math.round(pause / 1000)} s`;
    void writeLine(stream, line);
  };
}
