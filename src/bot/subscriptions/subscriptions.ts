import type { Line, Page } from '../../answers/page/page.ts';
import type { Subscription, SubscriptionChoices } from '../../deliveries/subscriptions/subscriptions.ts';
import { composeDigest, interestOf } from '../../digests/composer.ts';
import { nextRun } from '../../digests/schedule.ts';
import {
  type SubscriptionButtonAction,
  subscriptionButton,
  subscriptionButtonActions,
} from '../core/button-actions.ts';
import type { BotContext } from '../core/context.ts';
import { createFeature } from '../core/feature.ts';
import { asFirstFound } from '../core/first-attempt.ts';
import { mayDo } from '../core/refusals.ts';
import { isManagedHere } from '../core/rights.ts';
import { acknowledge, messagePage, show, showExpired } from '../core/show.ts';
import { endDialog } from '../wizard/wizard.ts';
import { describeInterest } from './draft.ts';
import { nextLine } from './schedule-lines.ts';
import { listPage, settingsPage } from './settings-page.ts';
import { shareLink } from './sharing.ts';

/** Starts the wizards, and manages subscriptions: see, change, send now, pause, share, delete. */
export const subscriptions = createFeature();

subscriptions.command('subscribe', 'subscribe', async ctx => {
  await endDialog(ctx);
  await ctx.conversation.enter('subscribe', ctx.match.trim());
});

subscriptions.command('filter', 'filter', async ctx => {
  await endDialog(ctx);
  await ctx.conversation.enter('filter');
});

subscriptions.command('subscriptions', 'subscriptions', async ctx => show(ctx, await listPage(ctx)));

/** The settings that one tap changes, and to what. */
const toggles: Partial<
  Record<SubscriptionButtonAction, (subscription: Subscription) => Partial<SubscriptionChoices>>
> = {
  length: ({ length }) => ({ length: nextValue(['headlines', 'short', 'full'], length) }),
  most: ({ most }) => ({ most: nextValue([3, 5, 10, 20], most) }),
  silent: ({ silent }) => ({ silent: !silent }),
  previews: ({ previews }) => ({ previews: !previews }),
  nothing: ({ sayNothing }) => ({ sayNothing: !sayNothing }),
  atOnce: ({ atOnce }) => ({ atOnce: nextValue([1, 3, 5, 10, 20], atOnce ?? 5) }),
};

const wizardActions: ReadonlySet<SubscriptionButtonAction> = new Set([
  'what',
  'when',
  'zone',
  'quiet',
  'without',
  'sources',
]);

// Who may depends on the subscription that the data name.
subscriptions.buttons(/^c\|s\./, ctx => handleSubscriptionButton(ctx, ctx.callbackQuery.data), {
  asks: true,
});

/** Does what the button of a subscription asks for, tapped or followed as a link. */
export async function handleSubscriptionButton(ctx: BotContext, data: string): Promise<void> {
  const button = subscriptionButton(data);
  if (!button) return (await mayDo(ctx, 'unknown')) ? showExpired(ctx) : undefined;
  const { act, id } = button;
  const action = subscriptionButtonActions[act];
  const how = ctx.callbackQuery ? 'edit' : 'send';
  const subscription =
    action === 'subscriptions' ? null : await asFirstFound(ctx, () => manageable(ctx, button));
  if (!subscription) {
    if (!(await mayDo(ctx, 'subscriptions'))) return;
    const isGone = action !== 'subscriptions';
    await acknowledge(ctx, isGone ? ctx.services.messages.say('subscription-gone') : undefined);
    const above =
      isGone && how === 'send' ? { above: { line: [{ messageKey: 'subscription-gone' }], buttons: [] } } : {};
    const page = await listPage(ctx, { ...above, at: isGone ? { id } : { page: id } });
    return void (await show(ctx, page, how));
  }
  if (!(await mayDo(ctx, action, subscription))) return;
  await acknowledge(ctx);
  if (wizardActions.has(act)) {
    await endDialog(ctx);
    return ctx.conversation.enter(`change-${act}`, String(id));
  }
  await show(ctx, await execute(act, subscription, ctx), how);
}

