import { GrammyError } from 'grammy';
import type { InlineQueryResultsButton } from 'grammy/types';
import { offersFor } from '../../answers/asking/offers.ts';
import { articlesOf } from '../../answers/page/new-marks.ts';
import { type BotContext, todayOf } from '../core/context.ts';
import { accessLevelOf, verdictOn } from '../core/rights.ts';
import { type ResultParts, resultOf } from './results.ts';

/** For how many seconds Telegram may give an answer again without asking: news keeps coming in. */
const cacheSeconds = 60;
/** Every letter typed is a query of its own: this many count as one question. */
const queriesPerQuestion = 10;
const maxPages = 20;

/** The payload of `/start` with which the button above the results opens the private chat. */
const inlineStart = 'inline';

type Answer = {
  results: ReturnType<typeof resultOf>[];
  button: InlineQueryResultsButton;
  cacheSeconds: number;
  nextOffset?: string;
};

/**
 * Answers what someone types after the bot's name in any chat. Who may not use the bot gets an empty answer, for
 * themselves alone, with a button that explains how to get in.
 */
export async function answerInline(ctx: BotContext): Promise<void> {
  const { results, button, cacheSeconds, nextOffset } = await answerOf(ctx);
  await unlessTooOld(() =>
    ctx.answerInlineQuery(results, {
      cache_time: cacheSeconds,
      // Results are in the language of the person who asks, and only for those who may use the bot.
      is_personal: true,
      button,
      ...(nextOffset !== undefined && { next_offset: nextOffset }),
    }),
  );
}

async function answerOf(ctx: BotContext): Promise<Answer> {
  const { limits, limiter, messages } = ctx.services;
  const empty = (messageKey: string, cacheSeconds: number): Answer => ({
    results: [],
    button: { text: messages.say(messageKey), start_parameter: inlineStart },
    cacheSeconds,
  });
  if ((await verdictOn(ctx, 'inline')) !== 'yes') return empty('inline-closed', 0);
  const isOperator = (await accessLevelOf(ctx)) === 'operator';
  const key = `inline ${ctx.from!.id}`;
  if (!isOperator && limiter.take(key, limits.person * queriesPerQuestion).outcome === 'over')
    return empty('inline-limit', 0);
  return found(ctx);
}

async function found(ctx: BotContext): Promise<Answer> {
  const { messages, library, offeredResults } = ctx.services;
  const { query, offset } = ctx.inlineQuery!;
  const page = Math.min(maxPages, Math.max(1, Math.floor(Number(offset)) || 1));
  const withdrawal = await library.news.newestWithdrawal();
  const { offers, hasMore } = await offersFor(library, query, page, todayOf(ctx));
  const parts: ResultParts = { username: ctx.me.username, messages, queries: [] };
  const offered = offers.map(offer => ({
    result: resultOf(offer, parts),
    articles: articlesOf(offer.page),
    withdrawal,
  }));
  const results = new Map(offered.map(({ result }) => [result.id, result]));
  await library.storedQueries.keep(parts.queries);
  offeredResults.keep(ctx.from!.id, query, offered);
  const isFound = results.size > 0 || page > 1;
  return {
    results: [...results.values()],
    button: {
      text: messages.say(isFound ? 'inline-ask' : 'inline-nothing'),
      start_parameter: inlineStart,
    },
    cacheSeconds,
    ...(hasMore && page < maxPages && { nextOffset: String(page + 1) }),
  };
}

/** What took too long is typed on or asked again: there is no one left to answer. */
async function unlessTooOld(call: () => Promise<unknown>): Promise<void> {
  try {
    await call();
  } catch (error) {
    if (!(error instanceof GrammyError) || !/query is too old/.test(error.description)) throw error;
  }
}
