import { InlineKeyboard } from 'grammy';
import { unknownCommandPage } from '../../answers/asking/unknown-command.ts';
import type { Subscription } from '../../deliveries/subscriptions/subscriptions.ts';
import { keyInto } from './buttons.ts';
import { commandNames } from './command-names.ts';
import { type BotContext, inGroup, topicOf } from './context.ts';
import { deepLink, payloadOf } from './deep-links.ts';
import { verdictOn } from './rights.ts';
import type { RightsAction, Verdict } from './rights-table.ts';
import { acknowledge, followLink, messagePage, show, showAnswerPage } from './show.ts';

/** How many times a minute a stranger gets the hint on how to get access, however often they write. */
const accessHintsPerMinute = 3;

/**
 * Whether the sender of an update may do something here; if not, the refusal is shown.
 * @param subscription the one the action is about, if it can be managed from here
 */
export async function mayDo(
  ctx: BotContext,
  action: RightsAction,
  subscription?: Subscription,
): Promise<boolean> {
  const verdict = await verdictOn(ctx, action, subscription);
  if (verdict === 'yes') return true;
  await refuse(ctx, verdict);
  return false;
}

type Refusal = Exclude<Verdict, 'yes'> | 'unanswered';

async function refuse(ctx: BotContext, verdict: Refusal): Promise<void> {
  const { messages } = ctx.services;
  switch (verdict) {
    case 'silent':
      return;
    case 'link':
      return replyWithLink(ctx);
    case 'way-in':
      return explainAccess(ctx);
    case 'private':
      return movesToPrivate(ctx);
    case 'unknown':
      return unknownCommand(ctx);
    default: {
      const messageKey = refusalMessage(ctx, verdict);
      if (ctx.callbackQuery) return void (await acknowledge(ctx, messages.say(messageKey)));
      await show(ctx, messagePage(messageKey));
    }
  }
}

/** The key of the sentence that refuses. */
export function refusalMessage(
  ctx: BotContext,
  verdict: 'administrators' | 'unanswered' | 'expired',
): string {
  if (verdict === 'expired') return 'button-unknown';
  if (verdict === 'unanswered') return 'administrators-unanswered';
  return inGroup(ctx) ? 'only-administrators' : 'only-channel-administrators';
}

/** A tap in a channel opens the private chat: what one reader asks for must not be posted to all. */
async function replyWithLink(ctx: BotContext): Promise<void> {
  const queries: string[] = [];
  const payload = payloadOf(ctx.callbackQuery?.data ?? '', keyInto(queries));
  await ctx.services.library.storedQueries.keep(queries);
  if (payload === null) return void (await acknowledge(ctx, ctx.services.messages.say('button-unknown')));
  await followLink(ctx, deepLink(ctx.me.username, payload));
}

async function explainAccess(ctx: BotContext): Promise<void> {
  const { access, limiter, messages } = ctx.services;
  if (ctx.callbackQuery) return void (await acknowledge(ctx, messages.say('closed-short')));
  if (!ctx.message || inGroup(ctx)) return;
  const id = String(ctx.from?.id ?? ctx.chatId);
  const { outcome } = limiter.take(`stranger ${id}`, accessHintsPerMinute);
  if (outcome === 'allowed') await show(ctx, messagePage(`closed-${access}`, { id }));
}

async function movesToPrivate(ctx: BotContext): Promise<void> {
  const { messages } = ctx.services;
  const [, command = 'privacy'] = /^\/(\w+)/.exec(ctx.msg?.text ?? ctx.msg?.caption ?? '') ?? [];
  const text =
    command === 'filter' ? messages.say('filter-in-private') : messages.say('only-in-private', { command });
  if (ctx.callbackQuery)
    return void (await acknowledge(ctx, messages.say('only-in-private', { command: 'forget' })));
  const topic = topicOf(ctx);
  await ctx.api.sendMessage(ctx.chatId!, text, {
    ...(topic === undefined ? {} : { message_thread_id: topic }),
    reply_parameters: { message_id: ctx.msg!.message_id, allow_sending_without_reply: true },
    reply_markup: new InlineKeyboard().url(
      messages.say('button-private'),
      deepLink(ctx.me.username, command === 'filter' ? 'filter' : 'privacy'),
    ),
  });
}

/** Says that there is no such command; in a group only if it was meant for this bot. */
export async function unknownCommand(ctx: BotContext): Promise<void> {
  const [whole = '', command = '', addressee] =
    /^\/([\p{L}\p{M}\p{N}_]{0,64})(?:@(\w+))?/u.exec(ctx.msg?.text ?? '') ?? [];
  const isForBot = addressee?.toLowerCase() === ctx.me.username.toLowerCase();
  if (!isForBot && (addressee !== undefined || inGroup(ctx))) return;
  await showAnswerPage(
    ctx,
    unknownCommandPage(command, (ctx.msg?.text ?? '').slice(whole.length), commandNames),
  );
}
