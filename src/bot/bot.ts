import { conversations, createConversation } from '@grammyjs/conversations';
import { Api, type ApiClientOptions, Bot, Composer, Context } from 'grammy';
import type { Message, Update, UserFromGetMe } from 'grammy/types';
import { questionCommands } from '../answers/asking/registry.ts';
import type { ConversationChange } from '../deliveries/inbox.ts';
import { defaultLanguage } from '../languages/languages.ts';
import { damagedReading } from '../library/model/damaged-reading.ts';
import { createPainter } from '../pictures/painter.ts';
import { nativeFetch } from '../telegram/fetch.ts';
import type { Pacer } from '../telegram/pacer.ts';
import {
  type BotContext,
  newUpdateState,
  type Services,
  topicOfMessage,
  type UpdateState,
} from './core/context.ts';
import { createLimiter } from './core/limits.ts';
import { createOfferedResults } from './core/offered-results.ts';
import { createSentMessages } from './core/sent-messages.ts';
import { messagePage, show } from './core/show.ts';
import { adminCommands } from './features/admin-commands.ts';
import { createAnswerCorrector } from './features/answer-corrector.ts';
import { fallback, greeting } from './features/greeting.ts';
import { groups } from './features/groups.ts';
import { language } from './features/language.ts';
import { pictures } from './features/pictures.ts';
import { privacy } from './features/privacy.ts';
import { plainText, questions } from './features/questions.ts';
import { reports } from './features/reports.ts';
import { endDialogForRequest, requests } from './features/requests.ts';
import { status } from './features/status.ts';
import { answerGuest } from './inline/guest.ts';
import { answerInline } from './inline/inline.ts';
import { noteChosen } from './inline/posted.ts';
import { access, answersGuard, channelGuard, reportOverruns } from './intake/access.ts';
import { reachability } from './intake/reachability.ts';
import { languageOf, servicesIn } from './intake/reader.ts';
import { decideTap, refuseStaleStep } from './intake/taps.ts';
import { readTypedText } from './intake/typed-text.ts';
import { conversationStorage, idempotentReplies } from './intake/update-state.ts';
import { channelPosts } from './sources/channel-posts.ts';
import { sources } from './sources/sources.ts';
import { changeWizards } from './subscriptions/change-wizards.ts';
import { digestButtons } from './subscriptions/digest-buttons.ts';
import { mutes } from './subscriptions/mutes.ts';
import { subscribeWizard } from './subscriptions/subscribe-wizard.ts';
import { subscriptions } from './subscriptions/subscriptions.ts';
import { filterWizard } from './wizard/filter-wizard.ts';
import { wizardBuilder, wizardVersion } from './wizard/wizard.ts';

export type BotParts = Omit<
  Services,
  'limiter' | 'sentMessages' | 'offeredResults' | 'messages' | 'painter'
> & {
  token: string;
  pacer: Pacer;
  client?: ApiClientOptions;
  /** Who the bot is, if that is known beforehand. */
  botInfo?: UserFromGetMe;
};

/** In the order in which they are offered an update. */
const features = [
  adminCommands,
  status,
  privacy,
  language,
  greeting,
  requests,
  pictures,
  reports,
  questions,
  digestButtons,
  subscriptions,
  mutes,
  sources,
  plainText,
  fallback,
];

/** The kinds of update that the bot handles. */
export const allowedUpdates = [
  'message',
  'edited_message',
  'callback_query',
  'my_chat_member',
  'channel_post',
  'edited_channel_post',
  'inline_query',
  'chosen_inline_result',
  'guest_message',
] as const;

/** How long grammY waits for one answer of Telegram, in seconds; a long poll takes 30. */
const callTimeout = 60;

