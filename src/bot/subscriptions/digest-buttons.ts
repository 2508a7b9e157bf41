import { restPage, whyPage } from '../../answers/digest/more.ts';
import { closedStory, openedStory } from '../../answers/digest/open-story.ts';
import { overviewFrom, windowFrom } from '../../answers/digest/window.ts';
import type { NewsFilter } from '../../library/model/types.ts';
import type { BotContext } from '../core/context.ts';
import { createFeature } from '../core/feature.ts';
import { acknowledge, expired, show } from '../core/show.ts';

/** The buttons under a digest: more on a story in its place, the stories left out, and the reasons of the order. */
export const digestButtons = createFeature();

digestButtons.buttons(/^c\|d\./, ctx => answerDigestButton(ctx, ctx.callbackQuery.data));

/** Answers a button under a digest, pressed or followed as a link. */
export async function answerDigestButton(ctx: BotContext, data: string): Promise<void> {
  const [, act, rest = ''] = /^c\|d\.(more|why)\.(.+)$/.exec(data) ?? [];
  if (/^c\|d\.(?:open|close)\./.test(data)) return turnOverview(ctx, data);
  const { library } = ctx.desk;
  const asked = windowFrom(rest);
  const kept = asked && (await library.storedQueries.get(asked.window.key));
  if (act === undefined || !asked || !kept) return expired(ctx);
  await acknowledge(ctx);
  const filter: NewsFilter = JSON.parse(kept);
  await show(ctx, await (act === 'why' ? whyPage : restPage)(library, { ...asked, filter }));
}

/** Opens a story of a short digest in its place, or goes back to the digest. */
async function turnOverview(ctx: BotContext, data: string): Promise<void> {
  const [, act, rest = ''] = /^c\|d\.(open|close)\.(.+)$/.exec(data) ?? [];
  const { library } = ctx.desk;
  const overview = overviewFrom(rest);
  const kept = overview && (await library.storedQueries.get(overview.window.key));
  if (!overview || !kept) return expired(ctx);
  await acknowledge(ctx);
  const filter: NewsFilter = JSON.parse(kept);
  await show(ctx, await (act === 'open' ? openedStory : closedStory)(library, filter, overview), 'edit');
}
