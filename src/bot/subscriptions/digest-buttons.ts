import { restPage, whyPage } from '../../answers/digest/more.ts';
import { closedStory, openedStory } from '../../answers/digest/open-story.ts';
import type { BotContext } from '../core/context.ts';
import { parseDigestButton, parseOverviewButton } from '../core/digest-data.ts';
import { createFeature } from '../core/feature.ts';
import { acknowledge, show, showExpired } from '../core/show.ts';

/** The buttons under a digest: more on a story in its place, the stories left out, and the reasons of the order. */
export const digestButtons = createFeature();

digestButtons.buttons(/^c\|d\./, ctx => answerDigestButton(ctx, ctx.callbackQuery.data));

/** Answers a button under a digest, tapped or followed as a link. */
export async function answerDigestButton(ctx: BotContext, data: string): Promise<void> {
  if (/^c\|d\.(?:open|close)\./.test(data)) return turnOverview(ctx, data);
  const found = await parseDigestButton(data, ctx.services.library.storedQueries);
  if (!found) return showExpired(ctx);
  await acknowledge(ctx);
  const { act, ...asked } = found;
  await show(ctx, await (act === 'why' ? whyPage : restPage)(ctx.services.library, asked));
}

/** Opens a story of a short digest in its place, or goes back to the digest. */
async function turnOverview(ctx: BotContext, data: string): Promise<void> {
  const { library } = ctx.services;
  const found = await parseOverviewButton(data, library.storedQueries);
  if (!found) return showExpired(ctx);
  await acknowledge(ctx);
  const turn = found.act === 'open' ? openedStory : closedStory;
  await show(ctx, await turn(library, found.filter, found.opened), 'edit');
}
