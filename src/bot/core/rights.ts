import { type BotContext, inGroup } from './context.ts';

/**
 * Whether the one an update comes from may decide for this chat: in private everybody, in a group its
 * administrators, those who write anonymously in the group's name too.
 */
export async function mayDecide(ctx: BotContext): Promise<boolean> {
  if (!inGroup(ctx)) return true;
  if (ctx.message?.sender_chat) return ctx.message.sender_chat.id === ctx.chatId;
  if (!ctx.from) return false;
  const { status } = await ctx.api.getChatMember(ctx.chatId!, ctx.from.id);
  return status === 'creator' || status === 'administrator';
}
