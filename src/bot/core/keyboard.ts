import type { ReplyKeyboardMarkup } from 'grammy/types';
import type { BotContext } from './context.ts';

/** What a reply keyboard asks for: the sender's location, or one of their channels. */
export type ReplyKeyboard = 'place' | 'channel';

const channelRequest = {
  request_id: 1,
  chat_is_channel: true,
  // Telegram lists only channels that the sender runs, and offers to add the bot there with the right to post.
  user_administrator_rights: rights({ can_post_messages: true }),
  bot_administrator_rights: rights({ can_post_messages: true }),
  request_title: true,
};

/** Shows the button, with a line that says what it is for; private chats only. */
export async function showReplyKeyboard(ctx: BotContext, keyboard: ReplyKeyboard): Promise<void> {
  const { messages } = ctx.services;
  const text = messages.say(`keyboard-${keyboard}-button`);
  const button =
    keyboard === 'place' ? { text, request_location: true } : { text, request_chat: channelRequest };
  const markup: ReplyKeyboardMarkup = {
    keyboard: [[button]],
    resize_keyboard: true,
    one_time_keyboard: true,
  };
  await ctx.api.sendMessage(ctx.chatId!, messages.say(`keyboard-${keyboard}`), { reply_markup: markup });
}

/** Removes it, which Telegram does only along with a message. */
export async function removeReplyKeyboard(ctx: BotContext): Promise<void> {
  await ctx.api.sendMessage(ctx.chatId!, ctx.services.messages.say('keyboard-away'), {
    reply_markup: { remove_keyboard: true },
  });
}

/** Telegram requires every right to be named. */
function rights(given: { can_post_messages: true }) {
  return {
    is_anonymous: false,
    can_manage_chat: false,
    can_delete_messages: false,
    can_manage_video_chats: false,
    can_restrict_members: false,
    can_promote_members: false,
    can_change_info: false,
    can_invite_users: false,
    can_post_stories: false,
    can_edit_stories: false,
    can_delete_stories: false,
    can_send_welcome_messages: false,
    ...given,
  };
}