/** The subscription that a button names, if it can be managed from here: this chat's, or in private a channel's. */
async function manageable(
  ctx: BotContext,
  { act, id }: { act: SubscriptionButtonAction; id: number },
): Promise<Subscription | null> {
  const { library } = ctx.services;
  const found = await (subscriptionButtonActions[act] === 'undo'
    ? library.subscriptions.removed(id)
    : library.subscriptions.get(id));
  return found && isManagedHere(ctx, found) ? found : null;
}

/** Does what was tapped; returns the page that shows the outcome. */
async function execute(
  act: SubscriptionButtonAction,
  subscription: Subscription,
  ctx: BotContext,
): Promise<Page> {
  const { library, clock } = ctx.services;
  const { id } = subscription;
  const settings = async () => {
    const found = await library.subscriptions.get(id);
    return found ? settingsPage(found, ctx) : listPage(ctx, { at: { id } });
  };
  const change = toggles[act];
  if (change) {
    await library.subscriptions.change(id, change(subscription));
    return settings();
  }
  switch (act) {
    case 'pause':
    case 'stop':
      await library.subscriptions.setState(id, 'paused', subscription.nextDue);
      return act === 'stop' ? settings() : listPage(ctx, { at: { id } });
    case 'resume':
    case 'go':
      await library.subscriptions.setState(id, 'active', nextRun(subscription, clock.now()));
      return act === 'go' ? settings() : listPage(ctx, { at: { id } });
    case 'delete':
      await library.subscriptions.remove(id, clock.now());
      return listPage(ctx, {
        at: { id },
        above: {
          line: await deletedLine(subscription, ctx),
          buttons: [
            [
              {
                label: [{ messageKey: 'subscription-undo' }],
                action: {
                  kind: 'choose',
                  data: `s.${subscription.state === 'paused' ? 'undoPaused' : 'undo'}.${id}`,
                },
              },
            ],
          ],
        },
      });
    case 'undo':
    case 'undoPaused': {
      const next = nextRun(subscription, clock.now());
      await library.subscriptions.restore(id, act === 'undo' ? 'active' : 'paused', next);
      return settings();
    }
    case 'language': {
      const { languages, messages } = ctx.services;
      const language = nextValue([...languages.codes], subscription.language ?? messages.language);
      await library.subscriptions.change(id, { language });
      return settings();
    }
    case 'send':
      return sendNow(subscription, ctx);
    case 'share':
      return sharePage(subscription, ctx);
    default:
      return settings();
  }
}

async function deletedLine(subscription: Subscription, { services }: BotContext): Promise<Line> {
  const what = await describeInterest(subscription, services);
  const all = services.messages.say('about-everything');
  return [{ messageKey: 'subscription-deleted', args: { what: what.join(', ') || all } }];
}

/** Makes it due at once, if there is anything new. */
async function sendNow(subscription: Subscription, ctx: BotContext): Promise<Page> {
  const { library, clock, messages } = ctx.services;
  const now = clock.now();
  const { total } = await composeDigest(library, interestOf(subscription), { now });
  const back = [backButton(subscription.id)];
  if (total === 0) {
    const next = nextLine(subscription.nextDue, subscription.zone, messages.locale);
    return {
      blocks: [{ kind: 'text', line: [{ messageKey: 'send-nothing' }, { text: ' ' }, ...next] }],
      buttons: [back],
    };
  }
  await library.subscriptions.setState(subscription.id, 'active', now);
  ctx.services.triggerTick();
  return { ...messagePage('send-coming', { count: total }), buttons: [back] };
}

async function sharePage(subscription: Subscription, ctx: BotContext): Promise<Page> {
  const link = await shareLink(ctx, subscription);
  return {
    blocks: [
      { kind: 'text', line: [{ messageKey: 'share' }] },
      { kind: 'text', line: [{ text: link, style: 'code' }] },
    ],
    buttons: [
      [
        {
          label: [{ messageKey: 'share-button' }],
          action: { kind: 'open', url: `https://t.me/share/url?url=${encodeURIComponent(link)}` },
        },
      ],
      [backButton(subscription.id)],
    ],
  };
}

function backButton(id: number): Page['buttons'][number][number] {
  return { label: [{ messageKey: 'set-back' }], action: { kind: 'choose', data: `s.open.${id}` } };
}

/** The value that follows `present`; after the last, the first again. */
function nextValue<Value>(values: Value[], present: Value): Value {
  return values[(values.indexOf(present) + 1) % values.length]!;
}
