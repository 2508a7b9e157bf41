import { setImmediate as yieldToEventLoop } from 'node:timers/promises';
import type { QueuePosition } from '../deliveries/outbox/outbox.ts';
import { createFaultLog } from '../system/fault-log.ts';
import type { Link } from '../telegram/link.ts';
import { Stopped } from '../telegram/pacer.ts';
import { createDelivery, type DeliveryParts, type NextStep } from './delivery.ts';
import { createNotifier } from './notifier.ts';

/** How many chats are served side by side; how fast is the pacer's business. */
const maxChats = 200;
/** In milliseconds, for failures that are a chat's own; those of the link to Telegram hold up all alike. */
const pausesAfterFailure = [5_000, 60_000, 600_000, 3_600_000];

export type Sender = {
  /** Sends what is planned or noted; returns at once. */
  wake(): void;
  /** Resolves when nothing is under way and nothing can be sent now. */
  idle(): Promise<void>;
  /** Nothing more is begun; resolves when the calls under way have ended. */
  stop(): Promise<void>;
};

/**
 * Brings the outbox and the bot's notes to Telegram: in order within a chat, chats side by side, the longest due first, and no
 * chat is held up by another.
 * @param parts.onUnauthorized called when Telegram no longer takes the token
 */
export function createSender(
  parts: DeliveryParts & { link: Pick<Link, 'pause'>; onUnauthorized(error: unknown): void },
): Sender {
  const { library, clock, log, link } = parts;
  const noter = createNotifier(parts);
  const deliver = createDelivery({ ...parts, onNote: noter.send });
  /** Chats to be served next, the last one first: a stretch of the line, which goes on behind `at`. */
  let line: number[] = [];
  let position: QueuePosition | null = null;
  /** Whether there may be something new in what was looked at before. */
  let mayHaveMore = false;
  const busy = new Map<number, Promise<void>>();
  /** Chats that got something more in line while they were being served. */
  const requeue = new Set<number>();
  const notBefore = new Map<number, number>();
  const failures = new Map<number, number>();
  const logFault = createFaultLog(log, clock);
  const stopping = new AbortController();
  let filling: Promise<void> | null = null;

  function wake(): void {
    mayHaveMore = true;
    noter.send();
    fill();
  }

  function fill(): void {
    if (filling || stopping.signal.aborted) return;
    filling = begin()
      .catch(error => {
        mayHaveMore = false;
        position = null;
        logFault({ error }, 'the outbox could not be read; trying again');
      })
      .finally(() => {
        filling = null;
        if (busy.size < maxChats && (mayHaveMore || position || line.length > 0)) fill();
      });
  }

  async function begin(): Promise<void> {
    if (line.length === 0 && (position || mayHaveMore)) {
      // A long line of chats that must wait is looked through with turns for others in between.
      if (position) await yieldToEventLoop();
      else mayHaveMore = false;
      const stretch = await library.outbox.chats(clock.now(), position);
      line = stretch.chats.reverse();
      position = stretch.last;
    }
    while (busy.size < maxChats && line.length > 0 && !stopping.signal.aborted) {
      const chat = line.pop()!;
      if (busy.has(chat)) requeue.add(chat);
      else if ((notBefore.get(chat) ?? 0) <= clock.monotonic()) busy.set(chat, serve(chat));
    }
  }

  async function serve(chat: number): Promise<void> {
    try {
      await sendAll(chat);
    } catch (error) {
      if (!(error instanceof Stopped)) {
        logFault({ error, chat }, 'a chat could not be served; trying again');
        backOff(chat);
      }
    } finally {
      busy.delete(chat);
      if (requeue.delete(chat)) line.push(chat);
      fill();
    }
  }

  /** Sends a chat's parts until there are none or one has to wait. */
  async function sendAll(chat: number): Promise<void> {
    while (!stopping.signal.aborted) {
      const part = await library.outbox.next(chat, clock.now());
      if (!part) return;
      const after = await deliver(part);
      if (after.go !== 'on') return next(chat, after);
      failures.delete(chat);
    }
  }

  function next(chat: number, after: Exclude<NextStep, { go: 'on' }>): void {
    if (after.go === 'wait') pause(chat, after.ms, clock.sleep(after.ms, stopping.signal));
    if (after.go === 'back-off') backOff(chat);
    if (after.go === 'moved') wake();
    if (after.go !== 'stop') return;
    stopping.abort();
    parts.onUnauthorized(after.error);
  }

  function nextPause(chat: number): number {
    const times = failures.get(chat) ?? 0;
    failures.set(chat, times + 1);
    return pausesAfterFailure[Math.min(times, pausesAfterFailure.length - 1)]!;
  }

  /** The end of an outage ends the pause: what failed may have failed because of it. */
  function backOff(chat: number): void {
    const ms = nextPause(chat);
    const paused = link.pause(ms, stopping.signal).then(cut => {
      if (cut) failures.delete(chat);
    });
    pause(chat, ms, paused);
  }

  /** @param paused resolves when the pause of `ms` milliseconds is over */
  function pause(chat: number, ms: number, paused: Promise<void>): void {
    notBefore.set(chat, clock.monotonic() + ms);
    paused
      .then(() => {
        notBefore.delete(chat);
        line.push(chat);
        fill();
      })
      .catch(() => {}); // the program ends: the part stays in the outbox
  }

  async function idle(): Promise<void> {
    while (filling || busy.size > 0) await Promise.all([filling, ...busy.values()]);
    await noter.idle();
  }

  return {
    wake,
    idle,
    stop: async () => {
      stopping.abort();
      await idle();
    },
  };
}
