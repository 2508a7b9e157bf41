import { createHash } from 'node:crypto';
import type { Update } from 'grammy/types';
import type { Clock } from '../../system/clock.ts';

/** In milliseconds: an equal tap within this time after the first was handled is a double tap by mistake. */
const repeatInterval = 2000;

/** A tap as it is compared with others; the texts are opaque. */
export type TapKey = {
  /** The user and the message. */
  place: string;
  /** The message as it was: a tap may have changed it. */
  state: string;
  button: string;
};

/** Remembers taps, so that of equal ones in quick succession only the first counts. */
export type TapMemory = {
  /** Whether an equal tap waits, is being handled, or was handled a moment ago, with no change to the message since. */
  isRecent(tap: TapKey): boolean;
  /** The tap waits from now on. */
  open(tap: TapKey): void;
  /** The tap no longer waits. One that was refused changed nothing: it may be tapped again at once. */
  close(tap: TapKey, wasHandled: boolean): void;
};

/** The memory of taps; how long ago one was handled is measured by the monotonic clock. */
export function createTapMemory(clock: Clock): TapMemory {
  const waiting = new Set<string>();
  /** In each place the last state and when its buttons were handled, in the clock's monotonic milliseconds; oldest first. */
  const handled = new Map<string, { state: string; at: number; buttons: Map<string, number> }>();
  const keyOf = ({ place, state, button }: TapKey) => `${place} ${state} ${button}`;
  return {
    isRecent(tap) {
      const cutoff = clock.monotonic() - repeatInterval;
      for (const [place, { at }] of handled) {
        if (at >= cutoff) break;
        handled.delete(place);
      }
      const last = handled.get(tap.place);
      const at = last?.state === tap.state ? last.buttons.get(tap.button) : undefined;
      return waiting.has(keyOf(tap)) || (at !== undefined && at >= cutoff);
    },
    open: tap => void waiting.add(keyOf(tap)),
    close(tap, wasHandled) {
      waiting.delete(keyOf(tap));
      if (!wasHandled) return;
      const last = handled.get(tap.place);
      const buttons = last?.state === tap.state ? last.buttons : new Map<string, number>();
      const at = clock.monotonic();
      handled.delete(tap.place);
      handled.set(tap.place, { state: tap.state, at, buttons: buttons.set(tap.button, at) });
    },
  };
}

/** What makes two taps equal; null for an update that isn't a tap. */
export function tapKey({ callback_query: tap }: Update): TapKey | null {
  if (!tap) return null;
  const message = tap.message
    ? `${tap.message.chat.id} ${tap.message.message_id}`
    : (tap.inline_message_id ?? '');
  const { text, reply_markup } = (tap.message ?? {}) as { text?: string; reply_markup?: object };
  const state = createHash('sha256')
    .update(JSON.stringify([text, reply_markup]))
    .digest('base64');
  return { place: `${tap.from.id} ${message}`, state, button: tap.data ?? '' };
}
