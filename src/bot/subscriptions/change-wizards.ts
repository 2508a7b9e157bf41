import type { Page } from '../../answers/page/page.ts';
import type { Subscription } from '../../deliveries/subscriptions/subscriptions.ts';
import { nextRun } from '../../digests/schedule.ts';
import type { BotContext } from '../core/context.ts';
import { refusalWords } from '../core/refusals.ts';
import { verdictOn } from '../core/rights.ts';
import { saying } from '../core/show.ts';
import type { Guide, Step } from '../wizard/wizard.ts';
import { choicesOf, chosenIn, type Draft, draftOf } from './draft.ts';
import { sourcesStep, withoutStep } from './exclusions-step.ts';
import { quietStep } from './quiet-step.ts';
import { settingsPage } from './settings-page.ts';
import { whatStep } from './what-step.ts';
import { whenStep } from './when-step.ts';
import { zoneStep } from './zone-step.ts';

/** The conversations that each change one thing of a subscription. */
export const changeGuides: Guide<Draft>[] = [
  changeGuide('what', whatStep()),
  changeGuide('when', whenStep()),
  changeGuide('zone', zoneStep({ aside: false })),
  changeGuide('quiet', quietStep()),
  changeGuide('without', withoutStep()),
  changeGuide('sources', sourcesStep()),
];

function changeGuide(name: string, step: Step<Draft>): Guide<Draft> {
  return {
    name: `change-${name}`,
    steps: [step],
    begin: async (ctx, id) => {
      const found = await changeable(Number(id), ctx);
      if ('page' in found) return found;
      return { draft: await draftOf(choicesOf(found.subscription), ctx, found.subscription.id) };
    },
    finish,
    cancelled: async ({ id }, ctx) => {
      const found = await changeable(id!, ctx);
      return 'page' in found ? found.page : settingsPage(found.subscription, ctx);
    },
  };
}

/** A subscription that still exists and that the writer may change, or a page that says why not. */
async function changeable(
  id: number,
  ctx: BotContext,
): Promise<{ subscription: Subscription } | { page: Page }> {
  const subscription = await ctx.desk.library.subscriptions.get(id);
  if (!subscription) return { page: saying('subscription-gone') };
  const verdict = await verdictOn(ctx, 'change', subscription);
  if (verdict === 'yes') return { subscription };
  return { page: saying(refusalWords(ctx, verdict === 'unanswered' ? verdict : 'administrators')) };
}

async function finish(draft: Draft, ctx: BotContext): Promise<Page> {
  const { library, clock } = ctx.desk;
  const found = await changeable(draft.id!, ctx);
  if ('page' in found) return found.page;
  const { subscription } = found;
  const choices = chosenIn(draft);
  const changed = (keys: (keyof typeof choices)[]) =>
    keys.some(key => JSON.stringify(choices[key]) !== JSON.stringify(subscription[key]));
  const otherWish = changed(['topics', 'people', 'words', 'without', 'withoutSources']);
  const otherTime = changed(['weekdays', 'times', 'zone', 'atOnce', 'quiet']);
  await library.subscriptions.change(subscription.id, {
    ...choices,
    // What was told for another wish does not count as told for this one.
    ...(otherWish && { since: subscription.deliveredUpTo }),
    ...(otherTime && { nextDue: nextRun(choices, clock.now()) }),
    ...(otherTime && choices.atOnce && (await fromNowOn(subscription, ctx))),
  });
  return settingsPage((await library.subscriptions.get(subscription.id))!, ctx);
}

/** One that was told nothing yet has nothing to wait behind. */
async function fromNowOn({ deliveredUpTo }: Subscription, { desk }: BotContext) {
  if (deliveredUpTo !== null) return {};
  const head = await desk.library.news.head();
  return { deliveredUpTo: head, since: head };
}
