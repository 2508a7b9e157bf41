import { createHash } from 'node:crypto';
import type { Update } from 'grammy/types';
import type { Clock } from '../../system/clock.ts';

/** In milliseconds: an equal tap within this time after the first was handled is a double tap by mistake. */
const repeatInterval = 2000;

/** Remembers the taps by their `tapKey`, so that of equal taps in quick succession only the first counts. */
export type TapMemory = {
  /** Whether an equal tap waits, is being handled, or was handled a moment ago. */
  isRecent(tap: string): boolean;
  /** The tap waits from now on. */
  open(tap: string): void;
  /** The tap no longer waits. One that was refused changed nothing: it may be tapped again at once. */
  close(tap: string, wasHandled: boolean): void;
};

/** The memory of taps; how long ago one was handled goes by the monotonic clock. */
export function createTapMemory(clock: Clock): TapMemory {
  const waiting = new Set<string>();
  /** When the others were handled, oldest first; the clock's monotonic milliseconds. */
  const handled = new Map<string, number>();
  return {
    isRecent(tap) {
      const cutoff = clock.monotonic() - repeatInterval;
      for (const [key, at] of handled) {
        if (at >= cutoff) break;
        handled.delete(key);
      }
      return waiting.has(tap) || handled.has(tap);
    },
    open: tap => void waiting.add(tap),
    close(tap, wasHandled) {
      waiting.delete(tap);
      handled.delete(tap);
      if (wasHandled) handled.set(tap, clock.monotonic());
    },
  };
}

/**
 * What makes two taps equal: the same user, button and message, and that message as it was, since the first tap may
 * have changed it. Null for an update that isn't a tap.
 */
export function tapKey({ callback_query: tap }: Update): string | null {
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
