import { Composer } from 'grammy';
import type { BotContext } from '../core/context.ts';

/**
 * Posts of channels that are sources, as they come and as they are edited. Those of other channels are neither
 * questions nor stored.
 */
export const channelPosts = new Composer<BotContext>();

channelPosts.on(['channel_post', 'edited_channel_post'], async ctx => {
  const post = ctx.channelPost ?? ctx.editedChannelPost;
  const text = post?.text ?? post?.caption;
  if (!post || !text?.trim()) return;
  const { chat } = post;
  await ctx.services.ingest?.takePost({
    chatId: chat.id,
    messageId: post.message_id,
    channel: chat.title ?? '',
    username: chat.username ?? null,
    text,
    postedAt: post.date * 1000,
    editedAt: post.edit_date === undefined ? null : post.edit_date * 1000,
  });
});
