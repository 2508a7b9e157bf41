import type { Api } from 'grammy';
import type { Notification } from '../deliveries/notifications.ts';
import type { Library } from '../store.ts';
import type { Clock } from '../system/clock.ts';
import type { Log } from '../system/log.ts';
import { errorText } from '../telegram/error-text.ts';
import { outcomeOf } from '../telegram/outcome.ts';
import { type Pacer, Stopped } from '../telegram/pacer.ts';

export type Notifier = {
  /** Sends the queued notifications; returns at once. */
  send(): void;
  idle(): Promise<void>;
};

/** Sends the bot's own notifications, one after the other, each at most once. */
export function createNotifier(parts: {
  /** An Api whose calls do not wait for the pacer by themselves. */
  api: Api;
  library: Library;
  pacer: Pacer;
  clock: Clock;
  log: Log;
}): Notifier {
  const { api, pacer, clock, log } = parts;
  const { notifications, subscriptions } = parts.library;
  let sending: Promise<void> | null = null;

  async function sendAll(): Promise<void> {
    for (;;) {
      const note = await notifications.next();
      if (!note || !(await sendOne(note))) return;
    }
  }

  /** False if it is better to try again later. */
  async function sendOne(note: Notification): Promise<boolean> {
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
        // People who haven't started the bot can't be written to: that's not an error on our side.
        log.info({ note: note.key, reason: errorText(failure.error) }, 'a notification could not be sent');
        await notifications.settle(note, 'failed', clock.now(), errorText(failure.error));
        return true;
    }
  }

  function send(): void {
    sending ??= sendAll()
      .catch(error => {
        if (!(error instanceof Stopped)) log.error({ error }, 'the notifications could not be sent');
      })
      .finally(() => {
        sending = null;
      });
  }

  return {
    send,
    idle: async () => {
      while (sending) await sending;
    },
  };
}
