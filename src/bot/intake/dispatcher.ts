import { createHash } from 'node:crypto';
import { setImmediate as yieldToEventLoop } from 'node:timers/promises';
import type { Update } from 'grammy/types';
import { LibraryError } from '../../database/library-error.ts';
import type { ConversationChange, Inbox } from '../../deliveries/inbox.ts';
import type { Clock } from '../../system/clock.ts';
import type { Log } from '../../system/log.ts';
import type { Link } from '../../telegram/link.ts';

/** How often an update that fails is tried before it is abandoned. */
const maxAttempts = 3;
/**
 * How often the process may end while an update is being handled. More often than it may fail: it mostly ends for
 * another reason, with many updates being handled at that moment.
 */
const maxCrashes = 10;

/** How long an outage may last, in milliseconds, before its failures count. */
const outageLimit = 3_600_000;
const maxPause = 60_000;
/** In milliseconds: who taps the same button of an unchanged message again within this time has tapped twice by mistake. */
const repeatInterval = 2000;
/** Transient failures are logged at most once in this many milliseconds. */
const warningInterval = 60_000;
/** How many updates are handled at once: answers are composed only shortly before they can be sent. */
const maxHandled = 200;
/** How many waiting updates are read from the inbox at once. */
const batchSize = 100;

export type Dispatcher = {
  /** Writes updates to the inbox and starts to handle those not seen before. */
  receive(updates: Update[]): Promise<void>;
  /** Starts to handle what an earlier run left unfinished. */
  resume(): Promise<void>;
  /** Resolves when nothing is being handled. */
  idle(): Promise<void>;
  /** Starts nothing more; resolves when what is being handled has ended. */
  stop(): Promise<void>;
};

/**
 * Handles updates from the inbox: one after the other within a chat, different chats concurrently, so that a slow
 * chat doesn't hold up the others. Only the IDs of waiting updates are in memory, so that a burst doesn't fill it.
 * Taps are acknowledged as they arrive, ahead of their turn; of equal taps in quick succession, only the first counts.
 * @param parts.handle returns the changes to conversations, which are stored together with the update's end
 * @param parts.giveUp tells the user, in a sentence, that their update failed
 * @param parts.receiveTap acknowledges or refuses a tap; returns whether it is still to be handled
 * @param parts.receiveRepeatedTap acknowledges a tap that doesn't count
 */
export function createDispatcher(parts: {
  inbox: Inbox;
  clock: Clock;
  link: Pick<Link, 'pause'>;
  log: Log;
  handle(update: Update): Promise<ConversationChange[]>;
  giveUp(update: Update): Promise<void>;
  receiveTap(update: Update, isQueueIdle: boolean): Promise<boolean>;
  receiveRepeatedTap(update: Update): Promise<void>;
}): Dispatcher {
  const { inbox, clock, link, log } = parts;
  const queues = new Map<string, Promise<void>>();
  /** The taps that wait or are being handled, and when others were handled, oldest first; by `tapKey`. */
  const openTaps = new Set<string>();
  const handledTaps = new Map<string, number>();
  const stopping = new AbortController();
  const slots = createSlots(maxHandled);
  let warnedAt = -warningInterval;
  let resumed = Promise.resolve();

  function enqueue(queue: string, update: Update, attempts: number): void {
    const tap = tapKey(update);
    const isRepeated = tap !== null && isRecent(tap);
    if (tap !== null && !isRepeated) openTaps.add(tap);
    const isWanted = isRepeated
      ? parts.receiveRepeatedTap(update).then(() => false)
      : tap !== null
        ? parts.receiveTap(update, !queues.has(queue))
        : true;
    const before = [queues.get(queue), queues.get(formerQueueOf(update) ?? queue)];
    wait(update.update_id, attempts, { queue, before, isWanted, tap: isRepeated ? null : tap });
  }

  /** Apart from `enqueue`, so that nothing that waits refers to the update itself. */
  function wait(
    id: number,
    attempts: number,
    turn: {
      queue: string;
      before: (Promise<void> | undefined)[];
      isWanted: boolean | Promise<boolean>;
      tap: string | null;
    },
  ): void {
    const { queue, isWanted, tap } = turn;
    let wasWanted = false;
    const end = Promise.all([isWanted, ...turn.before])
      .then(([wanted]) => {
        wasWanted = wanted;
        return wanted ? slots.use(() => work(id, attempts)) : inbox.finish(id, [], clock.now());
      })
      .catch(error => log.error({ error, update: id }, 'the inbox could not be written'))
      .finally(() => {
        if (tap !== null) closeTap(tap, wasWanted);
        if (queues.get(queue) === end) queues.delete(queue);
      });
    queues.set(queue, end);
  }

  /** Whether an equal tap waits, is being handled, or was handled a moment ago. */
  function isRecent(tap: string): boolean {
    const cutoff = clock.monotonic() - repeatInterval;
    for (const [key, handled] of handledTaps) {
      if (handled >= cutoff) break;
      handledTaps.delete(key);
    }
    return openTaps.has(tap) || handledTaps.has(tap);
  }

  /** One that was refused changed nothing: it may be tapped again at once. */
  function closeTap(tap: string, wasHandled: boolean): void {
    openTaps.delete(tap);
    handledTaps.delete(tap);
    if (wasHandled) handledTaps.set(tap, clock.monotonic());
  }

  async function work(id: number, before: number): Promise<void> {
    if (stopping.signal.aborted) return;
    const body = await inbox.body(id);
    if (body === null) return;
    const update = JSON.parse(body) as Update;
    // One that has ended the process each time must not do so forever.
    if (before >= maxCrashes) return abandon(update, 'the program ended each time this was handled');
    const begun = clock.monotonic();
    for (let failures = 0, faults = 0; !stopping.signal.aborted; ) {
      try {
        await inbox.attempt(update.update_id);
        const changes = await parts.handle(update);
        return await inbox.finish(update.update_id, changes, clock.now());
      } catch (error) {
        // What fails because the program ends has not failed: it stays in the inbox.
        if (stopping.signal.aborted) return;
        const passing = isTransient(error) && clock.monotonic() - begun < outageLimit;
        if (passing) faults += 1;
        else failures += 1;
        logFailure(passing, { error, update: update.update_id, failures, faults });
        if (failures >= maxAttempts) return await abandon(update, error);
        const pause = passing ? Math.min(maxPause, 1000 * 2 ** (faults - 1)) : 1000 * 4 ** (failures - 1);
        await link.pause(pause, stopping.signal).catch(() => {});
      }
    }
  }

  /** An outage fails every update that it meets; one line a minute says as much. */
  function logFailure(isPassing: boolean, details: object): void {
    if (!isPassing) log.error(details, 'an update could not be handled');
    else if (clock.monotonic() >= warnedAt + warningInterval) {
      warnedAt = clock.monotonic();
      log.warn(details, 'an update could not be handled yet');
    }
  }

  async function resumeWaiting(): Promise<void> {
    // One after the other, so that the first are answered before the last are started.
    for (let last: number | undefined, rows = batchSize; rows === batchSize; ) {
      const waiting = await inbox.waiting(last, batchSize);
      for (const row of waiting) {
        enqueue(row.queue, JSON.parse(row.body), row.attempts);
        await yieldToEventLoop();
      }
      rows = waiting.length;
      last = waiting.at(-1)?.updateId;
    }
  }

  async function abandon(update: Update, error: unknown): Promise<void> {
    await parts.giveUp(update).catch(second => {
      log.warn({ error: second, update: update.update_id }, 'the sender could not be informed either');
    });
    await inbox.fail(update.update_id, String(error));
  }

  return {
    receive: async updates => {
      // Within a chat, what waits from before comes first.
      await resumed;
      const rows = updates.map(update => ({
        updateId: update.update_id,
        queue: queueOf(update),
        body: JSON.stringify(update),
      }));
      const fresh = await inbox.receive(rows, clock.now());
      for (const row of fresh) {
        enqueue(row.queue, JSON.parse(row.body), 0);
        await yieldToEventLoop();
      }
    },
    resume: () => {
      resumed = resumeWaiting();
      return resumed;
    },
    idle: async () => {
      while (queues.size > 0) await Promise.all(queues.values());
    },
    stop: async () => {
      stopping.abort();
      while (queues.size > 0) await Promise.all(queues.values());
    },
  };
}

