import { Api, GrammyError } from 'grammy';
import type { Update } from 'grammy/types';
import { type ScheduledTask, schedule } from 'node-cron';
import { allowedUpdates, createBot } from './bot/bot.ts';
import { buttonEncoder, linkEncoder } from './bot/buttons.ts';
import { registerCommands } from './bot/commands.ts';
import { createDispatcher } from './bot/dispatcher.ts';
import type { Limits } from './bot/limits.ts';
import type { Access } from './bot/rights-table.ts';
import type { Clock } from './clock.ts';
import { createDigests } from './digests/digests.ts';
import { createWatch } from './digests/watch.ts';
import type { Library } from './library/library.ts';
import type { Log } from './log.ts';
import { loadMessages } from './rendering/messages.ts';
import { nativeFetch } from './telegram/fetch.ts';
import { paidPace, paying, usualPace } from './telegram/pace.ts';
import { createPacer } from './telegram/pacer.ts';
import { createPoller } from './telegram/poller.ts';

export type AppParts = {
  token: string;
  apiRoot: string;
  library: Library;
  clock: Clock;
  log: Log;
  /** The zone offered first to somebody who subscribes: an IANA name. */
  zone: string;
  /** Ids of the users who run the bot; nobody if not given. */
  admins?: readonly number[];
  /** Who may use the bot; everybody if not given. */
  access?: Access;
  /** How many questions a minute are answered; no limit if not given. */
  limits?: Limits;
  /** Whether a message that may have arrived is sent again, marked; true unless told. */
  repeatUnknown?: boolean;
  /** Whether digests are sent as broadcasts that the bot pays for; false unless told. */
  paidBroadcasts?: boolean;
  /** So many subscriptions a chat may have; 10 if not given. */
  mostSubscriptions?: number;
  /** Whether the database may be taken over from another bot. */
  adopt?: boolean;
  /** Gives up starting, as when Telegram cannot be reached. */
  signal?: AbortSignal;
  /** How long an answer of Telegram is waited for, in seconds of the machine's time; 60 unless told. */
  callTimeout?: number;
};

export type App = {
  username: string;
  /** Composes and sends what is due now; the minute tick calls it. */
  tick(): Promise<void>;
  /** Resolves when nothing that has arrived is still being handled, composed or sent. */
  idle(): Promise<void>;
  /** Ends all of it; what is unfinished goes on at the next start. */
  stop(): Promise<void>;
  /** When the last minute was worked off, milliseconds since the epoch. */
  lastTick(): number;
  /**
   * Rejects when the bot cannot go on, as when its token is taken back or the disk is full; resolves after
   * `stop`.
   */
  ended: Promise<void>;
};

/** The database belongs to another bot. */
export class ForeignBot extends Error {
  override name = 'ForeignBot';
}

/**
 * Joins the rooms and starts the bot.
 * @throws LibraryError while another bot runs on this library
 * @throws ForeignBot if the library belongs to another bot and `adopt` was not given
 * @throws GrammyError if Telegram does not take the token
 */
export async function startApp(parts: AppParts): Promise<App> {
  const release = parts.library.claim();
  try {
    const app = await join(parts);
    return { ...app, stop: () => app.stop().finally(release) };
  } catch (error) {
    release();
    throw error;
  }
}

