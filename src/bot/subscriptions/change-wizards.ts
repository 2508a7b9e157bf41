import type { Page } from '../../answers/page/page.ts';
import type { Subscription } from '../../deliveries/subscriptions/subscriptions.ts';
import { nextRun } from '../../digests/schedule.ts';
import type { BotContext } from '../core/context.ts';
import { refusalMessage } from '../core/refusals.ts';
import { verdictOn } from '../core/rights.ts';
import { messagePage } from '../core/show.ts';
import type { Step, Wizard } from '../wizard/wizard.ts';
import { choicesOf, choicesOfDraft, type Draft, draftOf } from './draft.ts';
import { excludedSourcesStep, excludedWordsStep } from './exclusions-step.ts';
import { quietStep, whenStep, zoneStep } from './schedule-steps.ts';
import { settingsPage } from './settings-page.ts';
import { whatStep } from './what-step.ts';

/** The wizards that each change one setting of a subscription. */
export const changeWizards: Wizard<Draft>[] = [
  changeWizard('what', whatStep()),
  changeWizard('when', whenStep()),
  changeWizard('zone', zoneStep({ aside: false })),
  changeWizard('quiet', quietStep()),
  changeWizard('without', excludedWordsStep()),
  changeWizard('sources', excludedSourcesStep()),
];

function changeWizard(name: string, step: Step<Draft>): Wizard<Draft> {
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

/** A subscription that exists and that the sender may change, or a page that says why not. */
async function changeable(
  id: number,
  ctx: BotContext,
): Promise<{ subscription: Subscription } | { page: Page }> {
  const subscription = await ctx.services.library.subscriptions.get(id);
  if (!subscription) return { page: messagePage('subscription-gone') };
  const verdict = await verdictOn(ctx, 'change', subscription);
  if (verdict === 'yes') return { subscription };
  return { page: messagePage(refusalMessage(ctx, verdict === 'unanswered' ? verdict : 'administrators')) };
}

async function finish(draft: Draft, ctx: BotContext): Promise<Page> {
  const { library, clock } = ctx.services;
  const found = await changeable(draft.id!, ctx);
  if ('page' in found) return found.page;
  const { subscription } = found;
  const choices = choicesOfDraft(draft);
  const changed = (keys: (keyof typeof choices)[]) =>
    keys.some(key => JSON.stringify(choices[key]) !== JSON.stringify(subscription[key]));
  const otherWish = changed(['topics', 'people', 'words', 'without', 'withoutSources']);
  const otherTime = changed(['weekdays', 'times', 'zone', 'atOnce', 'quiet']);
  await library.subscriptions.change(subscription.id, {
    ...choices,
    // What was sent for the former filter doesn't count as sent for this one.
    ...(otherWish && { since: subscription.deliveredUpTo }),
    ...(otherTime && { nextDue: nextRun(choices, clock.now()) }),
    ...(otherTime && choices.atOnce && (await fromNowOn(subscription, ctx))),
  });
  return settingsPage((await library.subscriptions.get(subscription.id))!, ctx);
}

/** One that hasn't sent anything yet starts from the newest article. */
async function fromNowOn({ deliveredUpTo }: Subscription, { services }: BotContext) {
  if (deliveredUpTo !== null) return {};
  const head = await services.library.news.head();
  return { deliveredUpTo: head, since: head };
}
