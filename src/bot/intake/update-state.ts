import type { ConversationData, VersionedState } from '@grammyjs/conversations';
import type { Transformer } from 'grammy';
import type { Inbox } from '../../deliveries/inbox.ts';
import { type BotContext, inGroup, type OpenStep, topicOf, type UpdateState } from '../core/context.ts';

const recordedMethods = /^(send|edit)/i;

/**
 * For the Api of one update: stores Telegram's replies to its messages, so that an update handled again after a
 * crash does not repeat what is known to have arrived.
 */
export function idempotentReplies(inbox: Inbox, updateId: number, updateState: UpdateState): Transformer {
  return async (call, method, payload, signal) => {
    if (!recordedMethods.test(method) || method === 'sendChatAction') return call(method, payload, signal);
    const nth = ++updateState.calls;
    const before = await inbox.reply(updateId, nth, method);
    if (before !== null) return JSON.parse(before);
    const reply = await call(method, payload, signal);
    if (reply.ok) await inbox.keepReply(updateId, nth, method, JSON.stringify(reply));
    return reply;
  };
}

/** A conversation as it is stored: the plugin's state, and the question that is open in it. */
type Stored = VersionedState<ConversationData> & { openStep?: OpenStep | null };

/**
 * Conversations as the library stores them. A change is only noted here and stored together with the end of its
 * update: if the process dies before, the update finds the conversation as it was.
 * @param version raised when stored conversations can no longer be continued
 */
export function conversationStorage(version: number) {
  const note = (ctx: BotContext, state: string | null) => {
    ctx.updateState.changes.push({ key: conversationKey(ctx), state });
  };
  return {
    type: 'context' as const,
    version,
    adapter: {
      read: async (ctx: BotContext): Promise<VersionedState<ConversationData> | undefined> => {
        const stored = await storedConversation(ctx);
        ctx.updateState.openStep ??= stored?.openStep ?? null;
        return stored ?? undefined;
      },
      write: (ctx: BotContext, state: VersionedState<ConversationData>) =>
        note(ctx, JSON.stringify({ ...state, openStep: ctx.updateState.openStep } satisfies Stored)),
      delete: (ctx: BotContext) => note(ctx, null),
    },
  };
}

/** The conversation of an update's chat as it was when its last update had been handled, or null. */
export async function storedConversation(ctx: BotContext): Promise<Stored | null> {
  const stored = await ctx.services.library.inbox.conversation(conversationKey(ctx));
  return stored === null ? null : (JSON.parse(stored) as Stored);
}

/** A group's conversation is held with its administrators together, in each forum topic separately. */
function conversationKey(ctx: BotContext): string {
  return inGroup(ctx) ? `chat ${ctx.chatId} topic ${topicOf(ctx) ?? 0}` : `chat ${ctx.chatId}`;
}
