import { Composer } from 'grammy';
import { actionOfButton, subscriptionButton } from '../core/button-actions.ts';
import type { BotContext } from '../core/context.ts';
import { mayDo } from '../core/refusals.ts';
import { acknowledge } from '../core/show.ts';

/**
 * All that a channel's readers can do is tap, and nothing they tap is carried out in the channel: the tap is
 * answered with a link into the private chat or with a sentence, and the update goes no further.
 */
export const channelTaps = new Composer<BotContext>();

channelTaps.chatType('channel').on('callback_query', async ctx => {
  const { messages, library } = ctx.desk;
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
