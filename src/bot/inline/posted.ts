import type { InlineQueryResultArticle } from 'grammy/types';
import { offersFor } from '../../answers/asking/offers.ts';
import { articlesOf } from '../../answers/page/new-marks.ts';
import type { Page } from '../../answers/page/page.ts';
import type { TelegramText } from '../../rendering/telegram.ts';
import { type BotContext, todayOf } from '../core/context.ts';
import type { Offered } from '../core/offered-results.ts';
import { type Asked, shownAnswer } from '../core/shown-answer.ts';
import { resultOf } from './results.ts';

/** Of how many pages of results one may have been chosen and is looked for. */
const searchedPages = 3;

/** Notes what someone posted by way of the bot, so that it is corrected like the bot's own messages. */
export async function noteChosen(ctx: BotContext): Promise<void> {
  const { inline_message_id: id, result_id, query } = ctx.chosenInlineResult!;
  if (id === undefined) return;
  const { library, messages, offeredResults } = ctx.services;
  const offered = offeredResults.get(ctx.from!.id, query, result_id);
  if (offered) return note(ctx, id, offered, null);
  for (let page = 1, hasMore = true; hasMore && page <= searchedPages; page += 1) {
    const found = await offersFor(library, query, page, todayOf(ctx));
    for (const offer of found.offers) {
      const result = resultOf(offer, { username: ctx.me.username, messages, queries: [] });
      if (result.id === result_id) return notePosted(ctx, id, result, offer.page, null);
    }
    hasMore = found.hasMore;
  }
}

/**
 * Notes what a message in a chat without the bot shows.
 * @param id its `inline_message_id`
 * @param asked what it answers in full; null if it shows less
 */
export async function notePosted(
  ctx: BotContext,
  id: string,
  result: InlineQueryResultArticle,
  page: Page,
  asked: Asked | null,
): Promise<void> {
  return note(ctx, id, { result, articles: articlesOf(page), withdrawal: ctx.updateState.withdrawal }, asked);
}

async function note(
  ctx: BotContext,
  id: string,
  { result, articles, withdrawal }: Offered,
  asked: Asked | null,
): Promise<void> {
  const { input_message_content: content, reply_markup } = result;
  if (articles.length === 0 || !('message_text' in content)) return;
  const { library, clock, messages } = ctx.services;
  const { message_text: text, entities = [] } = content;
  const buttons: TelegramText['buttons'] = reply_markup?.inline_keyboard ?? [];
  const shown = shownAnswer(id, ctx.from!.id, { text, entities, buttons }, messages.language, asked);
  await library.shownAnswers.note(shown, articles, withdrawal, clock.now());
}
