import { GrammyError } from 'grammy';
import { examplesOf } from '../../answers/asking/examples.ts';
import { questionOf } from '../../answers/asking/offers.ts';
import { answer } from '../../answers/asking/registry.ts';
import type { View } from '../../answers/page/page.ts';
import type { Question } from '../../answers/page/question.ts';
import { type BotContext, todayOf } from '../core/context.ts';
import { accessLevelOf, verdictOn } from '../core/rights.ts';
import { messagePage } from '../core/show.ts';
import { notePosted } from './posted.ts';
import { type ResultParts, resultOf } from './results.ts';

/** Answers a question in a chat that the bot is not in: once, with one message. */
export async function answerGuest(ctx: BotContext): Promise<void> {
  const today = todayOf(ctx);
  const view: View = { page: 1, chat: 'group', ...(today && { today }) };
  const page = await pageFor(ctx, view);
  if (page === null) return;
  const parts: ResultParts = { username: ctx.me.username, messages: ctx.services.messages, queries: [] };
  const result = resultOf({ title: [{ messageKey: 'sources' }], ...page }, parts);
  await ctx.services.library.storedQueries.keep(parts.queries);
  try {
    const { inline_message_id: id } = await ctx.answerGuestQuery(result);
    await notePosted(ctx, id, result, page.page, { question: page.question, view });
  } catch (error) {
    // It was answered before a crash, or has waited for too long.
    if (!(error instanceof GrammyError) || error.error_code !== 400) throw error;
  }
}

type Shown = { page: Awaited<ReturnType<typeof answer>>; question: Question };

/** The answer, or why there is none; null for those who are not answered at all. */
async function pageFor(ctx: BotContext, view: View): Promise<Shown | null> {
  const help: Question = { kind: 'latest' };
  const verdict = await verdictOn(ctx, 'inline');
  if (verdict === 'silent') return null;
  if (verdict !== 'yes') return { page: messagePage('guest-closed'), question: help };
  const { library, limiter, limits } = ctx.services;
  const isOperator = (await accessLevelOf(ctx)) === 'operator';
  const over = [
    limiter.take(`person ${ctx.from?.id ?? ctx.chatId}`, limits.person),
    limiter.take(`group ${ctx.chatId}`, limits.group),
  ].find(({ outcome }) => outcome === 'over');
  if (!isOperator && over?.outcome === 'over')
    return { page: messagePage('limit-group', { max: limits.group, seconds: over.seconds }), question: help };
  const words = wordsOf(ctx);
  if (!/[\p{L}\p{N}]/u.test(words)) {
    const { person, topic } = await examplesOf(library);
    return { page: messagePage('no-words', { example: person ?? topic ?? '/help' }), question: help };
  }
  const question = await questionOf(library, words);
  return { page: await answer(library, question, view), question };
}

/** What was written without the bot's name; where that is nothing, what it replies to. */
function wordsOf(ctx: BotContext): string {
  const { text, caption, reply_to_message: replied } = ctx.guestMessage!;
  const own = (text ?? caption ?? '')
    .replace(/@\w+/g, name => (name.slice(1).toLowerCase() === ctx.me.username.toLowerCase() ? ' ' : name))
    .replace(/\s+/g, ' ')
    .trim();
  return own || (replied?.text ?? replied?.caption ?? '').replace(/\s+/g, ' ').trim();
}
