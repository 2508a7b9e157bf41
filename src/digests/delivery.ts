import type { Part } from '../deliveries/outbox/outbox.ts';
import { errorText } from '../telegram/error-text.ts';
import { type Outcome, outcomeOf } from '../telegram/outcome.ts';
import { createChatFailures, type PostingParts } from './chat-failures.ts';
import { markFor, type PartBody, withMark } from './part-message.ts';
import { withoutWithdrawn } from './passages.ts';

/** An unconfirmed part is sent again until it has been tried this often. */
const maxAttempts = 5;

/** How a chat goes on after a part. */
export type NextStep =
  /** Its next part may go at once. */
  | { go: 'on' }
  /** After `ms` milliseconds. */
  | { go: 'wait'; ms: number }
  /** Later, the more often it has failed in a row. */
  | { go: 'back-off' }
  /** Not at all for now. */
  | { go: 'suspended' }
  /** Under another ID. */
  | { go: 'moved' }
  /** No chat goes on: Telegram rejects the token. */
  | { go: 'stop'; error: unknown };

export type DeliveryParts = PostingParts & {
  /** Whether a part that may have arrived is sent again, marked; true by default. */
  repeatUnknown?: boolean;
};

/**
 * Sends one part to Telegram and draws the conclusions from the answer. A part is committed as `sending` before
 * its call, so that after a crash nothing is taken for sent that wasn't.
 * @param parts.onNote called when a notification was queued
 */
export function createDelivery(parts: DeliveryParts & { onNote(): void }): (part: Part) => Promise<NextStep> {
  const { api, pacer, clock, log, messagesOf, repeatUnknown = true } = parts;
  const { outbox, subscriptions } = parts.library;
  const chatFailures = createChatFailures(parts);

  async function deliver(part: Part): Promise<NextStep> {
    if (part.state === 'unknown' && !canRepeat(part.attempts)) return giveUpUnconfirmed(part);
    await pacer.turn(part.chatId, 'digest');
    if (!(await outbox.begin(part, clock.now()))) return { go: 'on' };
    const answer = await send(part, JSON.parse(part.body) as PartBody);
    return 'error' in answer ? conclude(part, outcomeOf(answer.error), answer.error) : sent(part, answer);
  }

  function canRepeat(attempts: number): boolean {
    return repeatUnknown && attempts < maxAttempts;
  }

  async function giveUpUnconfirmed(part: Part): Promise<NextStep> {
    const reason = part.error ?? 'unconfirmed';
    if (repeatUnknown) await outbox.fail(part.id, reason, clock.now(), 'unknown');
    else await outbox.failUnconfirmed(part.id, reason, clock.now());
    log.error({ ...idsOf(part), reason }, 'given up: it is not known whether the message arrived');
    return { go: 'on' };
  }

  /** Only an error of the call itself counts as its answer: one of the database says nothing about it. */
  async function send(part: Part, body: PartBody): Promise<{ message_id: number } | { error: unknown }> {
    const subscription = await subscriptions.get(part.subscriptionId);
    const messages = await messagesOf(part.chatId, body.language ?? subscription?.language);
    const shown = body.corrected === undefined ? body : withoutWithdrawn(body, messages);
    const mark = markFor(part, subscription?.zone ?? 'UTC', clock.now(), messages);
    const { text, entities } = withMark(shown, mark);
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

  async function sent(part: Part, { message_id }: { message_id: number }): Promise<NextStep> {
    await outbox.sent(part.id, message_id, clock.now());
    await subscriptions.markReachable(part.chatId);
    return { go: 'on' };
  }

  /** What Telegram's answer means for the part and its chat. */
  async function conclude(part: Part, outcome: Outcome, error: unknown): Promise<NextStep> {
    const reason = errorText(error);
    if (outcome.means === 'refused') return sendPlain(part, reason);
    if (outcome.means === 'unknown') {
      await outbox.markUnknown(part.id, reason, clock.now());
      return canRepeat(part.attempts + 1) ? { go: 'back-off' } : { go: 'on' };
    }
    if (outcome.means === 'flooded') pacer.flooded(part.chatId, outcome.seconds);
    // It was certainly not accepted, and waits as before.
    await outbox.requeue(part, clock.now());
    switch (outcome.means) {
      case 'flooded':
        return { go: 'wait', ms: outcome.seconds * 1000 };
      case 'unsent':
        // The chat is unaffected: it has its turn again when the link is up.
        return { go: 'on' };
      case 'unauthorized':
        return { go: 'stop', error };
      case 'moved':
        await subscriptions.moveChat(part.chatId, outcome.to);
        log.info({ subscription: part.subscriptionId }, 'the group has become a supergroup');
        return { go: 'moved' };
      case 'topic-gone':
        // If General itself is closed, nothing can be posted for now.
        if (part.threadId === null) return suspend(part, reason, true);
        await chatFailures.leaveTopic(part);
        return { go: 'on' };
      case 'unreachable':
        return suspend(part, reason, false);
      case 'no-right':
        return suspend(part, reason, true);
    }
  }

  async function suspend(part: Part, reason: string, muted: boolean): Promise<NextStep> {
    await chatFailures.suspend(part, reason, muted);
    return { go: 'suspended' };
  }

  /** A message that Telegram rejects is tried once more without entities and buttons: better plain than lost. */
  async function sendPlain(part: Part, reason: string): Promise<NextStep> {
    const { entities, markup, ...body } = JSON.parse(part.body) as PartBody;
    log.warn({ ...idsOf(part), reason }, 'rejected by Telegram: sent again as plain text');
    if (entities.length === 0 && !markup) return giveUpRejected(part, reason);
    await pacer.turn(part.chatId, 'digest');
    const answer = await send(part, { ...body, entities: [] });
    if (!('error' in answer)) return sent(part, answer);
    const outcome = outcomeOf(answer.error);
    return outcome.means === 'refused' ? giveUpRejected(part, reason) : conclude(part, outcome, answer.error);
  }

  async function giveUpRejected(part: Part, reason: string): Promise<NextStep> {
    // An earlier attempt may have arrived.
    await outbox.fail(part.id, reason, clock.now(), part.state === 'unknown' ? 'unknown' : 'refused');
    log.error({ ...idsOf(part), reason }, 'given up: rejected even as plain text');
    return { go: 'on' };
  }

  return deliver;
}

function idsOf({ id, subscriptionId }: Part): { part: number; subscription: number } {
  return { part: id, subscription: subscriptionId };
}
