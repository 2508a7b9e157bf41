import { quotesIn } from '../../answers/quoted/quote.ts';
import { quoteId } from '../../library/quotes/retraction.ts';
import { parseButton } from '../core/buttons.ts';
import { createFeature } from '../core/feature.ts';
import { acknowledge, messagePage, show, showExpired } from '../core/show.ts';

/** “Wrong?” under a quote: it is kept for those who run the bot, without who said so. */
export const reports = createFeature();

reports.buttons(/^w\|/, async ctx => {
  const { library, clock } = ctx.services;
  const asked = await parseButton(ctx.callbackQuery.data, library.storedQueries);
  if (asked.kind !== 'report' || asked.question.kind !== 'context') return showExpired(ctx);
  const { article: id, start, end } = asked.question;
  const article = await library.articles.get(id);
  const quote = article && quotesIn(article).find(each => each.start === start && each.end === end);
  await acknowledge(ctx);
  if (!quote) return void (await show(ctx, messagePage('wrong-gone')));
  const words = quote.text.replace(/\s+/g, ' ');
  const isNew = await library.reportedQuotes.add(quoteId(id, start), words, clock.now());
  await show(ctx, messagePage(isNew ? 'wrong-noted' : 'wrong-known'));
});