/** Lets at most `count` pieces of work run at once, the others in order. */
function createSlots(count: number) {
  const waiting: (() => void)[] = [];
  let free = count;
  return {
    async use<T>(work: () => Promise<T>): Promise<T> {
      if (free > 0) free -= 1;
      else await new Promise<void>(resolve => waiting.push(resolve));
      try {
        return await work();
      } finally {
        const next = waiting.shift();
        if (next) next();
        else free += 1;
      }
    },
  };
}

/** Updates of one chat are handled in order; without a chat, those of one user. */
function queueOf(update: Update): string {
  const message =
    update.message ??
    update.edited_message ??
    update.channel_post ??
    update.edited_channel_post ??
    update.callback_query?.message;
  const chat = message?.chat ?? update.my_chat_member?.chat ?? update.chat_member?.chat;
  const user = update.callback_query?.from ?? update.inline_query?.from;
  return chat ? `chat ${chat.id}` : user ? `user ${user.id}` : `update ${update.update_id}`;
}

/** A group that became a supergroup continues where it was: updates under its old id come first. */
function formerQueueOf(update: Update): string | null {
  const former = update.message?.migrate_from_chat_id;
  return former === undefined ? null : `chat ${former}`;
}

/**
 * Whether an error lies in the connection, in Telegram or in the database, rather than in the update. Identified by
 * its text: inside a conversation, errors are stored and lose their class.
 */
function isTransient(error: unknown): boolean {
  const inner = (error as { error?: unknown }).error ?? error;
  const { message } = inner as { message?: unknown };
  return (
    inner instanceof LibraryError ||
    // Also a revoked token: the program ends, and its next start handles the update.
    /Network request for '|failed! \((5\d\d|401): /.test(String(message))
  );
}

/**
 * What makes two taps equal: the same user, button and message, and that message as it was, since the first tap may
 * have changed it. Null for an update that isn't a tap.
 */
function tapKey({ callback_query: tap }: Update): string | null {
  if (!tap) return null;
  const place = tap.message
    ? `${tap.message.chat.id} ${tap.message.message_id}`
    : (tap.inline_message_id ?? '');
  const { text, reply_markup } = (tap.message ?? {}) as { text?: string; reply_markup?: object };
  const state = createHash('sha256')
    .update(JSON.stringify([text, reply_markup]))
    .digest('base64');
  return `${place} ${tap.from.id} ${tap.data ?? ''} ${state}`;
}
