import {
  type ConversationData,
  conversations,
  createConversation,
  type VersionedState,
} from '@grammyjs/conversations';
import { type ApiClientOptions, Bot } from 'grammy';
import type { Update, UserFromGetMe } from 'grammy/types';
import type { ConversationChange } from '../deliveries/inbox.ts';
import { nativeFetch } from '../telegram/fetch.ts';
import type { Pacer } from '../telegram/pacer.ts';
import { type BotContext, type Desk, inGroup, type Turn, topicOf } from './core/context.ts';
import { createLimiter } from './core/limits.ts';
import { gatekeeping } from './features/admin-commands.ts';
import { greeting, leftOver } from './features/greeting.ts';
import { groups } from './features/groups.ts';
import { privacy } from './features/privacy.ts';
import { plainText, questions } from './features/questions.ts';
import { status } from './features/status.ts';
import { access } from './intake/access.ts';
import { answersGuard } from './intake/answers-guard.ts';
import { channelTaps } from './intake/channel-taps.ts';
import { onlyOnce } from './intake/idempotent-replies.ts';
import { presence } from './intake/reachability.ts';
import { channelPosts } from './sources/channel-posts.ts';
import { sources } from './sources/sources.ts';
import { changeGuides } from './subscriptions/change-wizards.ts';
import { digestButtons } from './subscriptions/digest-buttons.ts';
import { subscribeGuide } from './subscriptions/subscribe-wizard.ts';
import { subscriptions } from './subscriptions/subscriptions.ts';
import { filterGuide } from './wizard/filter-wizard.ts';
import { guideBuilder, guideVersion } from './wizard/wizard.ts';

export type BotParts = Omit<Desk, 'limiter'> & {
  token: string;
  pacer: Pacer;
  client?: ApiClientOptions;
  /** Who the bot is, where that is known beforehand. */
  botInfo?: UserFromGetMe;
};

/** In the order in which they are offered an update. */
const features = [
  gatekeeping,
  status,
  privacy,
  greeting,
  questions,
  digestButtons,
  subscriptions,
  sources,
  plainText,
  leftOver,
];

/** The kinds of update that the bot handles. */
export const allowedUpdates = [
  'message',
  'callback_query',
  'my_chat_member',
  'channel_post',
  'edited_channel_post',
] as const;

/** How long grammY waits for one answer of Telegram, in seconds; a long poll takes 30. */
const callTimeout = 60;

/** The bot, and how an update is handed to it. */
export function createBot(parts: BotParts) {
  const { token, pacer, client, botInfo, ...rest } = parts;
  const desk: Desk = { ...rest, limiter: createLimiter(rest.clock) };
  const bot = new Bot<BotContext>(token, {
    client: { timeoutSeconds: callTimeout, fetch: nativeFetch, ...client },
    ...(botInfo ? { botInfo } : {}),
  });
  const turns = new WeakMap<Update, Turn>();
  bot.api.config.use(pacer.transformer('answer'));

  bot.use((ctx, next) => {
    const { message } = ctx;
    // Telegram's apps offer commands in small letters; what is typed may begin with a capital.
    if (message?.text) message.text = message.text.replace(/^\/\w+/, command => command.toLowerCase());
    ctx.desk = desk;
    ctx.turn = turns.get(ctx.update) ?? newTurn();
    ctx.api.config.use(onlyOnce(desk.library.inbox, ctx.update.update_id, ctx.turn));
    return next();
  });
  bot.use(channelPosts, access, presence, groups, channelTaps);

  // Conversations are stored by chat, so updates without one must not come near them.
  const inChats = bot.filter(
    ctx => ctx.chat !== undefined && (ctx.message ?? ctx.callbackQuery) !== undefined,
  );
  inChats.use(conversations<BotContext, never>({ storage: storage() }));
  inChats.use(answersGuard);
  inChats.use(createConversation(guideBuilder(filterGuide), filterGuide.name));
  for (const guide of [subscribeGuide, ...changeGuides])
    inChats.use(createConversation(guideBuilder(guide), guide.name));
  for (const { composer } of features) inChats.use(composer);

  return {
    bot,
    /** Handles one update; gives the changes to conversations that are to be kept with its end. */
    handle: async (update: Update): Promise<ConversationChange[]> => {
      const turn = newTurn();
      turns.set(update, turn);
      await bot.handleUpdate(update);
      return turn.changes;
    },
    /** Tells whoever an update came from that it could not be handled. */
    giveUp: async (update: Update): Promise<void> => {
      const query = update.callback_query;
      const chat = update.message?.chat ?? query?.message?.chat;
      if (!chat) return;
      const words = desk.messages.say('something-failed', { id: update.update_id });
      // What fails for one reader of a channel is not news to the others.
      if (query && chat.type === 'channel')
        return void (await bot.api.answerCallbackQuery(query.id, { text: words }));
      const topic = update.message?.is_topic_message ? update.message.message_thread_id : undefined;
      await bot.api.sendMessage(chat.id, words, {
        ...(topic === undefined ? {} : { message_thread_id: topic }),
      });
    },
  };
}

function newTurn(): Turn {
  return { changes: [], calls: 0, members: new Map() };
}

/**
 * Conversations as the library keeps them. A change is only noted here and kept when its update is done: if
 * the process dies before, the update finds the conversation as it was.
 */
function storage() {
  type State = VersionedState<ConversationData>;
  const note = (ctx: BotContext, state: string | null) => {
    ctx.turn.changes.push({ key: keyOf(ctx), state });
  };
  return {
    type: 'context' as const,
    version: guideVersion,
    adapter: {
      read: async (ctx: BotContext): Promise<State | undefined> => {
        const stored = await ctx.desk.library.inbox.conversation(keyOf(ctx));
        return stored === null ? undefined : JSON.parse(stored);
      },
      write: (ctx: BotContext, state: State) => note(ctx, JSON.stringify(state)),
      delete: (ctx: BotContext) => note(ctx, null),
    },
  };
}

/** A group's conversation is held with its administrators together, in each forum topic by itself. */
function keyOf(ctx: BotContext): string {
  return inGroup(ctx) ? `chat ${ctx.chatId} topic ${topicOf(ctx) ?? 0}` : `chat ${ctx.chatId}`;
}
