import type { ConversationFlavor } from '@grammyjs/conversations';
import type { Context } from 'grammy';
import type { ChatMember } from 'grammy/types';
import type { ConversationChange } from '../../deliveries/inbox.ts';
import type { Ingest } from '../../ingest/sources/ingest.ts';
import type { Messages } from '../../rendering/messages.ts';
import type { Library } from '../../store.ts';
import type { Clock } from '../../system/clock.ts';
import type { Log } from '../../system/log.ts';
import type { Limiter, Limits } from './limits.ts';
import type { Access } from './rights-table.ts';

/** What every feature of the bot works with. */
export type Desk = {
  library: Library;
  /** Null where nothing can be added, as for a single question from the command line. */
  ingest: Ingest | null;
  messages: Messages;
  clock: Clock;
  log: Log;
  /** The zone offered first to somebody who subscribes: an IANA name. */
  zone: string;
  /** So many subscriptions a chat may have. */
  mostSubscriptions: number;
  /** Looks at once who is due, without waiting for the minute to end. */
  hurry(): void;
  /** Ids of the users who run the bot. */
  admins: readonly number[];
  access: Access;
  limits: Limits;
  limiter: Limiter;
};

/** What is noted while one update is handled, and kept when it has been. */
export type Turn = {
  changes: ConversationChange[];
  /** How many messages were sent or edited for it so far. */
  calls: number;
  /** What Telegram has said about members, by `<chat> <user>`. */
  members: Map<string, Promise<ChatMember>>;
};

export type BotContext = ConversationFlavor<Context> & { desk: Desk; turn: Turn };

/** Whether an update comes from a chat of several people. */
export function inGroup(ctx: Context): boolean {
  return ctx.chat?.type === 'group' || ctx.chat?.type === 'supergroup';
}

/** The forum topic an update belongs to, or undefined: an ordinary group's reply threads are no topics. */
export function topicOf(ctx: Context): number | undefined {
  const message = ctx.msg;
  return message && 'is_topic_message' in message && message.is_topic_message
    ? message.message_thread_id
    : undefined;
}

/** Messages that tell of the chat itself, such as a changed picture. */
export function isService(ctx: Context): boolean {
  const message = ctx.msg as object;
  return [
    'pinned_message',
    'new_chat_title',
    'new_chat_photo',
    'write_access_allowed',
    'message_auto_delete_timer_changed',
  ].some(key => key in message);
}
