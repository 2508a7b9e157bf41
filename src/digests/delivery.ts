import type { Api } from 'grammy';
import { longestRetry, type Part } from '../deliveries/outbox/outbox.ts';
import type { Messages } from '../rendering/messages.ts';
import type { Library } from '../store.ts';
import type { Clock } from '../system/clock.ts';
import type { Log } from '../system/log.ts';
import { wordsOf } from '../telegram/error-text.ts';
import { type Outcome, outcomeOf } from '../telegram/outcome.ts';
import type { Pacer } from '../telegram/pacer.ts';
import { marked, markOf, type PartBody } from './part-message.ts';

/** A part whose fate is unknown is sent again until it was begun this often. */
const attemptsAllowed = 5;
/** How a chat goes on after a part. */
export type After =
  /** Its next part may go at once. */
  | { go: 'on' }
  /** So many milliseconds later. */
  | { go: 'wait'; ms: number }
  /** Later, and the later the more often it fails in a row. */
  | { go: 'back-off' }
  /** Not at all for now. */
  | { go: 'rest' }
  /** Under another id. */
  | { go: 'moved' }
  /** Nobody: Telegram does not take the token. */
  | { go: 'stop'; error: unknown };

export type DeliveryParts = {
  /** An Api whose calls do not wait for the pacer by themselves. */
  api: Api;
  library: Library;
  pacer: Pacer;
  clock: Clock;
  log: Log;
  messages: Messages;
  /** Whether what may have arrived is sent again, marked; true unless told. */
  repeatUnknown?: boolean;
};

/**
 * Brings one part to Telegram and draws the conclusions from the answer. A part is committed as `sending`
 * before its call, so that after a crash nothing is taken for sent that was not.
 * @param parts.onNote called when a note was put in line
 */