async function join(parts: AppParts): Promise<App> {
  const { token, apiRoot, library, clock, log, zone, admins = [], access = 'open', callTimeout = 60 } = parts;
  const paid = parts.paidBroadcasts ?? false;
  const messages = loadMessages();
  const pacer = createPacer(clock, paid ? paidPace : usualPace);
  const { bot, handle, giveUp } = createBot({
    token,
    client: { apiRoot, timeoutSeconds: callTimeout },
    pacer,
    library,
    messages,
    clock,
    log,
    zone,
    admins,
    mostSubscriptions: parts.mostSubscriptions ?? 10,
    hurry: () => void tick(),
    access,
    limits: parts.limits ?? { person: 0, group: 0 },
  });
  await introduce(bot, parts);
  await own(library, bot.botInfo.id, parts.adopt ?? false);
  if (access !== 'open') await library.guests.restUninvited(admins, clock.now());

  const dispatcher = createDispatcher({ inbox: library.inbox, clock, log, handle, giveUp });
  const { keep } = library.keptQuestions;
  const { username } = bot.botInfo;
  const encoders = { chat: buttonEncoder(keep, username), channel: linkEncoder(keep, username) };
  let endBadly: (error: unknown) => void = () => {};
  const broken = new Promise<never>((_, reject) => {
    endBadly = reject;
  });
  void library.broken.then(endBadly);
  const unpaced = (timeoutSeconds: number) => new Api(token, { apiRoot, timeoutSeconds, fetch: nativeFetch });
  const digestApi = unpaced(callTimeout);
  if (paid) digestApi.config.use(paying);
  const digests = createDigests({
    api: digestApi,
    library,
    messages,
    clock,
    pacer,
    log,
    encoders,
    ...(parts.repeatUnknown === undefined ? {} : { repeatUnknown: parts.repeatUnknown }),
    onUnauthorized: endBadly,
  });
  const poller = createPoller({
    // Telegram holds an empty answer back for longer than another call may take.
    api: unpaced(60),
    clock,
    log,
    allowedUpdates,
    receive: (updates: Update[]) => dispatcher.receive(updates),
  });

  const watch = createWatch({ library, messages, clock, admins });
  let lastTick = clock.now();
  const tick = async () => {
    try {
      const now = clock.now();
      await Promise.all([digests.tick(), library.keptQuestions.expire(now), library.asked.expire(now)]);
      // Another round tells the notes.
      if (await watch()) await digests.tick();
      lastTick = clock.now();
    } catch (error) {
      log.error({ error }, 'the minute could not be worked off');
    }
  };
  // What waits is put in line before anything new is fetched: within a chat, the earlier comes first.
  await dispatcher.resume();
  await digests.recover();
  const ended = Promise.race([poller.run(), broken]);
  ended.catch(() => {}); // whoever awaits `ended` is told
  // Whoever writes is answered meanwhile: neither the menu nor a full morning is waited for.
  void registerCommands(bot.api, messages, admins).catch(error =>
    log.warn({ error }, 'the command menu could not be set'),
  );
  void tick();
  const minute: ScheduledTask = schedule('* * * * *', tick);

  return {
    username: bot.botInfo.username,
    tick,
    lastTick: () => lastTick,
    idle: async () => {
      await dispatcher.idle();
      await digests.idle();
    },
    stop: async () => {
      await minute.destroy();
      poller.stop();
      pacer.stop();
      await Promise.all([dispatcher.stop(), digests.stop()]);
      await ended.catch(() => {});
    },
    ended,
  };
}

async function own(library: Library, botId: number, adopt: boolean): Promise<void> {
  const owner = await library.owner.get();
  if (owner !== null && owner !== botId && !adopt)
    throw new ForeignBot(
      `this database belongs to another bot (id ${owner}, this one is ${botId}): name another DATABASE, or start with --adopt to take it over`,
    );
  await library.owner.set(botId);
}

/** Asks Telegram who the bot is, again and again while it cannot be reached. */
async function introduce(
  bot: ReturnType<typeof createBot>['bot'],
  { clock, log, signal }: AppParts,
): Promise<void> {
  for (let pause = 1000; ; pause = Math.min(30_000, pause * 2)) {
    try {
      bot.botInfo = await bot.api.getMe(signal as Parameters<Api['getMe']>[0]);
      return;
    } catch (error) {
      if (signal?.aborted || (error instanceof GrammyError && error.error_code < 500)) throw error;
      log.warn({ error }, 'Telegram cannot be reached; trying again');
      await clock.sleep(pause, signal);
    }
  }
}
