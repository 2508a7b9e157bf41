import { Composer } from 'grammy';
import { groupGreetingPage } from '../../answers/greeting.ts';
import { type BotContext, inGroup } from '../core/context.ts';
import { messagePage, show } from '../core/show.ts';
import { isAdmitted } from '../intake/access.ts';

const absent = new Set(['left', 'kicked']);

/** The bot is added, removed, blocked or let in again; a group gets another id. */
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
  // Whoever may use the bot may bring it along.
  if (wasAway && isGroup && ctx.services.access !== 'open')
    await ctx.services.library.accessList.admit(chat.id, ctx.services.clock.now());
  // Also one that only gets back the right to write, whose digests rested while it had none.
  if (after.status !== 'restricted' || after.can_send_messages) await subscriptions.reactivate(chat.id);
  if (wasAway && isGroup) await show(ctx, await groupGreetingPage(ctx.services.library));
});

// Both chats tell of it; whichever comes first moves all.
groups.on('message:migrate_to_chat_id', async ctx => {
  await ctx.services.library.subscriptions.moveChat(ctx.chat.id, ctx.msg.migrate_to_chat_id);
});
groups.on('message:migrate_from_chat_id', async ctx => {
  await ctx.services.library.subscriptions.moveChat(ctx.msg.migrate_from_chat_id, ctx.chat.id);
});

/** The bot was thrown out, or blocked: nothing is sent there until it is let in again. */
async function botRemoved(ctx: BotContext): Promise<void> {
  const { library, clock } = ctx.services;
  const reason = inGroup(ctx) ? 'the bot was removed' : 'the bot was blocked';
  await library.subscriptions.suspend(ctx.chatId!, clock.now(), { reason, retry: null });
  await library.notifications.removeAdmin(ctx.chatId!);
}

/** A group that somebody added the bot to who may not use it. */
async function leaveGroup(ctx: BotContext): Promise<void> {
  await show(ctx, messagePage('closed-group', { id: String(ctx.chatId) }));
  await ctx.leaveChat();
}
