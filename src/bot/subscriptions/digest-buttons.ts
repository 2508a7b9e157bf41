import { restPage, whyPage } from '../../answers/digest/more.ts';
import type { BotContext } from '../core/context.ts';
import { parseDigestButton } from '../core/digest-data.ts';
import { createFeature } from '../core/feature.ts';
import { acknowledge, show, showExpired } from '../core/show.ts';

/** The buttons under a digest: the stories it left out, and why it showed those it did. */
export const digestButtons = createFeature();

digestButtons.buttons(/^c\|d\./, ctx => answerDigestButton(ctx, ctx.callbackQuery.data));

/** Answers a button under a digest, tapped or followed as a link. */
export async function answerDigestButton(ctx: BotContext, data: string): Promise<void> {
  const found = await parseDigestButton(data, ctx.services.library.storedQueries);
  if (!found) return showExpired(ctx);
  await acknowledge(ctx);
  const { act, ...asked } = found;
  await show(ctx, await (act === 'why' ? whyPage : restPage)(ctx.services.library, asked));
}
