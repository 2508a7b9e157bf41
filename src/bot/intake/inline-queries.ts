import type { Update } from 'grammy/types';
import type { Log } from '../../system/log.ts';

/** How many queries are answered at once. */
const maxAnswered = 8;
/** How many people's queries wait at most: with more, the oldest would be too old once answered. */
const maxWaiting = 1000;

export type InlineQueries = {
  /** Starts to answer a query; one of the same person that still waits is dropped, as its words were typed on. */
  receive(update: Update): void;
  /** Resolves when nothing waits or is being answered. */
  idle(): Promise<void>;
  /** Drops what waits; resolves when what is being answered has been. */
  stop(): Promise<void>;
};

/**
 * Answers inline queries apart from everything else: they are worth nothing after some seconds, so they are neither
 * stored nor repeated after a restart.
 */
export function createInlineQueries(parts: {
  answer(update: Update): Promise<void>;
  log: Log;
}): InlineQueries {
  const waiting = new Map<number, Update>();
  const running = new Set<Promise<void>>();

  function start(): void {
    for (const [user, update] of waiting) {
      if (running.size >= maxAnswered) return;
      waiting.delete(user);
      const run = parts
        .answer(update)
        .catch(error =>
          parts.log.warn({ error, update: update.update_id }, 'an inline query was not answered'),
        )
        .finally(() => {
          running.delete(run);
          start();
        });
      running.add(run);
    }
  }

  const idle = async () => {
    while (running.size > 0) await Promise.all(running);
  };

  return {
    receive: update => {
      const user = update.inline_query!.from.id;
      waiting.delete(user);
      const [oldest] = waiting.keys();
      if (waiting.size >= maxWaiting && oldest !== undefined) waiting.delete(oldest);
      waiting.set(user, update);
      start();
    },
    idle,
    stop: async () => {
      waiting.clear();
      await idle();
    },
  };
}
