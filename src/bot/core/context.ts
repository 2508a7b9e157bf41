import type { ConversationFlavor } from '@grammyjs/conversations';
import type { Context } from 'grammy';
import type { ChatMember, Message } from 'grammy/types';
import type { Library as AnswersLibrary } from '../../answers/page/library.ts';
import type { ConversationChange } from '../../deliveries/inbox.ts';
import type { Ingest } from '../../ingest/sources/ingest.ts';
import type { Languages } from '../../languages/languages.ts';
import type { Painter } from '../../pictures/painter.ts';
import type { Messages, Translations } from '../../rendering/messages.ts';
import type { Library } from '../../store.ts';
import type { Clock } from '../../system/clock.ts';
import type { Log } from '../../system/log.ts';
import type { Limiter, Limits } from './limits.ts';
import type { OfferedResults } from './offered-results.ts';
import type { Access } from './rights-table.ts';
import type { SentMessages } from './sent-messages.ts';

/** What every feature of the bot works with. */
export type Services = {
  /** Within an update, as readers of its language see it. */
  library: Library & Pick<AnswersLibrary, 'quoteMarks' | 'topicLabel' | 'vocabulary'>;
  /** Null where nothing can be added, as for a single question from the command line. */
  ingest: Ingest | null;
  /** The messages in the language of this update's chat; outside of an update, in English. */
  messages: Messages;
  translations: Translations;
  languages: Languages;
  clock: Clock;
  log: Log;
  /** The zone offered first to a new subscriber: an IANA name. */
  zone: string;
  /** How many subscriptions a chat may have. */
  maxSubscriptions: number;
  /** Looks at once for digests that are due, without waiting for the minute to end. */
  triggerTick(): void;
  /** User ids of the operators. */
  admins: readonly number[];
  access: Access;
  limits: Limits;
  limiter: Limiter;
  sentMessages: SentMessages;
  offeredResults: OfferedResults;
  painter: Painter;
};

/** The question of a wizard that is open in a chat, stored with its conversation. */
export type OpenStep = {
  /** How the data of its buttons begin: `g.<run>.<history>.` */
  prefix: string;
  /** The values of its buttons, which follow the prefix. */
  offered: string[];
  /** The id of the message that holds it. */
  message: number;
  /** Whether a reply keyboard is shown with it. */
  keyboard: boolean;
};

/** What is noted while one update is handled, and stored once it has been. */
export type UpdateState = {
  changes: ConversationChange[];
  /** How many messages were sent or edited for it so far. */
  calls: number;
  /** What Telegram has said about members, by `<chat> <user>`. */
  members: Map<string, Promise<ChatMember>>;
  /** Whether its tap has been acknowledged. */
  acknowledged: boolean;
  /** The ids of the messages that answered the question before it was edited; empty if it is new. */
  editedAnswer: number[];
  openStep: OpenStep | null;
  /** The newest withdrawal of the news when its handling began. */
  withdrawal: number;
};

export type BotContext = ConversationFlavor<Context> & { services: Services; updateState: UpdateState };

/** The state of an update of which nothing has been handled yet. */
export function newUpdateState(withdrawal = Number.MAX_SAFE_INTEGER): UpdateState {
  return {
    changes: [],
    calls: 0,
    members: new Map(),
    acknowledged: false,
    editedAnswer: [],
    openStep: null,
    withdrawal,
  };
}

/** Whether an update comes from a chat of several people. */
export function inGroup(ctx: Context): boolean {
  return ctx.chat?.type === 'group' || ctx.chat?.type === 'supergroup';
}

/** The forum topic an update belongs to, or undefined: reply threads of ordinary groups aren't topics. */
export function topicOf(ctx: Context): number | undefined {
  return topicOfMessage(ctx.msg);
}

/** The forum topic a message was posted in, or undefined. */
export function topicOfMessage(message: Message | undefined): number | undefined {
  return message?.is_topic_message ? message.message_thread_id : undefined;
}

/** Messages about the chat itself, such as a changed picture. */
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
