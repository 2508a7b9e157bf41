import { Composer, type Context } from 'grammy';
import { type BotContext, inGroup } from '../core/context.ts';
import { acknowledge, saying, show } from '../core/show.ts';
import { commandNames } from './commands.ts';

/** What somebody may always ask, admitted or not: it is about themselves. */
const always = /^\/(privacy|export|forget)\b/;

/**
 * The door: lets through whom the owner lets in, says to the others in private how to come in, and keeps
 * everybody to a number of questions a minute. What tells of the bot's own place in a chat passes.
 */
export const access = new Composer<BotContext>();

access.use(async (ctx, next) => {
  if (ctx.myChatMember) return next();
  const standing = await standingOf(ctx);
  if (standing === 'admin') return next();
  if (standing === 'banned') return;
  if (standing === 'stranger' && !isAlwaysAllowed(ctx)) return turnAway(ctx);
  if (await isPatient(ctx)) return next();
});

/** An invitation is brought as a deep link: `/start i<code>`. */
async function turnAway(ctx: BotContext): Promise<void> {
  const { library, clock, access: mode } = ctx.desk;
  if (ctx.callbackQuery) return acknowledge(ctx, ctx.desk.messages.say('closed-short'));
  if (!ctx.message || inGroup(ctx)) return;
  const code = /^\/start i([0-9a-f]{16})$/.exec(ctx.message.text ?? '')?.[1];
  if (code !== undefined && mode === 'invite') {
    const taken = await library.guests.redeem(code, ctx.from!.id, clock.now());
    if (taken) await library.subscriptions.wake(ctx.chatId!);
    return void (await show(ctx, saying(taken ? 'welcome' : 'invitation-worthless')));
  }
  // One who goes on writing is not answered each time.
  const { go } = ctx.desk.limiter(`stranger ${ctx.from!.id}`, 3);
  if (go === 'on') await show(ctx, saying(`closed-${mode}`, { id: String(ctx.from!.id) }));
}

/** Whether the one an update comes from, or the chat it comes from, may use the bot. */
export async function isLetIn(ctx: BotContext): Promise<boolean> {
  const standing = await standingOf(ctx);
  return standing === 'admin' || standing === 'guest';
}

async function standingOf(ctx: BotContext): Promise<'admin' | 'guest' | 'stranger' | 'banned'> {
  const { admins, access: mode, library } = ctx.desk;
  // Who writes in a group's name cannot be told by a user's id.
  const user = ctx.message?.sender_chat ? undefined : ctx.from?.id;
  if (user !== undefined && admins.includes(user)) return 'admin';
  const ids = [...new Set([user, ctx.chatId])].filter(id => id !== undefined);
  const states = await Promise.all(ids.map(id => library.guests.state(id)));
  if (states.includes('banned')) return 'banned';
  return mode === 'open' || states.includes('admitted') ? 'guest' : 'stranger';
}

function isAlwaysAllowed(ctx: BotContext): boolean {
  return !inGroup(ctx) && (always.test(ctx.msg?.text ?? '') || /^c\|f\./.test(ctx.callbackQuery?.data ?? ''));
}

/** Whether this is still to be answered; says a kind word once a minute where it is not. */
async function isPatient(ctx: BotContext): Promise<boolean> {
  if (!isForUs(ctx)) return true;
  const { limits, limiter, messages } = ctx.desk;
  const group = inGroup(ctx);
  // In a group each member has their own limit, and all of them together that of the group.
  const person = ctx.message?.sender_chat?.id ?? ctx.from!.id;
  const mine = limiter(`person ${person}`, limits.person);
  const ours = group && mine.go === 'on' ? limiter(`group ${ctx.chatId}`, limits.group) : mine;
  if (ours.go === 'on') return true;
  const messageKey = mine.go === 'on' ? 'limit-group' : 'limit-person';
  const args = { most: mine.go === 'on' ? limits.group : limits.person, seconds: ours.seconds };
  if (ctx.callbackQuery) await acknowledge(ctx, messages.say(messageKey, args));
  else if (ours.go === 'say') await show(ctx, saying(messageKey, args));
  return false;
}

/** Whether an update asks the bot for something; in a group much is said that is not meant for it. */
function isForUs(ctx: Context): boolean {
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
