import { setImmediate as yieldToEventLoop } from 'node:timers/promises';
import type { InlineKeyboardButton } from 'grammy/types';
import { DateTime } from 'luxon';
import { articlesOf } from '../answers/page/new-marks.ts';
import type { Action, Moment, Page } from '../answers/page/page.ts';
import type { MessageBody, Plan } from '../deliveries/outbox/outbox.ts';
import type { Subscription } from '../deliveries/subscriptions/subscriptions.ts';
import { defaultLanguage } from '../languages/languages.ts';
import { momentText } from '../rendering/days.ts';
import type { Messages } from '../rendering/messages.ts';
import { longestText, renderTelegram } from '../rendering/telegram.ts';
import type { Library } from '../store.ts';
import type { Log } from '../system/log.ts';
import { memoize } from '../system/memoize.ts';
import type { ChatMessages } from './chat-messages.ts';
import { composeDigest, interestOf } from './composer.ts';
import { lateAfter, type PartBody } from './part-message.ts';
import { nextRun } from './schedule.ts';

const day = 86_400_000;
/** From this lateness on, in milliseconds, a digest says which day it was due. */
const otherDay = 20 * 3_600_000;
/** Subscriptions in one transaction, which takes about a hundredth of a second. */
const batchSize = 100;
/** How many composed digests are kept for subscribers who want them in another form. */
const maxCached = 500;

export type PlannerParts = {
  library: Library;
  messagesOf: ChatMessages;
  /** The library as readers of a language see it. */
  libraryFor(messages: Messages): Library;
  log: Log;
  /** Turns actions into buttons; what is too long for one is added to `queries`, to be stored with the message. In a channel they are links: a reader's tap must not change what all see. */
  encoders: Record<'chat' | 'channel', (action: Action, queries: string[]) => InlineKeyboardButton>;
};

/** What one tick has done; `composed` counts how often a digest was composed. */
export type Planned = { subscriptions: number; composed: number };

/** The form of a digest; `late`: when it should have been sent, if it wasn't. */
type Form = Pick<PartBody, 'silent' | 'previews'> & {
  late: Moment | null;
  isOnOtherDay: boolean;
  where: 'chat' | 'channel';
};

type Message = { body: PartBody; articles: MessageBody['articles'] };

/** The same for equal interests; `bodies` has its messages' numbers in each form wanted so far. */
type Composed = { upTo: number; total: number; pages: Page[] | null; bodies: Map<string, number[]> };

/**
 * Composes what is due at `now` (milliseconds since the epoch) and queues it, longest due first. Equal interests
 * are composed, rendered and stored once in each language, however many subscribers share them; in between, other work has its turn
 * on this thread.
 * @param options.stopping ends it early; the rest stays due
 * @param options.onPlanned called whenever there is something new in line
 */
