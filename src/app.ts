import { fileURLToPath } from 'node:url';
import { Api, GrammyError } from 'grammy';
import type { Update, UserFromGetMe } from 'grammy/types';
import { allowedUpdates, createBot } from './bot/bot.ts';
import { buttonEncoder, linkEncoder } from './bot/core/buttons.ts';
import type { Limits } from './bot/core/limits.ts';
import type { Access } from './bot/core/rights-table.ts';
import { registerCommands } from './bot/intake/commands.ts';
import { createDispatcher } from './bot/intake/dispatcher.ts';
import { createWatch } from './digests/alerts.ts';
import { createDigests } from './digests/digests.ts';
import { replanAfterSetBack } from './digests/set-back.ts';
import { createSourceNotes } from './digests/source-notes.ts';
import { createIngest, type IngestParts } from './ingest/sources/ingest.ts';
import { createRestingReaders } from './ingest/sources/resting-readers.ts';
import { loadMessages } from './rendering/messages.ts';
import type { Library } from './store.ts';
import type { Clock, Moment } from './system/clock.ts';
import type { Log } from './system/log.ts';
import { nativeFetch } from './telegram/fetch.ts';
import { createLink, type Link } from './telegram/link.ts';
import { paidPace, paying, usualPace } from './telegram/pace.ts';
import { createPacer } from './telegram/pacer.ts';
import { createPoller } from './telegram/poller.ts';
import { everyMinute } from './upkeep/minute.ts';
import { createUpkeep } from './upkeep/upkeep.ts';

/** The folder of what the reader knows. */
const knowledge = fileURLToPath(new URL('../data/knowledge', import.meta.url));

/** The folder of the lists of feeds to start with. */
const packs = fileURLToPath(new URL('../data/packs', import.meta.url));

/** How long a probe is waited for, in seconds: a line that swallows calls must not hold up the next one. */
const probeTimeout = 10;

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
  /**
   * How the sources are asked. `library` writes the news; it is the bot's own if not given.
   */
  ingest?: Partial<Pick<IngestParts, 'library' | 'readers' | 'fetch' | 'watch' | 'packs'>>;
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
  /** When the last minute was worked off. */
  lastTick(): Moment;
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
  const release = await parts.library.lock();
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
  const unpaced = (timeoutSeconds: number) => new Api(token, { apiRoot, timeoutSeconds, fetch: nativeFetch });
  const probeApi = unpaced(Math.min(probeTimeout, callTimeout));
  const link = createLink({
    clock,
    log,
    probe: signal => probeApi.getMe(signal as Parameters<Api['getMe']>[0]),
  });
  probeApi.config.use(link.watch);
  const pacer = createPacer(clock, paid ? paidPace : usualPace, link);
  const ingest = createIngest({
    library,
    clock,
    log,
    readers: createRestingReaders({ knowledge, threads: 1 }, () => clock.monotonic()),
    packs,
    ...parts.ingest,
  });
  const { bot, handle, giveUp } = createBot({
    token,
    client: { apiRoot, timeoutSeconds: callTimeout },
    pacer,
    library,
    ingest,
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
  bot.botInfo = await introduce(probeApi, link, parts.signal).catch(error => {
    link.stop();
    throw error;
  });
  await own(library, bot.botInfo.id, parts.adopt ?? false);
  if (access !== 'open') await library.subscriptions.suspendUninvited(admins, clock.now());

  const dispatcher = createDispatcher({ inbox: library.inbox, clock, link, log, handle, giveUp });
  const { username } = bot.botInfo;
  const encoders = { chat: buttonEncoder(username), channel: linkEncoder(username) };
  let endBadly: (error: unknown) => void = () => {};
  const broken = new Promise<never>((_, reject) => {
    endBadly = reject;
  });
  void library.broken.then(endBadly);
  const digestApi = unpaced(callTimeout);
  if (paid) digestApi.config.use(paying);
  const digests = createDigests({
    api: digestApi,
    library,
    messages,
    clock,
    pacer,
    link,
    log,
    encoders,
    ...(parts.repeatUnknown === undefined ? {} : { repeatUnknown: parts.repeatUnknown }),
    onUnauthorized: endBadly,
  });
  // Telegram holds an empty answer back for longer than another call may take.
  const pollApi = unpaced(60);
  pollApi.config.use(link.watch);
  const poller = createPoller({
    api: pollApi,
    clock,
    link,
    log,
    allowedUpdates,
    receive: (updates: Update[]) => dispatcher.receive(updates),
  });

  const watch = createWatch({ library, messages, clock, admins });
  const noteSources = createSourceNotes({ library, sources: ingest.sources, messages, clock, admins });
  const upkeep = createUpkeep({
    library,
    clock,
    log,
    onSetBack: () => replanAfterSetBack(library, clock.now()),
  });
  const moment = () => ({ wall: clock.now(), monotonic: clock.monotonic() });
  let lastTick = moment();
  let stopping = false;
  let tended: Promise<void> = Promise.resolve();
  const tick = async () => {
    try {
      // First, and one after the other: digests go by what it finds out about the clock.
      tended = tended.catch(() => {}).then(upkeep); // who asked for that one is told
      await tended;
      if (stopping) return;
      await digests.tick();
      // Another round tells the notes.
      const isToTell = [await watch(), await noteSources()];
      if (isToTell.includes(true)) await digests.tick();
      ingest.tick();
      lastTick = moment();
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
  const stopTicking = everyMinute(tick);

  return {
    username: bot.botInfo.username,
    tick,
    lastTick: () => lastTick,
    idle: async () => {
      await dispatcher.idle();
      await ingest.idle();
      await digests.idle();
    },
    stop: async () => {
      stopping = true;
      await stopTicking();
      poller.stop();
      pacer.stop();
      link.stop();
      await Promise.all([dispatcher.stop(), digests.stop(), ingest.stop(), tended.catch(() => {})]);
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
async function introduce(api: Api, link: Link, signal?: AbortSignal): Promise<UserFromGetMe> {
  for (let pause = 1000; ; pause = Math.min(15_000, pause * 2)) {
    try {
      return await api.getMe(signal as Parameters<Api['getMe']>[0]);
    } catch (error) {
      if (signal?.aborted || (error instanceof GrammyError && error.error_code < 500)) throw error;
      if (!link.down) await link.pause(pause, signal);
      await link.up(signal);
    }
  }
}
