import { Composer } from 'grammy';
import { actionOfButton, subscriptionButton } from '../core/button-actions.ts';
import { type BotContext, inGroup } from '../core/context.ts';
import { mayDo } from '../core/refusals.ts';
import { acknowledge } from '../core/show.ts';

/**
 * All that a channel's readers can do is tap, and nothing they tap is carried out in the channel: the tap is
 * answered with a link into the private chat or with a sentence, and the update goes no further.
 */
export const channelTaps = new Composer<BotContext>();

channelTaps.chatType('channel').on('callback_query', async ctx => {
  const { messages, library } = ctx.services;
  const data = ctx.callbackQuery.data ?? '';
  const id = subscriptionButton(data)?.id;
  const found =
    id === undefined
      ? null
      : ((await library.subscriptions.get(id)) ?? (await library.subscriptions.removed(id)));
  // What is no channel's own is asked for as somebody of this channel, and the link asks again.
  const subject = found?.chatId === ctx.chatId ? found : undefined;
  if (await mayDo(ctx, actionOfButton(data), subject)) await acknowledge(ctx, messages.say('button-unknown'));
});

/** Nothing else from a channel is for the bot. */
channelTaps.chatType('channel').use(() => {});

/**
 * Keeps from a running conversation the answers of those who may not give any: each one that came in would be
 * stored with it, and enough of them would end it.
 */
export const answersGuard = new Composer<BotContext>();

answersGuard.use(async (ctx, next) => {
  if (!isAnswer(ctx) || (await mayDo(ctx, 'step'))) return next();
});

/** In a group, answers are typed as replies to the question, which is known by its buttons. */
function isAnswer(ctx: BotContext): boolean {
  if (ctx.callbackQuery) return isStep(ctx.callbackQuery.data);
  if (!inGroup(ctx) || ctx.message?.text?.startsWith('/')) return false;
  const question = ctx.message?.reply_to_message;
  if (question?.from?.id !== ctx.me.id) return false;
  const buttons = question.reply_markup?.inline_keyboard.flat() ?? [];
  return buttons.some(button => 'callback_data' in button && isStep(button.callback_data));
}

function isStep(data: string | undefined): boolean {
  return data?.startsWith('c|g.') ?? false;
}