export async function planDue(
  { library, libraryFor, messagesOf, log, encoders }: PlannerParts,
  now: number,
  { stopping, onPlanned }: { stopping(): boolean; onPlanned(): void },
): Promise<Planned> {
  const { outbox, subscriptions } = library;
  const done: Planned = { subscriptions: 0, composed: 0 };
  const dayIn = memoize(zone => DateTime.fromMillis(now, { zone }).toISODate() ?? '');
  const strike = memoize(schedule => nextRun(JSON.parse(schedule) as Subscription, now));

  /** By what is asked for. */
  const composed = new Map<string, Promise<Composed>>();
  const withPages: Composed[] = [];

  async function compose(subscription: Subscription, messages: Messages): Promise<Composed> {
    done.composed += 1;
    const digest = await composeDigest(libraryFor(messages), interestOf(subscription), { now });
    for (const article of digest.damaged)
      log.error(
        { article },
        'a digest says nothing of an article, as its stored reading is damaged: take it out with `remove article` and load it again',
      );
    const kept: Composed = { ...digest, bodies: new Map() };
    withPages.push(kept);
    if (withPages.length > maxCached) withPages.shift()!.pages = null;
    await yieldToEventLoop();
    return kept;
  }

  /** A digest and the numbers of its messages in the form in which a subscription gets them. */
  async function digestFor(subscription: Subscription): Promise<Composed & { numbers: number[] }> {
    // A zone only says which day it is.
    const messages = await messagesOf(subscription.chatId, subscription.language);
    const { language } = messages;
    const key = JSON.stringify({ ...interestOf(subscription), zone: dayIn(subscription.zone), language });
    const form = formOf(subscription, now, messages);
    const formKey = JSON.stringify(form);
    if (!composed.has(key)) composed.set(key, compose(subscription, messages));
    const digest = await composed.get(key)!;
    const known = digest.bodies.get(formKey);
    if (known) return { ...digest, numbers: known };
    const pages = digest.pages ?? (await compose(subscription, messages)).pages ?? [];
    const queries: string[] = [];
    const bodies = oneSound(
      withLateness(pages, form).flatMap(page => rendered(page, { form, queries, messages })),
    );
    const numbers = await outbox.keep(bodies, queries, now);
    digest.bodies.set(formKey, numbers);
    return { ...digest, numbers };
  }

  async function planFor(subscription: Subscription): Promise<Plan> {
    const { id, nextDue: due, deliveredUpTo, weekdays, times, zone, quiet, atOnce } = subscription;
    const nextDue = strike(JSON.stringify({ weekdays, times, zone, quiet, atOnce }));
    const base = { subscriptionId: id, due, nextDue, now };
    const most = mostLate(subscription);
    if (now - due > most) {
      log.warn({ subscription: id, due }, 'missed by too much: the next digest covers it');
      // That may be one that was missed too, but by less.
      return {
        ...base,
        nextDue: nextRun(subscription, now - most),
        deliveredUpTo: null,
        bodies: [],
      };
    }
    const { upTo, total, numbers } = await digestFor(subscription);
    // Nothing was sent yet: the next digest is then still the first one.
    const nothingYet = total === 0 && deliveredUpTo === null;
    return { ...base, deliveredUpTo: nothingYet ? null : upTo, bodies: numbers };
  }

  function rendered(
    page: Page,
    { form, queries, messages }: { form: Form; queries: string[]; messages: Messages },
  ): Message[] {
    const { silent, previews, where } = form;
    // Room for the mark that a part sent again is given.
    const longest = longestText - messages.say('digest-repeated').length - 2;
    const articles = articlesOf(page);
    const encode = (action: Action) => encoders[where](action, queries);
    return renderTelegram(page, messages, encode, longest).map(({ text, entities, buttons }) => {
      const body: PartBody = {
        text,
        entities,
        ...(buttons.length > 0 && { markup: { inline_keyboard: buttons } }),
        ...(messages.language !== defaultLanguage && { language: messages.language }),
        ...(silent && { silent }),
        ...(previews && { previews }),
      };
      return { body, articles };
    });
  }

  for (let last: Subscription | null = null; !stopping(); ) {
    const due: Subscription[] = await subscriptions.due(now, batchSize, last);
    last = due.at(-1) ?? null;
    if (last === null) break;
    const plans: Plan[] = [];
    for (const subscription of due) {
      if (stopping()) break;
      try {
        plans.push(await planFor(subscription));
      } catch (error) {
        log.error(
          { error, subscription: subscription.id },
          'a digest could not be composed; tried again in a minute',
        );
      }
    }
    done.subscriptions += await outbox.plan(plans);
    onPlanned();
    await yieldToEventLoop();
  }
  return done;
}

/** A digest makes one sound at most: messages after the first are silent. */
function oneSound(messages: Message[]): MessageBody[] {
  return messages.map(({ body, articles }, at) => ({
    text: JSON.stringify(at === 0 ? body : { ...body, silent: true }),
    articles,
  }));
}

/**
 * How late a digest may come, in milliseconds; one missed by more is skipped, and the next one covers it. Where that is
 * long in coming, as of a weekly one, it may be up to half as late, but never more than a week.
 */
function mostLate(subscription: Subscription): number {
  const gap = nextRun(subscription, subscription.nextDue) - subscription.nextDue;
  return Math.max(day, Math.min(gap / 2, 7 * day));
}

function formOf(
  { nextDue, zone, silent, previews, channel }: Subscription,
  now: number,
  { locale }: Messages,
): Form {
  const isOnOtherDay = now - nextDue >= otherDay;
  const text = isOnOtherDay
    ? momentText(nextDue, zone, locale)
    : DateTime.fromMillis(nextDue, { zone }).toFormat('HH:mm');
  const late = now - nextDue < lateAfter ? null : { moment: nextDue, text };
  return { late, isOnOtherDay, silent, previews, where: channel === null ? 'chat' : 'channel' };
}

function withLateness(pages: Page[], { late, isOnOtherDay }: Form): Page[] {
  const [first, ...rest] = pages;
  if (!first || late === null) return pages;
  const line = {
    kind: 'text' as const,
    line: [
      {
        messageKey: isOnOtherDay ? 'digest-late-day' : 'digest-late',
        args: { time: late },
        style: 'italic' as const,
      },
    ],
  };
  return [{ ...first, blocks: [line, ...first.blocks] }, ...rest];
}
