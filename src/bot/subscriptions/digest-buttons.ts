import { Composer } from 'grammy';
import { restPage, whyPage } from '../../answers/digest/more.ts';
import { windowFrom } from '../../answers/digest/window.ts';
import type { NewsFilter } from '../../library/model/types.ts';
import type { BotContext } from '../core/context.ts';
import { acknowledge, show } from '../core/show.ts';

/** The buttons under a digest: the stories that it did not tell, and why it told those it did. */
export const digestButtons = new Composer<BotContext>();

digestButtons.on('callback_query:data', async (ctx, next) => {
  const [, act, rest = ''] = /^c\|d\.(more|why)\.(.+)$/.exec(ctx.callbackQuery.data) ?? [];
  if (act === undefined) return next();
  const { library, messages } = ctx.desk;
  const asked = windowFrom(rest);
  const kept = asked && (await library.keptQuestions.get(asked.window.key));
  if (!asked || !kept) return acknowledge(ctx, messages.say('button-unknown'));
  await acknowledge(ctx);
  const filter: NewsFilter = JSON.parse(kept);
  await show(ctx, await (act === 'why' ? whyPage : restPage)(library, { ...asked, filter }));
});
