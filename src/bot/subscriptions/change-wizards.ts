import type { Page } from '../../answers/page/page.ts';
import type { Subscription } from '../../deliveries/subscriptions.ts';
import { nextRun } from '../../digests/schedule.ts';
import type { BotContext } from '../core/context.ts';
import { saying } from '../core/show.ts';
import type { Guide, Step } from '../wizard/wizard.ts';
import { choicesOf, chosenIn, type Draft, draftOf } from './draft.ts';
import { sourcesStep, withoutStep } from './exclusions-step.ts';
import { mayChange } from './owner-rights.ts';
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
      const subscription = await changeable(Number(id), ctx);
      if (!subscription) return { page: saying('subscription-gone') };
      return { draft: await draftOf(choicesOf(subscription), ctx, subscription.id) };
    },
    finish,
    cancelled: async ({ id }, ctx) => {
      const subscription = await changeable(id!, ctx);
      return subscription ? settingsPage(subscription, ctx) : saying('subscription-gone');
    },
  };
}

/** A subscription that is there still, and that whoever writes may change. */
async function changeable(id: number, ctx: BotContext): Promise<Subscription | null> {
  const subscription = await ctx.desk.library.subscriptions.get(id);
  return subscription && (await mayChange(ctx, subscription)) ? subscription : null;
}

async function finish(draft: Draft, ctx: BotContext): Promise<Page> {
  const { library, clock } = ctx.desk;
  const subscription = await changeable(draft.id!, ctx);
  if (!subscription) return saying('subscription-gone');
  const choices = chosenIn(draft);
  const changed = (keys: (keyof typeof choices)[]) =>
    keys.some(key => JSON.stringify(choices[key]) !== JSON.stringify(subscription[key]));
  const otherWish = changed(['topics', 'people', 'words', 'without', 'withoutSources']);
  const otherTime = changed(['weekdays', 'times', 'zone', 'atOnce', 'quiet']);
  await library.subscriptions.change(subscription.id, {
    ...choices,
    // What was told for another wish does not count as told for this one.
    ...(otherWish && { since: subscription.told }),
    ...(otherTime && { nextDue: nextRun(choices, clock.now()) }),
    ...(otherTime && choices.atOnce && (await fromNowOn(subscription, ctx))),
  });
  return settingsPage((await library.subscriptions.get(subscription.id))!, ctx);
}

/** One that was told nothing yet has nothing to wait behind. */
async function fromNowOn({ told }: Subscription, { desk }: BotContext) {
  if (told !== null) return {};
  const head = await desk.library.news.head();
  return { told: head, since: head };
}
