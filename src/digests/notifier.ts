import type { Api } from 'grammy';
import type { Notification } from '../deliveries/notifications.ts';
import type { Library } from '../store.ts';
import type { Clock } from '../system/clock.ts';
import type { Log } from '../system/log.ts';
import { wordsOf } from '../telegram/error-text.ts';
import { outcomeOf } from '../telegram/outcome.ts';
import { type Pacer, Stopped } from '../telegram/pacer.ts';

export type Noter = {
  /** Tells the notes that wait; returns at once. */
  tell(): void;
  idle(): Promise<void>;
};

/** Tells the bot's own notes, one after the other, each once at most. */
export function createNoter(parts: {
  /** An Api whose calls do not wait for the pacer by themselves. */
  api: Api;
  library: Library;
  pacer: Pacer;
  clock: Clock;
  log: Log;
}): Noter {
  const { api, pacer, clock, log } = parts;
  const { notifications, subscriptions } = parts.library;
  let telling: Promise<void> | null = null;

  async function tellAll(): Promise<void> {
    for (;;) {
      const note = await notifications.next();
      if (!note || !(await tellOne(note))) return;
    }
  }

  /** False where it is better to try again later. */
  async function tellOne(note: Notification): Promise<boolean> {
    await pacer.turn(note.chatId, 'digest');
    await notifications.settle(note, 'sending', clock.now());
    const failure = await api.sendMessage(note.chatId, note.text).then(
      () => null,
      (error: unknown) => ({ error }),
    );
    if (failure === null) {
      await notifications.settle(note, 'sent', clock.now());
      return true;
    }
    const outcome = outcomeOf(failure.error);
    switch (outcome.means) {
      case 'flooded':
        pacer.flooded(note.chatId, outcome.seconds);
        await notifications.settle(note, 'waiting', clock.now());
        return false;
      case 'unsent':
        // It has its turn again when the link is up.
        await notifications.settle(note, 'waiting', clock.now());
        return true;
      case 'unauthorized':
        await notifications.settle(note, 'waiting', clock.now());
        return false;
      case 'moved':
        await subscriptions.moveChat(note.chatId, outcome.to);
        await notifications.settle({ ...note, chatId: outcome.to }, 'waiting', clock.now());
        return true;
      default:
        // Nobody who has not begun to talk to the bot can be written to: that is no failure.
        log.info({ note: note.key, why: wordsOf(failure.error) }, 'a note could not be told');
        await notifications.settle(note, 'failed', clock.now(), wordsOf(failure.error));
        return true;
    }
  }

  function tell(): void {
    telling ??= tellAll()
      .catch(error => {
        if (!(error instanceof Stopped)) log.error({ error }, 'the notes could not be told');
      })
      .finally(() => {
        telling = null;
      });
  }

  return {
    tell,
    idle: async () => {
      while (telling) await telling;
    },
  };
}
