import { GrammyError, HttpError } from 'grammy';
import type { ChatMember } from 'grammy/types';
import type { Subscription } from '../../deliveries/subscriptions/subscriptions.ts';
import { type BotContext, inGroup, topicOf } from './context.ts';
import {
  type ChatType,
  dependsOnRole,
  type RightsAction,
  type Role,
  type Verdict,
  verdictFor,
} from './rights-table.ts';

/** The sender's access to the bot itself, in whatever chat. */
export type AccessLevel = 'operator' | 'guest' | 'stranger' | 'banned';

/** Telegram could not say what the sender is in a chat. */
class MembershipUnknown extends Error {
  override name = 'MembershipUnknown';
  readonly unreachable: boolean;
  /** @param cause `unreachable` when it says that the bot cannot see the chat, rather than nothing at all */
  constructor(cause: GrammyError | HttpError) {
    super(cause.message, { cause });
    this.unreachable = cause instanceof GrammyError && [400, 403].includes(cause.error_code);
  }
}

/**
 * What the rights table says about an action, for the sender of an update and its chat.
 * @param subscription the one that the action is about, if it is about one that can be managed from here
 * @returns `unanswered` if that depends on the sender's role in a chat, and Telegram could not say
 */
export async function verdictOn(
  ctx: BotContext,
  action: RightsAction,
  subscription?: Subscription,
): Promise<Verdict | 'unanswered'> {
  const chat = chatTypeOf(ctx);
  const { access } = ctx.services;
  const standing = await accessLevelOf(ctx);
  if (standing === 'banned' || standing === 'stranger') return verdictFor(action, chat, standing, access);
  if (!dependsOnRole(action, chat))
    return verdictFor(action, chat, standing === 'operator' ? standing : 'member', access);
  try {
    return verdictFor(action, chat, await roleOf(ctx, subscription), access);
  } catch (error) {
    if (error instanceof MembershipUnknown) return 'unanswered';
    throw error;
  }
}

function chatTypeOf(ctx: BotContext): ChatType {
  if (ctx.chat?.type === 'channel') return 'channel';
  if (!inGroup(ctx)) return 'private';
  return topicOf(ctx) === undefined ? 'group' : 'topic';
}

/** Whether `ACCESS` admits the sender of an update, or its chat. */
export async function accessLevelOf(ctx: BotContext): Promise<AccessLevel> {
  const { admins, access, library } = ctx.services;
  // An administrator who posts in a group's name has no user id of their own.
  const user = ctx.message?.sender_chat ? undefined : ctx.from?.id;
  if (user !== undefined && admins.includes(user)) return 'operator';
  const ids = [...new Set([user, ctx.chatId])].filter(id => id !== undefined);
  const states = await Promise.all(ids.map(id => library.accessList.state(id)));
  if (states.includes('banned')) return 'banned';
  return access === 'open' || states.includes('admitted') ? 'guest' : 'stranger';
}

/**
 * The sender's role in the chat that a subscription is for, else in this one. Telegram is asked about groups and
 * channels, once an update.
 * @throws MembershipUnknown
 */
async function roleOf(ctx: BotContext, subscription: Subscription | undefined): Promise<Role> {
  const chat = subscription?.chatId ?? ctx.chatId!;
  const isOwner = subscription !== undefined && subscription.userId === ctx.from?.id;
  if (chat !== ctx.chatId && !isManagedHere(ctx, subscription)) return 'member';
  if (chat === ctx.chatId && ctx.chat?.type === 'private') return 'owner';
  const inName = ctx.message?.sender_chat;
  if (inName) return inName.id === chat ? 'anonymous' : 'member';
  if (!ctx.from) return 'member';
  try {
    const member = await memberOf(ctx, chat, ctx.from.id);
    if (!isChatAdmin(member, !inGroup(ctx))) return 'member';
    return isOwner ? 'owner' : 'admin';
  } catch (error) {
    // The bot is no longer in the channel: at least the one who set a digest up for it can end that.
    if (error instanceof MembershipUnknown && error.unreachable && isOwner && ctx.chat?.type === 'private')
      return 'owner';
    throw error;
  }
}

/** Whether a subscription can be managed where an update comes from: in its own chat, a channel's in private. */
export function isManagedHere(ctx: BotContext, subscription: Subscription | undefined): boolean {
  if (!subscription) return false;
  return (
    subscription.chatId === ctx.chatId || (subscription.channel !== null && ctx.chat?.type === 'private')
  );
}

/** Whether a member runs a chat; in a channel that requires the right to post. */
export function isChatAdmin(member: ChatMember, isChannel: boolean): boolean {
  if (member.status === 'creator') return true;
  return member.status === 'administrator' && (!isChannel || member.can_post_messages === true);
}

async function memberOf(ctx: BotContext, chat: number, user: number): Promise<ChatMember> {
  const key = `${chat} ${user}`;
  const { members } = ctx.updateState;
  if (!members.has(key)) members.set(key, askTelegram(ctx, chat, user));
  return members.get(key)!;
}

async function askTelegram(ctx: BotContext, chat: number, user: number): Promise<ChatMember> {
  try {
    return await ctx.api.getChatMember(chat, user);
  } catch (error) {
    const isTokenGone = error instanceof GrammyError && error.error_code === 401;
    if (!isTokenGone && (error instanceof GrammyError || error instanceof HttpError))
      throw new MembershipUnknown(error);
    throw error;
  }
}
