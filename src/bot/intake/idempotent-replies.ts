import type { Transformer } from 'grammy';
import type { Inbox } from '../../deliveries/inbox.ts';
import type { UpdateState } from '../core/context.ts';

const recordedMethods = /^(send|edit)/i;

/**
 * For the Api of one update: keeps Telegram's replies to its messages, so that an update handled again after
 * a crash does not say a second time what is known to have arrived.
 */
export function idempotentReplies(inbox: Inbox, updateId: number, turn: UpdateState): Transformer {
  return async (call, method, payload, signal) => {
    if (!recordedMethods.test(method) || method === 'sendChatAction') return call(method, payload, signal);
    const nth = ++turn.calls;
    const before = await inbox.reply(updateId, nth, method);
    if (before !== null) return JSON.parse(before);
    const reply = await call(method, payload, signal);
    if (reply.ok) await inbox.keepReply(updateId, nth, method, JSON.stringify(reply));
    return reply;
  };
}
