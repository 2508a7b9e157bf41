import { fileURLToPath } from 'node:url';
import type { Update } from 'grammy/types';
import { readersLibrary } from './answers/readers-library.ts';
import { allowedUpdates, createBot } from './bot/bot.ts';
import { buttonEncoder, linkEncoder } from './bot/core/buttons.ts';
import type { Limits } from './bot/core/limits.ts';
import type { Access } from './bot/core/rights-table.ts';
import { registerCommands } from './bot/intake/commands.ts';
import { createDispatcher, type Dispatcher } from './bot/intake/dispatcher.ts';
import { createInlineQueries, type InlineQueries } from './bot/intake/inline-queries.ts';
import { registerProfiles } from './bot/intake/profile.ts';
import { readerOf } from './bot/intake/reader.ts';
import type { ChatMessages } from './digests/chat-messages.ts';
import { createCorrector } from './digests/corrector.ts';
import { createDigests } from './digests/digests.ts';
import { createIngest, type Ingest, type IngestParts } from './ingest/sources/ingest.ts';
import { createRestingReaders } from './ingest/sources/resting-readers.ts';
import type { ReadingLimits } from './ingest/workers/readers.ts';
import { type Languages, loadLanguages } from './languages/languages.ts';
import { minuteSchedule } from './minute-schedule.ts';
import { loadTranslations, type Translations } from './rendering/messages.ts';
import type { Library } from './store.ts';
import type { Clock, Moment } from './system/clock.ts';
import type { Log } from './system/log.ts';
import { type Connection, connect } from './telegram/connection.ts';
import { createPoller, type Poller } from './telegram/poller.ts';
import { payForBroadcasts } from './telegram/rate-limit.ts';
import { everyMinute } from './upkeep/minute.ts';

/** The folder of what the reader knows. */
const knowledge = fileURLToPath(new URL('../data/knowledge', import.meta.url));

/** The folder of the lists of feeds to start with. */
const packs = fileURLToPath(new URL('../data/packs', import.meta.url));

export type AppParts = {
  token: string;
  apiRoot: string;
  library: Library;
  clock: Clock;
  log: Log;
  /** The zone offered first to new subscribers: an IANA name. */
  zone: string;
  /** IDs of the users who run the bot; none by default. */
  admins?: readonly number[];
  /** Who may use the bot; everyone by default. */
  access?: Access;
  /** How many questions a minute are answered; no limit by default. */
  limits?: Limits;
  /** What reading one text may cost; the usual limits by default. */
  readingLimits?: ReadingLimits;
  /** Whether a message that may have arrived is sent again, marked; true by default. */
  repeatUnknown?: boolean;
  /** Whether digests are sent as broadcasts that the bot pays for; false by default. */
  paidBroadcasts?: boolean;
  /** How many subscriptions a chat may have; 10 by default. */
  mostSubscriptions?: number;
  /** The languages and their messages; those in data/languages by default. */
  languages?: Languages;
  translations?: Translations;
  /** Whether the database may be taken over from another bot. */
  adopt?: boolean;
  /**
   * How the sources are asked. `library` writes the news; it is the bot's own if not given. Null if the news
   * is only read, so that nothing can be added.
   */
  ingest?: Partial<Pick<IngestParts, 'library' | 'readers' | 'fetch' | 'watch' | 'packs'>> | null;
  /** Aborts starting, for example while Telegram can't be reached. */
  signal?: AbortSignal;
  /** Reports failed attempts to reach Telegram at the start, which are logged otherwise; `pause` in milliseconds. */
  onUnreachable?(error: unknown, pause: number): void;
  /** How long to wait for Telegram's answers, in seconds of the machine's time; 60 by default. */
  callTimeout?: number;
};

