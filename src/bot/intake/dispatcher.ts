import { setImmediate as yieldToEventLoop } from 'node:timers/promises';
import type { Update } from 'grammy/types';
import { type AttemptParts, createAttempts } from './attempts.ts';
import { createLines } from './lines.ts';
import { createTapMemory, type TapKey, tapKey } from './repeated-taps.ts';

/** How many updates are handled at once: answers are composed only shortly before they can be sent. */
const maxHandled = 40;
/** An update that waits: its ID, to find it again, and what was decided about it. */
type Turn = { id: number; attempts: number; tap: TapKey | null; isWanted: boolean };

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
  const taps = createTapMemory(clock);
  const stopping = new AbortController();
  const attempt = createAttempts(parts, stopping.signal);
  const lines = createLines<Turn>(maxHandled, take);
  let resumed = Promise.resolve();

  function enqueue(line: string, update: Update, attempts: number): void {
    const { update_id: id } = update;
    const tap = tapKey(update);
    if (tap !== null) enqueueTap(line, update, attempts, tap);
    else {
      const former = formerQueueOf(update);
      const ready = former === null ? null : lines.endOf(former);
      lines.join(line, { id, attempts, tap, isWanted: true }, ready ?? true);
    }
  }

  function enqueueTap(line: string, update: Update, attempts: number, tap: TapKey): void {
    const { update_id: id } = update;
    const turn: Turn = { id, attempts, tap, isWanted: false };
    const finish = () => inbox.finish(id, [], clock.now());
    if (taps.isRecent(tap)) {
      // It waits for nothing: left over from a run in which the first was handled, it would count as well.
      const done = parts.receiveRepeatedTap(update).then(finish);
      lines.join(`repeated tap ${id}`, { ...turn, tap: null }, settled(done, id));
      return;
    }
    taps.open(tap);
    const decided = parts.receiveTap(update, !lines.has(line)).then(isWanted => {
      turn.isWanted = isWanted;
      return isWanted ? undefined : finish();
    });
    lines.join(line, turn, settled(decided, id));
  }

  async function take({ id, attempts, tap, isWanted }: Turn): Promise<void> {
    if (isWanted) await settled(attempt(id, attempts), id);
    if (tap !== null) taps.close(tap, isWanted);
  }

  async function settled(work: Promise<unknown>, update: number): Promise<void> {
    await work.catch(error => log.error({ error, update }, 'the inbox could not be written'));
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
    idle: () => lines.empty(),
    stop: () => {
      stopping.abort();
      return lines.empty();
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
