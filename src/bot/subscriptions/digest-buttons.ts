import { restPage, whyPage } from '../../answers/digest/more.ts';
import { windowFrom } from '../../answers/digest/window.ts';
import type { NewsFilter } from '../../library/model/types.ts';
import type { BotContext } from '../core/context.ts';
import { createFeature } from '../core/feature.ts';
import { acknowledge, show, showExpired } from '../core/show.ts';

/** The buttons under a digest: the stories that it did not tell, and why it told those it did. */
export const digestButtons = createFeature();

digestButtons.buttons(/^c\|d\./, ctx => answerDigestButton(ctx, ctx.callbackQuery.data));

/** Answers a button under a digest, pressed or followed as a link. */
export async function answerDigestButton(ctx: BotContext, data: string): Promise<void> {
  const [, act, rest = ''] = /^c\|d\.(more|why)\.(.+)$/.exec(data) ?? [];
  const { library } = ctx.services;
  const asked = windowFrom(rest);
  const kept = asked && (await library.storedQueries.get(asked.window.key));
  if (act === undefined || !asked || !kept) return showExpired(ctx);
  await acknowledge(ctx);
  const filter: NewsFilter = JSON.parse(kept);
  await show(ctx, await (act === 'why' ? whyPage : restPage)(library, { ...asked, filter }));
}