/** The bot, and how an update is handed to it. */
export function createBot(parts: BotParts) {
  const { token, pacer, client, botInfo, ...rest } = parts;
  const services: Services = {
    ...rest,
    messages: rest.translations(defaultLanguage),
    limiter: createLimiter(rest.clock),
    sentMessages: createSentMessages(),
    offeredResults: createOfferedResults(),
    painter: createPainter(),
  };
  const options = { timeoutSeconds: callTimeout, fetch: nativeFetch, ...client };
  const bot = new Bot<BotContext>(token, { client: options, ...(botInfo ? { botInfo } : {}) });
  const states = new WeakMap<Update, UpdateState>();
  /*
   * A call passes its transformers from the one installed last to the first: what learns from replies (`reachability`),
   * then the stored replies of an update handled again, then the pacer. A stored reply thus waits for no turn and uses
   * up none, and it is learned from like a new one; a message sent again to a group that has moved is another call.
   */
  bot.api.config.use(pacer.transformer('answer'));

  bot.use(async (ctx, next) => {
    ctx.services = await servicesFor(ctx.update);
    // Digests follow when someone changes the language of their app.
    if (ctx.chat?.type === 'private')
      await services.library.chatLanguages.follow(ctx.chat.id, ctx.services.messages.language);
    ctx.updateState = states.get(ctx.update) ?? newUpdateState();
    ctx.api.config.use(idempotentReplies(services.library.inbox, ctx.update.update_id, ctx.updateState));
    return next();
  });
  route(bot);

  async function servicesFor(update: Update): Promise<Services> {
    return servicesIn(await languageOf(update, services), services);
  }

  /** The context of a tap, outside the order of its chat. */
  async function contextOf(update: Update): Promise<BotContext> {
    const api = new Api(token, options);
    api.config.use(...bot.api.config.installedTransformers());
    return Object.assign(new Context(update, api, bot.botInfo), {
      services: await servicesFor(update),
      updateState: newUpdateState(),
    }) as BotContext;
  }

  const failureText = async (update: Update, error?: unknown) => {
    const { messages } = await servicesFor(update);
    const damaged = damagedReading(error);
    return damaged === null
      ? messages.say('something-failed', { id: String(update.update_id) })
      : messages.say('damaged-reading', { id: damaged.article });
  };

  async function receiveTap(update: Update, isQueueIdle: boolean): Promise<boolean> {
    const ctx = await contextOf(update);
    try {
      return await decideTap(ctx, isQueueIdle);
    } catch (error) {
      services.log.warn({ error, update: update.update_id }, 'a tap could not be acknowledged');
      if (ctx.chat?.type !== 'channel') return true;
      // What fails for one reader of a channel is not news to the others.
      await ctx.answerCallbackQuery(await failureText(update)).catch(() => {}); // logged above
      return false;
    }
  }

  return {
    bot,
    /**
     * Acknowledges a tap as soon as it arrives, or refuses it.
     * @param isQueueIdle whether no other update of its chat waits or is being handled
     * @returns whether it is still to be handled
     */
    receiveTap,
    /** Acknowledges a tap that is the same as one that is being handled, and does nothing else. */
    receiveRepeatedTap: async (update: Update): Promise<void> => {
      const ctx = await contextOf(update);
      await ctx
        .answerCallbackQuery()
        .catch(error =>
          services.log.warn({ error, update: update.update_id }, 'a tap could not be acknowledged'),
        );
    },
    /** Answers what is typed after the bot's name in some chat. */
    answerInline: async (update: Update): Promise<void> => answerInline(await contextOf(update)),
    /**
     * Handles one update, a tap only once it has been received; returns the changes to conversations that are to be
     * stored with its end.
     */
    handle: async (update: Update): Promise<ConversationChange[]> => {
      const state = newUpdateState(await services.library.news.newestWithdrawal());
      states.set(update, state);
      await bot.handleUpdate(update);
      await reportOverruns(services, bot.api);
      return state.changes;
    },
    /** Corrects the answers whose articles or people have been corrected since; to be called every minute. */
    correctAnswers: createAnswerCorrector({
      api: new Api(token, options),
      services,
      pacer,
      username: botInfo?.username ?? '',
    }),
    /** Stops what runs besides the handling of updates. */
    stop: () => services.painter.stop(),
    /** Reports the questions that were over the limit in the minutes that have ended. */
    reportOverruns: () => reportOverruns(services, bot.api),
    /** Informs the sender of an update that it could not be handled, because of `error`. */
    giveUp: async (update: Update, error: unknown): Promise<void> => {
      const query = update.callback_query;
      const message = update.message ?? update.edited_message;
      const chat = message?.chat ?? query?.message?.chat;
      if (!chat || chat.type === 'channel') return;
      const topic = topicOfMessage(message);
      await bot.api.sendMessage(chat.id, await failureText(update, error), {
        ...(topic === undefined ? {} : { message_thread_id: topic }),
      });
    },
  };
}

/** Installs all that sees an update, in order. */
function route(bot: Bot<BotContext>): void {
  bot.use((ctx, next) => (ctx.guestMessage ? answerGuest(ctx) : next()));
  bot.use((ctx, next) => (ctx.chosenInlineResult ? noteChosen(ctx) : next()));
  bot.use(channelPosts, typedText, access, reachability, groups, channelGuard);
  // An edited question is not an answer to the dialog that has been opened since.
  bot
    .filter(ctx => ctx.updateState.editedAnswer.length > 0)
    .use(questions.composer)
    .filter(ctx => !ctx.message?.text?.startsWith('/'))
    .use(plainText.composer);

  // Conversations are stored by chat, so updates without one must not come near them.
  const inChats = bot.filter(
    ctx => ctx.chat !== undefined && (ctx.message ?? ctx.callbackQuery) !== undefined,
  );
  inChats.use(conversations<BotContext, never>({ storage: conversationStorage(wizardVersion) }));
  inChats.use(answersGuard, async (ctx, next) => ((await refuseStaleStep(ctx)) ? undefined : next()));
  inChats.use(endDialogForRequest);
  inChats.use(createConversation(wizardBuilder(filterWizard), filterWizard.name));
  for (const wizard of [subscribeWizard, ...changeWizards])
    inChats.use(createConversation(wizardBuilder(wizard), wizard.name));
  for (const { composer } of features) inChats.use(composer);
}

/** Reads what was typed, and finds the answer that an edited message already has. */
const typedText = new Composer<BotContext>();

typedText.use(async (ctx, next) => {
  if (!readTypedText(ctx.update, ctx.services.languages.vocabulary.commands)) return;
  const { message } = ctx;
  if (message && isRestOfAlbum(message, ctx.services)) return;
  if (message?.edit_date === undefined) return next();
  ctx.updateState.editedAnswer = await ctx.services.library.sentAnswers.of(
    message.chat.id,
    message.message_id,
  );
  const [, command] = /^\/(\w+)/.exec(message.text ?? '') ?? [];
  const isKnown = ctx.updateState.editedAnswer.length > 0;
  // What else a command has done cannot be done differently afterwards.
  if (isKnown || command === undefined || questionCommands.includes(command)) return next();
  if (message.chat.type === 'private') await show(ctx, messagePage('edit-ignored'));
});

/** Each picture of an album is a message: what is said to all of them is said once. Files are looked at one by one. */
function isRestOfAlbum(message: Message, { sentMessages }: Services): boolean {
  const { chat, message_id, media_group_id: album, text, document } = message;
  if (album === undefined || document) return false;
  const isFirst = sentMessages.opensAlbum(chat.id, album, message_id);
  return !isFirst && text === undefined;
}
