import type { ConversationFlavor } from '@grammyjs/conversations';
import type { Context } from 'grammy';
import type { ChatMember, Message } from 'grammy/types';
import { DateTime } from 'luxon';
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

/** The reader's day, `YYYY-MM-DD`: the bot knows no zone of a single reader. */
export function todayOf({ services: { clock, zone } }: Pick<BotContext, 'services'>): string | undefined {
  return DateTime.fromMillis(clock.now(), { zone }).toISODate() ?? undefined;
}

/** The forum topic an update belongs to, or undefined: reply threads of ordinary groups aren't topics. */
export function topicOf(ctx: Context): number | undefined {
  return topicOfMessage(ctx.msg);
}

/** The forum topic a message was posted in, or undefined. */
export function topicOfMessage(message: Message | undefined): number | undefined {
  return message?.is_topic_message ? message.message_thread_id : undefined;
}

/** What Telegram itself says in a chat, by the field of the message; chats and users that someone picked are theirs. */
const serviceFields = [
  ...['boost_added', 'channel_chat_created', 'chat_background_set', 'chat_owner_changed', 'chat_owner_left'],
  ...['checklist_tasks_added', 'checklist_tasks_done', 'community_chat_joined', 'connected_website'],
  ...['delete_chat_photo', 'direct_message_price_changed', 'forum_topic_closed', 'forum_topic_created'],
  ...[
    'forum_topic_edited',
    'forum_topic_reopened',
    'general_forum_topic_hidden',
    'general_forum_topic_unhidden',
  ],
  ...['gift', 'gift_upgrade_sent', 'giveaway_completed', 'giveaway_created', 'group_chat_created'],
  ...['left_chat_member', 'managed_bot_created', 'message_auto_delete_timer_changed', 'migrate_from_chat_id'],
  ...[
    'migrate_to_chat_id',
    'new_chat_members',
    'new_chat_photo',
    'new_chat_title',
    'paid_message_price_changed',
  ],
  ...['pinned_message', 'poll_option_added', 'poll_option_deleted', 'proximity_alert_triggered'],
  ...['refunded_payment', 'successful_payment', 'suggested_post_approval_failed', 'suggested_post_approved'],
  ...['suggested_post_declined', 'suggested_post_paid', 'suggested_post_refunded', 'supergroup_chat_created'],
  ...['unique_gift', 'video_chat_ended', 'video_chat_participants_invited', 'video_chat_scheduled'],
  ...['video_chat_started', 'write_access_allowed'],
];

/** Messages about the chat itself, such as a changed picture: no one waits for an answer to them. */
export function isService(ctx: Context): boolean {
  const message = ctx.msg as object;
  return serviceFields.some(field => field in message);
}
