import { Composer, GrammyError } from 'grammy';
import { errorText } from '../../telegram/error-text.ts';
import { outcomeOf } from '../../telegram/outcome.ts';
import type { BotContext } from '../core/context.ts';
import { isAdmitted } from './access.ts';

/**
 * What an update, and Telegram's replies to the calls made for it, say about its chat: that its people are back,
 * that the bot may write there again, that it has another id, that messages no longer reach anyone there.
 */
export const reachability = new Composer<BotContext>();

reachability.use(async (ctx, next) => {
  learnFromReplies(ctx);
  await reactivateFor(ctx);
  try {
    await next();
  } catch (error) {
    if (!(await isExpectedRefusal(ctx, error))) throw error;
  }
});

/** A private chat is back once its user writes. Of a group that is known only once the bot has been able to answer. */
async function reactivateFor(ctx: BotContext): Promise<void> {
  const { subscriptions, notifications, chatLanguages } = ctx.services.library;
  const asks = ctx.message !== undefined || ctx.callbackQuery !== undefined;
  if (!asks || ctx.chatId === undefined) return;
  if (ctx.chat?.type === 'private') {
    if (ctx.services.admins.includes(ctx.chatId)) {
      await notifications.addAdmin(ctx.chatId, ctx.services.clock.now());
      await chatLanguages.note(ctx.chatId, ctx.services.messages.language);
    }
    if ((await subscriptions.isSuspended(ctx.chatId)) && (await isAdmitted(ctx)))
      await subscriptions.reactivate(ctx.chatId);
  } else if (ctx.message?.forum_topic_reopened || ctx.message?.general_forum_topic_unhidden) {
    await subscriptions.markReachable(ctx.chatId);
  }
}

/** Learns from the replies to this update's calls. A message for a group that has moved follows it. */
function learnFromReplies(ctx: BotContext): void {
  const { subscriptions } = ctx.services.library;
  ctx.api.config.use(async (call, method, payload, signal) => {
    const reply = await call(method, payload, signal);
    const chat = (payload as { chat_id?: unknown }).chat_id;
    if (!/^send/.test(method) || typeof chat !== 'number') return reply;
    if (reply.ok) await subscriptions.markReachable(chat);
    const to = reply.ok ? undefined : reply.parameters?.migrate_to_chat_id;
    if (to === undefined) return reply;
    await subscriptions.moveChat(chat, to);
    return call(method, { ...payload, chat_id: to }, signal);
  });
}

/** Whether an error only says that answers cannot reach this chat, so that trying again is pointless. */
async function isExpectedRefusal(ctx: BotContext, error: unknown): Promise<boolean> {
  const refusal = refusalIn(error);
  const { means } = refusal ? outcomeOf(refusal) : { means: 'unknown' as const };
  if (means !== 'unreachable' && means !== 'no-right' && means !== 'topic-gone') return false;
  const { library, clock, log } = ctx.services;
  log.info({ update: ctx.update.update_id, why: errorText(refusal) }, 'this chat cannot be answered');
  if (means === 'unreachable' && ctx.chatId !== undefined)
    await library.subscriptions.suspend(ctx.chatId, clock.now(), { reason: errorText(refusal), retry: null });
  return true;
}

/** Telegram's refusal, also if a conversation has stored the error and only its text is left. */
function refusalIn(error: unknown): GrammyError | null {
  if (error instanceof GrammyError) return error;
  const message = String((error as { message?: unknown } | undefined)?.message ?? '');
  const [, code, description] = /^[^!]*failed! \((\d{3}): (.+)\)$/s.exec(message) ?? [];
  if (code === undefined || description === undefined) return null;
  return new GrammyError(message, { ok: false, error_code: Number(code), description }, '', {});
}