export function createDelivery(parts: DeliveryParts & { onNote(): void }): (part: Part) => Promise<After> {
  const { api, pacer, clock, log, messages, onNote, repeatUnknown = true } = parts;
  const { outbox, subscriptions, notifications } = parts.library;

  async function deliver(part: Part): Promise<After> {
    if (part.state === 'unknown' && !mayRepeat(part.attempts)) return giveUpUnknown(part);
    await pacer.turn(part.chatId, 'digest');
    if (!(await outbox.begin(part, clock.now()))) return { go: 'on' };
    const answer = await send(part, JSON.parse(part.body) as PartBody);
    return 'error' in answer ? settle(part, outcomeOf(answer.error), answer.error) : arrived(part, answer);
  }

  function mayRepeat(attempts: number): boolean {
    return repeatUnknown && attempts < attemptsAllowed;
  }

  async function giveUpUnknown(part: Part): Promise<After> {
    const why = part.error ?? 'its fate is unknown';
    if (repeatUnknown) await outbox.fail(part.id, why, clock.now(), 'unknown');
    else await outbox.failUnconfirmed(part.id, why, clock.now());
    log.error(
      { part: part.id, subscription: part.subscriptionId, why },
      'given up: nobody knows whether it arrived',
    );
    return { go: 'on' };
  }

  /** Only what the call itself throws is its answer: what fails in the database says nothing about it. */
  async function send(part: Part, body: PartBody): Promise<{ message_id: number } | { error: unknown }> {
    const zone = (await subscriptions.get(part.subscriptionId))?.zone ?? 'UTC';
    const { text, entities } = marked(body, markOf(part, zone, clock.now(), messages));
    return api
      .sendMessage(part.chatId, text, {
        entities,
        link_preview_options: { is_disabled: body.previews !== true },
        ...(body.silent ? { disable_notification: true } : {}),
        ...(part.threadId === null ? {} : { message_thread_id: part.threadId }),
        ...(body.markup ? { reply_markup: body.markup } : {}),
      })
      .catch((error: unknown) => ({ error }));
  }

  async function arrived(part: Part, { message_id }: { message_id: number }): Promise<After> {
    await outbox.sent(part.id, message_id, clock.now());
    await subscriptions.markReachable(part.chatId);
    return { go: 'on' };
  }

  /** What Telegram's answer means for the part and its chat. */
  async function settle(part: Part, outcome: Outcome, error: unknown): Promise<After> {
    const now = clock.now();
    const why = wordsOf(error);
    switch (outcome.means) {
      case 'unknown':
        await outbox.markUnknown(part.id, why, now);
        return mayRepeat(part.attempts + 1) ? { go: 'back-off' } : { go: 'on' };
      case 'refused':
        return sendPlain(part, why);
      case 'topic-gone':
        // Where General itself is closed, nothing can be written for now.
        if (part.threadId === null) return settle(part, { means: 'no-right' }, error);
        break;
      case 'flooded':
        pacer.flooded(part.chatId, outcome.seconds);
    }
    // It was surely not accepted, and waits as it did before.
    await outbox.requeue(part, now);
    switch (outcome.means) {
      case 'flooded':
        return { go: 'wait', ms: outcome.seconds * 1000 };
      case 'unsent':
        // The chat is as it was: it has its turn again when the link is up.
        return { go: 'on' };
      case 'unauthorized':
        return { go: 'stop', error };
      case 'moved':
        await subscriptions.moveChat(part.chatId, outcome.to);
        log.info({ subscription: part.subscriptionId }, 'the group has become a supergroup');
        return { go: 'moved' };
      case 'topic-gone':
        await leaveTopic(part);
        return { go: 'on' };
      case 'unreachable':
      case 'no-right':
        await rest(part, why, outcome.means === 'no-right');
        return { go: 'rest' };
    }
  }

  async function leaveTopic(part: Part): Promise<void> {
    await subscriptions.leaveThread(part.subscriptionId);
    log.warn({ subscription: part.subscriptionId }, 'its topic is closed or gone: it goes on in General');
    const key = `topic-gone ${part.chatId} ${part.threadId}`;
    await notifications.add({ key, chatId: part.chatId, text: messages.say('note-topic-gone') }, clock.now());
    onNote();
  }

  /** What it was to get waits with it: its reader may come back, or the bot get its right back. */
  async function rest(part: Part, why: string, mute: boolean): Promise<void> {
    const now = clock.now();
    const fresh = await subscriptions.suspend(part.chatId, now, {
      reason: why,
      retry: mute ? now + longestRetry : null,
    });
    if (!fresh) return;
    log.warn({ subscription: part.subscriptionId, why }, 'the chat refuses messages: its subscriptions rest');
    const subscriber = (await subscriptions.get(part.subscriptionId))?.userId ?? 0;
    // Ids of people are positive; whoever set it up in the group's name cannot be reached.
    if (!mute || subscriber <= 0 || subscriber === part.chatId) return;
    const text = messages.say('note-no-right', { title: await titleOf(part.chatId) });
    await notifications.add({ key: `no-right ${part.chatId} ${now}`, chatId: subscriber, text }, now);
    onNote();
  }

  async function titleOf(chatId: number): Promise<string> {
    await pacer.turn(null, 'digest');
    const chat = await api.getChat(chatId).catch((error: unknown) => {
      log.debug({ error }, 'its title could not be asked for');
      return null;
    });
    return chat?.title ?? String(chatId);
  }

  /** A message that Telegram does not take is tried once more as bare words: better plain than lost. */
  async function sendPlain(part: Part, why: string): Promise<After> {
    const { entities, markup, ...words } = JSON.parse(part.body) as PartBody;
    log.warn(
      { part: part.id, subscription: part.subscriptionId, why },
      'refused by Telegram: sent again as plain text',
    );
    if (entities.length === 0 && !markup) return giveUpRefused(part, why);
    await pacer.turn(part.chatId, 'digest');
    const answer = await send(part, { ...words, entities: [] });
    if (!('error' in answer)) return arrived(part, answer);
    const outcome = outcomeOf(answer.error);
    return outcome.means === 'refused' ? giveUpRefused(part, why) : settle(part, outcome, answer.error);
  }

  async function giveUpRefused(part: Part, why: string): Promise<After> {
    // An earlier try may have arrived.
    await outbox.fail(part.id, why, clock.now(), part.state === 'unknown' ? 'unknown' : 'refused');
    log.error(
      { part: part.id, subscription: part.subscriptionId, why },
      'given up: refused even as plain text',
    );
    return { go: 'on' };
  }

  return deliver;
}
