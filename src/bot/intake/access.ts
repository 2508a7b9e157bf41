import { Composer, type Context } from 'grammy';
import { type BotContext, inGroup } from '../core/context.ts';
import { accessLevelOf } from '../core/rights.ts';
import { acknowledge, messagePage, show } from '../core/show.ts';
import { commandNames } from './commands.ts';

/**
 * The door: the banned are not answered, and everybody but the operators is kept to a number of questions a
 * minute. What else somebody may do, each handler asks the rights table. What is about the bot's own place in
 * a chat passes.
 */
export const access = new Composer<BotContext>();

access.use(async (ctx, next) => {
  if (ctx.myChatMember) return next();
  const standing = await accessLevelOf(ctx);
  if (standing === 'banned') return;
  if (standing === 'operator') return next();
  const isSilent = standing === 'stranger' && !ctx.callbackQuery;
  if (isSilent ? strangerWithinLimit(ctx) : await withinLimit(ctx)) return next();
});

/** Whether the one an update comes from, or the chat it comes from, may use the bot. */
export async function isAdmitted(ctx: BotContext): Promise<boolean> {
  const standing = await accessLevelOf(ctx);
  return standing === 'operator' || standing === 'guest';
}

/** A stranger who writes too much is not even told so. */
function strangerWithinLimit(ctx: BotContext): boolean {
  const { limits, limiter } = ctx.services;
  return !ctx.from || !isAddressedToBot(ctx) || limiter(`person ${ctx.from.id}`, limits.person).go === 'on';
}

/** Whether this is still to be answered; says a kind word once a minute where it is not. */
async function withinLimit(ctx: BotContext): Promise<boolean> {
  if (!isAddressedToBot(ctx)) return true;
  const { limits, limiter, messages } = ctx.services;
  const group = inGroup(ctx);
  // In a group each member has their own limit, and all of them together that of the group.
  const person = ctx.message?.sender_chat?.id ?? ctx.from!.id;
  const mine = limiter(`person ${person}`, limits.person);
  const ours = group && mine.go === 'on' ? limiter(`group ${ctx.chatId}`, limits.group) : mine;
  if (ours.go === 'on') return true;
  const messageKey = mine.go === 'on' ? 'limit-group' : 'limit-person';
  const args = { max: mine.go === 'on' ? limits.group : limits.person, seconds: ours.seconds };
  if (ctx.callbackQuery) await acknowledge(ctx, messages.say(messageKey, args));
  else if (ours.go === 'say') await show(ctx, messagePage(messageKey, args));
  return false;
}

/** Whether an update asks the bot for something; in a group much is said that is not meant for it. */
function isAddressedToBot(ctx: Context): boolean {
  if (ctx.callbackQuery) return true;
  const text = ctx.message?.text ?? '';
  if (!ctx.message) return false;
  if (ctx.chat?.type === 'private') return true;
  const [, command, addressee] = /^\/(\w+)(?:@(\w+))?/.exec(text) ?? [];
  const us = ctx.me.username.toLowerCase();
  if (command !== undefined)
    return addressee === undefined ? commandNames.has(command.toLowerCase()) : addressee.toLowerCase() === us;
  return text.toLowerCase().includes(`@${us}`) || ctx.message.reply_to_message?.from?.id === ctx.me.id;
}
