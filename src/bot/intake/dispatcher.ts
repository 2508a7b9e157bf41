import { setImmediate as yieldToEventLoop } from 'node:timers/promises';
import type { Update } from 'grammy/types';
import { type AttemptParts, createAttempts } from './attempts.ts';
import { createTapMemory, type TapKey, tapKey } from './repeated-taps.ts';

/** How many updates are handled at once: answers are composed only shortly before they can be sent. */
const maxHandled = 200;
/** How many waiting updates are read from the inbox at once. */
const batchSize = 100;

export type DispatcherParts = AttemptParts & {
  /** Acknowledges or refuses a tap; returns whether it is still to be handled. */
  receiveTap(update: Update, isQueueIdle: boolean): Promise<boolean>;
  /** Acknowledges a tap that doesn't count. */
  receiveRepeatedTap(update: Update): Promise<void>;
};

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
 */
export function createDispatcher(parts: DispatcherParts): Dispatcher {
  const { inbox, clock, log } = parts;
  const queues = new Map<string, Promise<void>>();
  const taps = createTapMemory(clock);
  const stopping = new AbortController();
  const attempt = createAttempts(parts, stopping.signal);
  const slots = createSlots(maxHandled);
  let resumed = Promise.resolve();

  function enqueue(queue: string, update: Update, attempts: number): void {
    const tap = tapKey(update);
    if (tap !== null && taps.isRecent(tap)) {
      // It waits for nothing: left over from a run in which the first was handled, it would count as well.
      const isWanted = parts.receiveRepeatedTap(update).then(() => false);
      const own = `repeated tap ${update.update_id}`;
      wait(update.update_id, attempts, { queue: own, before: [], isWanted, tap: null });
      return;
    }
    if (tap !== null) taps.open(tap);
    const isWanted = tap === null ? true : parts.receiveTap(update, !queues.has(queue));
    const before = [queues.get(queue), queues.get(formerQueueOf(update) ?? queue)];
    wait(update.update_id, attempts, { queue, before, isWanted, tap });
  }

  /** Apart from `enqueue`, so that nothing that waits refers to the update itself. */
  function wait(
    id: number,
    attempts: number,
    turn: {
      queue: string;
      before: (Promise<void> | undefined)[];
      isWanted: boolean | Promise<boolean>;
      tap: TapKey | null;
    },
  ): void {
    const { queue, isWanted, tap } = turn;
    let wasWanted = false;
    const end = Promise.all([isWanted, ...turn.before])
      .then(([wanted]) => {
        wasWanted = wanted;
        return wanted ? slots.use(() => attempt(id, attempts)) : inbox.finish(id, [], clock.now());
      })
      .catch(error => log.error({ error, update: id }, 'the inbox could not be written'))
      .finally(() => {
        if (tap !== null) taps.close(tap, wasWanted);
        if (queues.get(queue) === end) queues.delete(queue);
      });
    queues.set(queue, end);
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
  const user = (update.callback_query ?? update.inline_query ?? update.chosen_inline_result)?.from;
  return chat ? `chat ${chat.id}` : user ? `user ${user.id}` : `update ${update.update_id}`;
}

/** A group that became a supergroup continues where it was: updates under its old id come first. */
function formerQueueOf(update: Update): string | null {
  const former = update.message?.migrate_from_chat_id;
  return former === undefined ? null : `chat ${former}`;
}
