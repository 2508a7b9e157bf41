import type { Api } from 'grammy';
import { longestRetry, type Part } from '../deliveries/outbox/outbox.ts';
import type { Library } from '../store.ts';
import type { Clock } from '../system/clock.ts';
import type { Log } from '../system/log.ts';
import type { Pacer } from '../telegram/pacer.ts';
import type { ChatMessages } from './chat-messages.ts';

/** What is needed to post to chats. */
export type PostingParts = {
  /** An Api whose calls don't wait for the pacer by themselves. */
  api: Api;
  library: Library;
  pacer: Pacer;
  clock: Clock;
  log: Log;
  messagesOf: ChatMessages;
};

/** What happens to a chat that can't be posted to. */
export type ChatFailures = {
  /** Its topic is closed or gone: its subscription goes on in General. */
  leaveTopic(part: Part): Promise<void>;
  /**
   * Its subscriptions are suspended; what they were to get waits with them, as the chat may come back.
   * @param reason in Telegram's words
   * @param muted whether the bot is a member but may not post: then it tries again, and says so to the subscriber
   */
  suspend(part: Part, reason: string, muted: boolean): Promise<void>;
};

/** @param parts.onNote called when a notification was queued */
export function createChatFailures(parts: PostingParts & { onNote(): void }): ChatFailures {
  const { api, pacer, clock, log, messagesOf, onNote } = parts;
  const { subscriptions, notifications } = parts.library;

  async function titleOf(chatId: number): Promise<string> {
    await pacer.turn(null, 'digest');
    const chat = await api.getChat(chatId).catch((error: unknown) => {
      log.debug({ error }, 'the chat’s title could not be fetched');
      return null;
    });
    return chat?.title ?? String(chatId);
  }

  return {
    leaveTopic: async part => {
      await subscriptions.leaveThread(part.subscriptionId);
      log.warn({ subscription: part.subscriptionId }, 'topic closed or gone: the digest goes to General');
      const key = `topic-gone ${part.chatId} ${part.threadId}`;
      const text = (await messagesOf(part.chatId)).say('note-topic-gone');
      await notifications.add({ key, chatId: part.chatId, text }, clock.now());
      onNote();
    },
    suspend: async (part, reason, muted) => {
      const now = clock.now();
      const retry = muted ? now + longestRetry : null;
      const isNew = await subscriptions.suspend(part.chatId, now, { reason, retry });
      if (!isNew) return;
      log.warn(
        { subscription: part.subscriptionId, reason },
        'chat refuses messages: subscriptions suspended',
      );
      const subscriber = (await subscriptions.get(part.subscriptionId))?.userId ?? 0;
      // Only people have positive IDs: someone who subscribed in the group's name can't be written to.
      if (!muted || subscriber <= 0 || subscriber === part.chatId) return;
      const title = await titleOf(part.chatId);
      const text = (await messagesOf(subscriber)).say('note-no-right', { title });
      await notifications.add({ key: `no-right ${part.chatId} ${now}`, chatId: subscriber, text }, now);
      onNote();
    },
  };
}
