import { setImmediate as breath } from 'node:timers/promises';
import type { Api } from 'grammy';
import type { InlineKeyboardButton } from 'grammy/types';
import { DateTime } from 'luxon';
import type { Action, Page } from '../answers/page.ts';
import type { Clock } from '../clock.ts';
import type { Library } from '../library/library.ts';
import type { Subscription } from '../library/subscriptions.ts';
import type { Log } from '../log.ts';
import type { Messages } from '../rendering/messages.ts';
import { longestText, renderTelegram } from '../rendering/telegram.ts';
import type { Pacer } from '../telegram/pacer.ts';
import { armAtOnce } from './at-once.ts';
import { composeDigest, type Digest, interestOf } from './composer.ts';
import { lateAfter, type PartBody } from './part-message.ts';
import { nextStrike } from './schedule.ts';
import { createSender } from './sender.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
/** One missed by more than this is not made up for: the next one tells it all. */
const tooLateAfter = day;
/** Rows of sent parts, and subscriptions of chats that never came back, are kept this long. */
const keep = 30 * day;
const atATime = 200;

export type Digests = {
  /** Composes what is due at the clock's time and sends what is planned. Called every minute. */
  tick(): Promise<void>;
  /** After a start: what was being sent when the program ended may have arrived already. */
  recover(): Promise<void>;
  /** Resolves when nothing is being composed or sent. */
  idle(): Promise<void>;
  stop(): Promise<void>;
};

/**
 * Subscriptions' digests: who is due is asked of the database each time, so that a restart, a late tick or a
 * change of the clock loses nothing.
 */
export function createDigests(parts: {
  api: Api;
  library: Library;
  messages: Messages;
  clock: Clock;
  pacer: Pacer;
  log: Log;
  /** Whether what may have arrived is sent again, marked; true unless told. */
  repeatUnknown?: boolean;
  encode(action: Action): InlineKeyboardButton;
  onUnauthorized(error: unknown): void;
}): Digests {
  const { library, messages, clock, log } = parts;
  const { outbox, subscriptions } = library;
  const repeated = messages.say('digest-repeated');
  parts.api.config.use(parts.pacer.watch);
  const sender = createSender(parts);
  // Room for the mark that a part sent again is given.
  const longest = longestText - repeated.length - 2;
  let ticking: Promise<void> | null = null;
  let next: Promise<void> | null = null;
  let stopping = false;

  async function work(): Promise<void> {
    const now = clock.now();
    await armAtOnce(library, now);
    const tried = new Set<number>();
    const composed = new Map<string, Promise<Digest>>();
    for (;;) {
      const due = (await subscriptions.due(now, atATime + tried.size)).filter(({ id }) => !tried.has(id));
      if (due.length === 0) break;
      for (const subscription of due) {
        if (stopping) return;
        tried.add(subscription.id);
        await plan(subscription, now, composed).catch(error =>
          log.error(
            { error, subscription: subscription.id },
            'a digest could not be composed; tried again in a minute',
          ),
        );
        // Composing thousands takes long: who asks something meanwhile is answered in between.
        await breath();
      }
      sender.wake();
    }
    await subscriptions.removeRested(now - keep);
    await outbox.purge(now - keep);
    sender.wake();
  }

  /** What is asked for alike is composed once in a tick. */
  async function plan(
    subscription: Subscription,
    now: number,
    composed: Map<string, Promise<Digest>>,
  ): Promise<void> {
    const { id, nextDue: due, told } = subscription;
    const base = { subscriptionId: id, due, nextDue: nextStrike(subscription, now), now };
    if (now - due > tooLateAfter) {
      log.warn({ subscription: id, due }, 'missed by more than a day: the next digest tells it all');
      await outbox.plan({ ...base, told: null, bodies: [] });
      return;
    }
    const interest = interestOf(subscription);
    const key = JSON.stringify(interest);
    const known = composed.get(key) ?? composeDigest(library, interest, { now });
    composed.set(key, known);
    const { pages, upTo, total } = await known;
    const bodies = withLateness(pages, subscription, now).flatMap(page => messagesOf(page, subscription));
    // Before a first digest there is nothing that was told: what comes later is then still told as the first.
    const nothingYet = total === 0 && told === null;
    await outbox.plan({ ...base, told: nothingYet ? null : upTo, bodies });
  }

  function withLateness(pages: Page[], { nextDue, zone }: Subscription, now: number): Page[] {
    const [first, ...rest] = pages;
    if (!first || now - nextDue < lateAfter) return pages;
    const time = DateTime.fromMillis(nextDue, { zone }).toFormat('HH:mm');
    const late = {
      kind: 'text' as const,
      line: [{ say: 'digest-late', args: { time }, style: 'italic' as const }],
    };
    return [{ ...first, blocks: [late, ...first.blocks] }, ...rest];
  }

  function messagesOf(page: Page, { silent, previews }: Subscription): string[] {
    return renderTelegram(page, messages, parts.encode, longest).map(({ text, entities, buttons }) => {
      const body: PartBody = {
        text,
        entities,
        ...(buttons.length > 0 && { markup: { inline_keyboard: buttons } }),
        ...(silent && { silent }),
        ...(previews && { previews }),
      };
      return JSON.stringify(body);
    });
  }

  function tick(): Promise<void> {
    if (!ticking) {
      ticking = work().finally(() => {
        ticking = null;
      });
      return ticking;
    }
    // The one under way looks at an earlier moment: what has fallen due since then waits for another.
    next ??= ticking
      .catch(() => {}) // told to whoever asked for that one
      .then(() => {
        next = null;
        return tick();
      });
    return next;
  }

  return {
    tick,
    recover: async () => {
      const unknown = await outbox.recover(clock.now());
      if (unknown > 0)
        log.warn({ parts: unknown }, 'were being sent when the program ended: sent again, marked');
      sender.wake();
    },
    idle: async () => {
      while (next ?? ticking) await (next ?? ticking)?.catch(() => {});
      await sender.idle();
    },
    stop: async () => {
      stopping = true;
      while (next ?? ticking) await (next ?? ticking)?.catch(() => {});
      await sender.stop();
    },
  };
}
