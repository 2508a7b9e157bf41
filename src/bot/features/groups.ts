import { Composer } from 'grammy';
import { groupGreetingPage } from '../../answers/greeting.ts';
import { type BotContext, inGroup, topicOf } from '../core/context.ts';
import { messagePage, show } from '../core/show.ts';
import { isAdmitted } from '../intake/access.ts';
import { keepLanguage } from '../intake/reader.ts';

const absent = new Set(['left', 'kicked']);

/** The bot is added, removed, blocked or unblocked; a group gets another id. */
export const groups = new Composer<BotContext>();

groups.on('my_chat_member', async ctx => {
  const { old_chat_member: before, new_chat_member: after, chat } = ctx.myChatMember;
  const { subscriptions } = ctx.services.library;
  const wasAway = absent.has(before.status);
  const isAway = absent.has(after.status) || (after.status === 'restricted' && !after.is_member);
  if (isAway) return botRemoved(ctx);
  const letIn = await isAdmitted(ctx);
  const isGroup = chat.type === 'group' || chat.type === 'supergroup';
  if (!letIn && wasAway && isGroup) return leaveGroup(ctx);
  if (!letIn) return;
  // A user who may use the bot may bring it along.
  if (wasAway && isGroup && ctx.services.access !== 'open')
    await ctx.services.library.accessList.admit(chat.id, ctx.services.clock.now());
  // Also a chat where the bot only regains the right to write, whose digests were suspended meanwhile.
  if (after.status !== 'restricted' || after.can_send_messages) await subscriptions.reactivate(chat.id);
  // A group is answered in the language of the person who added the bot, until another is chosen.
  if (wasAway && isGroup) await keepLanguage(ctx);
  if (wasAway && isGroup) await show(ctx, await groupGreetingPage(ctx.services.library));
});

// Both chats announce it; the first to arrive moves everything.
groups.on('message:migrate_to_chat_id', async ctx => {
  await ctx.services.library.subscriptions.moveChat(ctx.chat.id, ctx.msg.migrate_to_chat_id);
});
groups.on('message:migrate_from_chat_id', async ctx => {
  await ctx.services.library.subscriptions.moveChat(ctx.msg.migrate_from_chat_id, ctx.chat.id);
});

groups.on('message:forum_topic_edited', async ctx => {
  const { name } = ctx.msg.forum_topic_edited;
  const topic = topicOf(ctx);
  if (name !== undefined && topic !== undefined)
    await ctx.services.library.subscriptions.renameTopic(ctx.chat.id, topic, name);
});

/** The bot was removed, or blocked: nothing is sent there until it is back. */
async function botRemoved(ctx: BotContext): Promise<void> {
  const { library, clock } = ctx.services;
  const reason = inGroup(ctx) ? 'the bot was removed' : 'the bot was blocked';
  await library.subscriptions.suspend(ctx.chatId!, clock.now(), { reason, retry: null });
  await library.notifications.removeAdmin(ctx.chatId!);
}

/** Leaves a group to which the bot was added by a user who may not use it. */
async function leaveGroup(ctx: BotContext): Promise<void> {
  await show(ctx, messagePage('closed-group', { id: String(ctx.chatId) }));
  await ctx.leaveChat();
}
