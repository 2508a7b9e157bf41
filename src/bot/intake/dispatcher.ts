import { setImmediate as breath } from 'node:timers/promises';
import type { Update } from 'grammy/types';
import { LibraryError } from '../../database/library-error.ts';
import type { ConversationChange, Inbox } from '../../deliveries/inbox.ts';
import type { Clock } from '../../system/clock.ts';
import type { Log } from '../../system/log.ts';
import type { Link } from '../../telegram/link.ts';

/** How often an update that fails is tried before it is given up. */
const attemptsAllowed = 3;
/**
 * How often the process may end while an update is being handled. More often than it may fail: mostly it ends
 * for another reason, and many updates are being handled at that moment.
 */
const endingsAllowed = 10;

/** So long, in milliseconds, a line that is down is waited for before its failures count. */
const patience = 3_600_000;
const longestPause = 60_000;

export type Dispatcher = {
  /** Writes updates to the inbox and begins to handle those not seen before. */
  receive(updates: Update[]): Promise<void>;
  /** Begins to handle what an earlier run left unfinished. */
  resume(): Promise<void>;
  /** Resolves when nothing is being handled. */
  idle(): Promise<void>;
  /** Nothing more is begun; resolves when what is under way has ended. */
  stop(): Promise<void>;
};

/**
 * Handles updates from the inbox: one after the other within a chat, chats side by side, so that a slow
 * chat holds up nobody else.
 * @param parts.handle gives the changes to conversations, which are kept together with the update's end
 * @param parts.giveUp tells the user, in a sentence, that their update failed
 */
export function createDispatcher(parts: {
  inbox: Inbox;
  clock: Clock;
  link: Pick<Link, 'pause'>;
  log: Log;
  handle(update: Update): Promise<ConversationChange[]>;
  giveUp(update: Update): Promise<void>;
}): Dispatcher {
  const { inbox, clock, link, log } = parts;
  const queues = new Map<string, Promise<void>>();
  const stopping = new AbortController();
  let resumed = Promise.resolve();

  function enqueue(queue: string, update: Update, attempts: number): void {
    const end = Promise.all([queues.get(queue), queues.get(formerQueueOf(update) ?? queue)])
      .then(() => work(update, attempts))
      .catch(error => log.error({ error, update: update.update_id }, 'the inbox could not be written'))
      .finally(() => {
        if (queues.get(queue) === end) queues.delete(queue);
      });
    queues.set(queue, end);
  }

  async function work(update: Update, before: number): Promise<void> {
    // One that has ended the process each time so far must not do so for ever.
    if (before >= endingsAllowed) return surrender(update, 'the program ended each time this was handled');
    const begun = clock.monotonic();
    for (let failures = 0, faults = 0; !stopping.signal.aborted; ) {
      try {
        await inbox.attempt(update.update_id);
        const changes = await parts.handle(update);
        return await inbox.finish(update.update_id, changes, clock.now());
      } catch (error) {
        // What fails because the program ends has not failed: it stays in the inbox.
        if (stopping.signal.aborted) return;
        const passing = isPassing(error) && clock.monotonic() - begun < patience;
        if (passing) faults += 1;
        else failures += 1;
        log.error({ error, update: update.update_id, failures, faults }, 'an update could not be handled');
        if (failures >= attemptsAllowed) return await surrender(update, error);
        const pause = passing ? Math.min(longestPause, 1000 * 2 ** (faults - 1)) : 1000 * 4 ** (failures - 1);
        await link.pause(pause, stopping.signal).catch(() => {});
      }
    }
  }

  async function resumeWaiting(): Promise<void> {
    // One after the other, so that the first are answered while the last have not been begun.
    for (const row of await inbox.waiting()) {
      enqueue(row.queue, JSON.parse(row.body), row.attempts);
      await breath();
    }
  }

  async function surrender(update: Update, error: unknown): Promise<void> {
    await parts.giveUp(update).catch(second => {
      log.warn({ error: second, update: update.update_id }, 'nor could its sender be told');
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
        await breath();
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

/** Updates of one chat are handled in order; what belongs to no chat goes by its user. */
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

/** A group that became a supergroup goes on where it was: what came to its old id comes first. */
function formerQueueOf(update: Update): string | null {
  const former = update.message?.migrate_from_chat_id;
  return former === undefined ? null : `chat ${former}`;
}

/**
 * Whether an error lies in the line, in Telegram or in the database, and not in what was to be handled.
 * It is told by its words: inside a conversation, errors are stored and lose their class.
 */
function isPassing(error: unknown): boolean {
  const inner = (error as { error?: unknown }).error ?? error;
  const { message } = inner as { message?: unknown };
  return (
    inner instanceof LibraryError ||
    // Also with a token that is not taken any longer: the program ends, and this is for its next start.
    /Network request for '|failed! \((5\d\d|401): /.test(String(message))
  );
}
