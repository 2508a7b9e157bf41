import { z } from 'zod';
import { restPage, whyPage } from '../../answers/digest/more.ts';
import { windowFrom } from '../../answers/digest/window.ts';
import type { BotContext } from '../core/context.ts';
import { createFeature } from '../core/feature.ts';
import { acknowledge, show, showExpired } from '../core/show.ts';

/** The buttons under a digest: the stories it left out, and why it showed those it did. */
export const digestButtons = createFeature();

const strings = z.array(z.string());
/** What a digest was composed from, as `filterText` writes it; a forged key may lead to any other query. */
const storedFilter = z.object({
  topics: strings,
  people: strings,
  words: strings,
  without: strings,
  withoutSources: strings,
});

digestButtons.buttons(/^c\|d\./, ctx => answerDigestButton(ctx, ctx.callbackQuery.data));

/** Answers a button under a digest, tapped or followed as a link. */
export async function answerDigestButton(ctx: BotContext, data: string): Promise<void> {
  const found = await digestButton(ctx, data);
  if (!found) return showExpired(ctx);
  await acknowledge(ctx);
  const { act, ...asked } = found;
  await show(ctx, await (act === 'why' ? whyPage : restPage)(ctx.services.library, asked));
}

/** What a button under a digest asks for; null if its data are forged or no longer stored. */
export async function digestButton(ctx: BotContext, data: string) {
  const [, act, rest = ''] = /^c\|d\.(more|why)\.(.+)$/.exec(data) ?? [];
  const asked = act === undefined ? null : windowFrom(rest);
  const query = asked && (await ctx.services.library.storedQueries.get(asked.window.key));
  if (!asked || !query?.startsWith('{')) return null;
  const filter = storedFilter.safeParse(JSON.parse(query)).data;
  return filter ? { act, ...asked, filter } : null;
}
