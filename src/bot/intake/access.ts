import { type Api, Composer, type Context, GrammyError } from 'grammy';
import { commandNames } from '../core/command-names.ts';
import { type BotContext, inGroup, type Services } from '../core/context.ts';
import type { LimitVerdict } from '../core/limits.ts';
import { mayDo } from '../core/refusals.ts';
import { accessLevelOf } from '../core/rights.ts';
import { acknowledge, messagePage, show } from '../core/show.ts';

/**
 * The door for messages: banned users are not answered, and everyone but the operators is limited to a number of
 * questions a minute. What else the sender may do, each handler looks up in the rights table. Updates about the bot's
 * own membership pass; taps have been through `decideTap`.
 */
export const access = new Composer<BotContext>();

access.use(async (ctx, next) => {
  if (ctx.myChatMember || ctx.callbackQuery) return next();
  const level = await accessLevelOf(ctx);
  if (level === 'banned') return;
  if (level === 'operator' || (await withinLimit(ctx))) return next();
});

/** Whether the sender of an update, or its chat, may use the bot. */
export async function isAdmitted(ctx: BotContext): Promise<boolean> {
  const level = await accessLevelOf(ctx);
  return level === 'operator' || level === 'guest';
}

type Overdrawn = Extract<LimitVerdict, { outcome: 'over' }> & {
  key: string;
  messageKey: string;
  max: number;
};

/** Whether an update is still to be handled. Messages over the limit get one reply a minute, each tap its own. */
export async function withinLimit(ctx: BotContext): Promise<boolean> {
  if (!isAddressedToBot(ctx)) return true;
  const over = overdrawn(ctx);
  if (over === null) return true;
  const { limiter, messages } = ctx.services;
  const { key, messageKey, max, seconds } = over;
  if (ctx.callbackQuery) await acknowledge(ctx, messages.say(messageKey, { max, seconds }));
  else if (over.isFirst)
    limiter.noticed(key, {
      chat: ctx.chatId!,
      message: await show(ctx, messagePage(messageKey, { max, seconds })),
    });
  return false;
}

/** In a group each member has their own limit, and all of them together that of the group. */
function overdrawn(ctx: BotContext): Overdrawn | null {
  const { limits, limiter } = ctx.services;
  const checks = [
    {
      // Telegram doesn't name the sender of everything.
      key: `person ${ctx.message?.sender_chat?.id ?? ctx.from?.id ?? ctx.chatId}`,
      max: limits.person,
      messageKey: 'limit-person',
    },
    ...(inGroup(ctx) ? [{ key: `group ${ctx.chatId}`, max: limits.group, messageKey: 'limit-group' }] : []),
  ];
  for (const check of checks) {
    const verdict = limiter.take(check.key, check.max);
    if (verdict.outcome === 'over') return { ...verdict, ...check };
  }
  return null;
}

/** Says of each minute that ended over the limit how many questions were not answered, in place of its notice. */
export async function reportOverruns(services: Services, api: Api): Promise<void> {
  const { limiter, library, languages, translations, log } = services;
  for (const { notice, count, max } of limiter.endedOverruns())
    try {
      const language = (await library.chatLanguages.get(notice.chat)) ?? undefined;
      const messages = translations(languages.closest(language));
      await api.editMessageText(notice.chat, notice.message, messages.say('limit-over', { count, max }));
    } catch (error) {
      // The notice was deleted, or the chat is gone.
      if (!(error instanceof GrammyError)) log.warn({ error }, 'unanswered questions could not be counted');
    }
}

/** Whether an update asks the bot for something; much of what is said in a group is not meant for it. */
function isAddressedToBot(ctx: Context): boolean {
  if (ctx.callbackQuery) return true;
  if (!ctx.message) return false;
  if (ctx.chat?.type === 'private') return true;
  const text = ctx.message.text ?? '';
  const [, command, addressee] = /^\/(\w+)(?:@(\w+))?/.exec(text) ?? [];
  const username = ctx.me.username.toLowerCase();
  if (command !== undefined)
    return addressee === undefined
      ? commandNames.has(command.toLowerCase())
      : addressee.toLowerCase() === username;
  return text.toLowerCase().includes(`@${username}`) || ctx.message.reply_to_message?.from?.id === ctx.me.id;
}

/**
 * Keeps from a running wizard the typed answers of those who may not give any: each one that came in would be
 * stored with it, and enough of them would end it. In a group, answers are replies to the question, which is
 * recognized by its buttons.
 */
export const answersGuard = new Composer<BotContext>();

answersGuard.use(async (ctx, next) => {
  if (!isTypedAnswer(ctx) || (await mayDo(ctx, 'step'))) return next();
});

function isTypedAnswer(ctx: BotContext): boolean {
  if (!inGroup(ctx) || !ctx.message || ctx.message.text?.startsWith('/')) return false;
  const question = ctx.message.reply_to_message;
  if (question?.from?.id !== ctx.me.id) return false;
  const buttons = question.reply_markup?.inline_keyboard.flat() ?? [];
  return buttons.some(
    button => 'callback_data' in button && (button.callback_data?.startsWith('c|g.') ?? false),
  );
}

/** Nothing that is posted in a channel is for the bot. */
export const channelGuard = new Composer<BotContext>();

channelGuard.chatType('channel').use(() => {});
