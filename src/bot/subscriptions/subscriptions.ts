import type { Line, Page } from '../../answers/page/page.ts';
import type { Subscription, SubscriptionChoices } from '../../deliveries/subscriptions/subscriptions.ts';
import { composeDigest, interestOf } from '../../digests/composer.ts';
import { nextRun } from '../../digests/schedule.ts';
import { type SubscriptionAct, subscriptionActs, subscriptionButton } from '../core/button-actions.ts';
import type { BotContext } from '../core/context.ts';
import { createFeature } from '../core/feature.ts';
import { mayDo } from '../core/refusals.ts';
import { isManagedHere } from '../core/rights.ts';
import { acknowledge, expired, saying, show } from '../core/show.ts';
import { aboutOf } from './draft.ts';
import { nextLine } from './schedule-lines.ts';
import { listPage, settingsPage } from './settings-page.ts';
import { shareLink } from './sharing.ts';

/** Starting the guided conversations, and `/subscriptions`: see, change, send now, pause, share, delete. */
export const subscriptions = createFeature();

subscriptions.command('subscribe', 'subscribe', async ctx => {
  await ctx.conversation.exitAll();
  await ctx.conversation.enter('subscribe');
});

subscriptions.command('filter', 'filter', async ctx => {
  await ctx.conversation.exitAll();
  await ctx.conversation.enter('filter');
});

subscriptions.command(['subscriptions', 'unsubscribe'], 'subscriptions', async ctx =>
  show(ctx, await listPage(ctx)),
);

/** What is changed by one press, and to what. */
const turns: Partial<Record<SubscriptionAct, (subscription: Subscription) => Partial<SubscriptionChoices>>> =
  {
    length: ({ length }) => ({ length: after(['headlines', 'short', 'full'], length) }),
    most: ({ most }) => ({ most: after([3, 5, 10, 20], most) }),
    silent: ({ silent }) => ({ silent: !silent }),
    previews: ({ previews }) => ({ previews: !previews }),
    nothing: ({ sayNothing }) => ({ sayNothing: !sayNothing }),
    atOnce: ({ atOnce }) => ({ atOnce: after([1, 3, 5, 10, 20], atOnce ?? 5) }),
  };

const guided: ReadonlySet<SubscriptionAct> = new Set(['what', 'when', 'zone', 'quiet', 'without', 'sources']);

// Whether somebody may depends on the subscription that the data name.
subscriptions.buttons(/^c\|s\./, ctx => pressSubscription(ctx, ctx.callbackQuery.data), { asks: true });

/** Does what the button of a subscription asks for, pressed or followed as a link. */
export async function pressSubscription(ctx: BotContext, data: string): Promise<void> {
  const button = subscriptionButton(data);
  if (!button) return (await mayDo(ctx, 'unknown')) ? expired(ctx) : undefined;
  const { act, id } = button;
  const action = subscriptionActs[act];
  const how = ctx.callbackQuery ? 'edit' : 'send';
  const subscription = action === 'subscriptions' ? null : await manageable(ctx, button);
  if (!subscription) {
    if (!(await mayDo(ctx, 'subscriptions'))) return;
    const isGone = action !== 'subscriptions';
    await acknowledge(ctx, isGone ? ctx.desk.messages.say('subscription-gone') : undefined);
    const above =
      isGone && how === 'send' ? { line: [{ messageKey: 'subscription-gone' }], buttons: [] } : undefined;
    return void (await show(ctx, await listPage(ctx, above), how));
  }
  if (!(await mayDo(ctx, action, subscription))) return;
  await acknowledge(ctx);
  if (guided.has(act)) {
    await ctx.conversation.exitAll();
    return ctx.conversation.enter(`change-${act}`, String(id));
  }
  await show(ctx, await carriedOut(act, subscription, ctx), how);
}

/** The subscription that a button names, if it can be managed from here: one of this chat, in private one of a channel. */
async function manageable(
  ctx: BotContext,
  { act, id }: { act: SubscriptionAct; id: number },
): Promise<Subscription | null> {
  const { library } = ctx.desk;
  const found = await (subscriptionActs[act] === 'undo'
    ? library.subscriptions.removed(id)
    : library.subscriptions.get(id));
  return found && isManagedHere(ctx, found) ? found : null;
}

/** Does what was pressed; gives the page that shows it. */
async function carriedOut(act: SubscriptionAct, subscription: Subscription, ctx: BotContext): Promise<Page> {
  const { library, clock } = ctx.desk;
  const { id } = subscription;
  const settings = async () => settingsPage((await library.subscriptions.get(id))!, ctx);
  const change = turns[act];
  if (change) {
    await library.subscriptions.change(id, change(subscription));
    return settings();
  }
  switch (act) {
    case 'pause':
    case 'stop':
      await library.subscriptions.setState(id, 'paused', subscription.nextDue);
      return act === 'stop' ? settings() : listPage(ctx);
    case 'resume':
    case 'go':
      await library.subscriptions.setState(id, 'active', nextRun(subscription, clock.now()));
      return act === 'go' ? settings() : listPage(ctx);
    case 'delete':
      await library.subscriptions.remove(id, clock.now());
      return listPage(ctx, {
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
      });
    case 'undo':
    case 'undoPaused': {
      const next = nextRun(subscription, clock.now());
      await library.subscriptions.restore(id, act === 'undo' ? 'active' : 'paused', next);
      return settings();
    }
    case 'send':
      return sentNow(subscription, ctx);
    case 'share':
      return sharePage(subscription, ctx);
    default:
      return settings();
  }
}

async function deletedLine(subscription: Subscription, { desk }: BotContext): Promise<Line> {
  const what = await aboutOf(subscription, desk);
  const all = desk.messages.say('about-everything');
  return [{ messageKey: 'subscription-deleted', args: { what: what.join(', ') || all } }];
}

/** Makes it due at once, if there is anything to tell. */
async function sentNow(subscription: Subscription, ctx: BotContext): Promise<Page> {
  const { library, clock, messages } = ctx.desk;
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
  ctx.desk.hurry();
  return { ...saying('send-coming', { count: total }), buttons: [back] };
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

/** The one behind `present`, after the last the first again. */
function after<Value>(values: Value[], present: Value): Value {
  return values[(values.indexOf(present) + 1) % values.length]!;
}