export type App = {
  username: string;
  /** Composes and sends what is due now; the minute tick calls it. */
  tick(): Promise<void>;
  /** Resolves when nothing that has arrived is still being handled, composed or sent. */
  idle(): Promise<void>;
  /** Stops everything; unfinished work goes on at the next start. */
  stop(): Promise<void>;
  /** When the scheduler last finished a minute. */
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
 * @throws GrammyError if Telegram rejects the token
 */
export async function startApp(parts: AppParts): Promise<App> {
  const release = await parts.library.lock();
  try {
    const app = await assemble(parts);
    return { ...app, stop: () => app.stop().finally(release) };
  } catch (error) {
    release();
    throw error;
  }
}

/** What an app is made of, with the languages loaded. */
type Parts = AppParts & { languages: Languages; translations: Translations };

const defaultCallTimeout = 60;

async function assemble(given: AppParts): Promise<App> {
  const { languages = loadLanguages(), translations = loadTranslations() } = given;
  const parts: Parts = { ...given, languages, translations };
  const { token, apiRoot, library, clock, log, zone, admins = [], access = 'open' } = parts;
  const { callTimeout = defaultCallTimeout, paidBroadcasts = false } = parts;
  const messagesOf: ChatMessages = async (chatId, own = null) =>
    translations(languages.closest(own ?? (await library.chatLanguages.get(chatId)) ?? undefined));
  const connection = await connect({ ...parts, callTimeout, paidBroadcasts });
  const { link, pacer, botInfo } = connection;
  await claimOwnership(library, botInfo.id, parts.adopt ?? false);
  if (access !== 'open') await library.subscriptions.suspendUninvited(admins, clock.now());

  const ingest = ingestOf(parts);
  const {
    bot,
    answerInline,
    reportOverruns,
    correctAnswers,
    stop: stopBot,
    ...handlers
  } = createBot({
    token,
    botInfo,
    client: { apiRoot, timeoutSeconds: callTimeout },
    pacer,
    library,
    ingest,
    languages,
    translations,
    clock,
    log,
    zone,
    admins,
    maxSubscriptions: parts.mostSubscriptions ?? 10,
    triggerTick: () => void scheduler.tick(),
    access,
    limits: parts.limits ?? { person: 0, group: 0 },
  });
  const dispatcher = createDispatcher({ inbox: library.inbox, clock, link, log, ...handlers });
  const inlineQueries = createInlineQueries({ answer: answerInline, log });
  const { promise: broken, reject: endBadly } = Promise.withResolvers<never>();
  void library.broken.then(endBadly);
  const { digests, correctDigests } = digestsOf(parts, connection, messagesOf, endBadly);
  const poller = pollerOf(parts, connection, dispatcher, inlineQueries);
  const scheduler = minuteSchedule({
    library,
    clock,
    log,
    messagesOf,
    admins,
    ingest,
    digests,
    correct: async () => {
      await correctDigests();
      await correctAnswers();
    },
    reportOverruns,
  });

  // What waits is put in line before anything new is fetched: within a chat, the earlier comes first.
  await dispatcher.resume();
  await digests.recover();
  const ended = Promise.race([poller.run(), broken]);
  ended.catch(() => {}); // reported to those who await `ended`
  // Questions are answered meanwhile: they wait neither for the menu nor for a morning's digests.
  void registerCommands(bot.api, languages, translations, admins)
    .then(() => registerProfiles(bot.api, languages, translations))
    .catch(error => log.warn({ error }, 'the command menu or the profile could not be set'));
  void scheduler.tick();
  const stopTicking = everyMinute(scheduler.tick);

  return {
    username: botInfo.username,
    tick: scheduler.tick,
    lastTick: scheduler.lastTick,
    idle: async () => {
      await dispatcher.idle();
      await inlineQueries.idle();
      await ingest?.idle();
      await digests.idle();
    },
    stop: async () => {
      scheduler.stop();
      await stopTicking();
      poller.stop();
      pacer.stop();
      link.stop();
      await Promise.all([dispatcher.stop(), inlineQueries.stop(), digests.stop(), ingest?.stop()]);
      await Promise.all([scheduler.idle(), stopBot()]);
      await ended.catch(() => {});
    },
    ended,
  };
}

/** What sends digests, and what corrects those that were sent. */
function digestsOf(
  parts: Parts,
  { link, pacer, botInfo, unpaced }: Connection,
  messagesOf: ChatMessages,
  onUnauthorized: (error: unknown) => void,
) {
  const { library, clock, log, languages, translations, repeatUnknown } = parts;
  const api = unpaced(parts.callTimeout ?? defaultCallTimeout);
  if (parts.paidBroadcasts) api.config.use(payForBroadcasts);
  const { username } = botInfo;
  const digests = createDigests({
    api,
    library,
    messagesOf,
    libraryFor: messages => readersLibrary(library, readerOf(languages, messages)),
    clock,
    pacer,
    link,
    log,
    encoders: { chat: buttonEncoder(username), channel: linkEncoder(username) },
    ...(repeatUnknown === undefined ? {} : { repeatUnknown }),
    onUnauthorized,
  });
  const correctDigests = createCorrector({ api, library, translations, messagesOf, clock, pacer, log });
  return { digests, correctDigests };
}

/** What fetches updates: inline queries are answered at once, all others in the order of their chat. */
function pollerOf(
  { clock, log }: Parts,
  { link, unpaced }: Connection,
  dispatcher: Dispatcher,
  inlineQueries: InlineQueries,
): Poller {
  // Telegram holds an empty answer back for longer than another call may take.
  const api = unpaced(60);
  api.config.use(link.observe);
  return createPoller({
    api,
    clock,
    link,
    log,
    allowedUpdates,
    receive: (updates: Update[]) => {
      for (const update of updates) if (update.inline_query) inlineQueries.receive(update);
      return dispatcher.receive(updates.filter(update => !update.inline_query));
    },
  });
}

/** The ingest of an app, or null if the news is only read. */
function ingestOf({ library, clock, log, ingest, readingLimits: limits }: AppParts): Ingest | null {
  if (ingest === null) return null;
  const options = { knowledge, threads: 1, ...(limits && { limits }) };
  const readers = ingest?.readers ?? createRestingReaders(options, () => clock.monotonic());
  return createIngest({ library, clock, log, packs, ...ingest, readers });
}

async function claimOwnership(library: Library, botId: number, adopt: boolean): Promise<void> {
  const owner = await library.owner.get();
  if (owner !== null && owner !== botId && !adopt)
    throw new ForeignBot(
      `this database belongs to another bot (ID ${owner}; this one is ${botId}): set another DATABASE, or start with --adopt to take it over`,
    );
  await library.owner.set(botId);
}
