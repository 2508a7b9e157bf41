import { Composer, InlineKeyboard } from 'grammy';
import type { Line, Page } from '../../answers/page/page.ts';
import type { Subscription, SubscriptionChoices } from '../../deliveries/subscriptions.ts';
import { composeDigest, interestOf } from '../../digests/composer.ts';
import { nextRun } from '../../digests/schedule.ts';
import { type BotContext, inGroup } from '../core/context.ts';
import { mayDecide } from '../core/rights.ts';
import { acknowledge, saying, show } from '../core/show.ts';
import { aboutOf } from './draft.ts';
import { mayChange } from './owner-rights.ts';
import { nextLine } from './schedule-lines.ts';
import { listPage, settingsPage } from './settings-page.ts';
import { shareLink } from './sharing.ts';

/** Starting the guided conversations, and `/subscriptions`: see, change, send now, pause, share, delete. */
export const subscriptions = new Composer<BotContext>();

subscriptions.command('subscribe', async ctx => {
  if (!(await mayDecide(ctx))) return void (await show(ctx, saying('only-administrators')));
  await ctx.conversation.exitAll();
  await ctx.conversation.enter('subscribe');
});

subscriptions.command('filter', async ctx => {
  if (inGroup(ctx)) return inPrivate(ctx);
  await ctx.conversation.exitAll();
  await ctx.conversation.enter('filter');
});

subscriptions.command(
  ['subscriptions', 'unsubscribe'],
  async ctx => void (await show(ctx, await listPage(ctx))),
);

/** What is changed by one press, and to what. */
const turns: Record<string, (subscription: Subscription) => Partial<SubscriptionChoices>> = {
  length: ({ length }) => ({ length: after(['headlines', 'short', 'full'], length) }),
  most: ({ most }) => ({ most: after([3, 5, 10, 20], most) }),
  silent: ({ silent }) => ({ silent: !silent }),
  previews: ({ previews }) => ({ previews: !previews }),
  nothing: ({ sayNothing }) => ({ sayNothing: !sayNothing }),
  atOnce: ({ atOnce }) => ({ atOnce: after([1, 3, 5, 10, 20], atOnce ?? 5) }),
};

const guided = new Set(['what', 'when', 'zone', 'quiet', 'without', 'sources']);

subscriptions.on('callback_query:data', async (ctx, next) => {
  const [, act = '', id] = /^c\|s\.([a-zA-Z]+)\.(\d+)$/.exec(ctx.callbackQuery.data) ?? [];
  if (act === '') return next();
  if (act === 'list') {
    await acknowledge(ctx);
    return void (await show(ctx, await listPage(ctx), 'edit'));
  }
  const { library } = ctx.desk;
  const subscription = act.startsWith('undo')
    ? await library.subscriptions.removed(Number(id))
    : await library.subscriptions.get(Number(id));
  const here = subscription && (subscription.chatId === ctx.chatId || subscription.channel !== null);
  if (!subscription || !here) {
    await acknowledge(ctx, ctx.desk.messages.say('subscription-gone'));
    return void (await show(ctx, await listPage(ctx), 'edit'));
  }
  if (!(await mayChange(ctx, subscription)))
    return acknowledge(ctx, ctx.desk.messages.say('only-administrators'));
  await acknowledge(ctx);
  if (guided.has(act)) {
    await ctx.conversation.exitAll();
    return ctx.conversation.enter(`change-${act}`, id);
  }
  await show(ctx, await carriedOut(act, subscription, ctx), 'edit');
});

/** Does what was pressed; gives the page that shows it. */
async function carriedOut(act: string, subscription: Subscription, ctx: BotContext): Promise<Page> {
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
              label: [{ say: 'subscription-undo' }],
              does: {
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
  return [{ say: 'subscription-deleted', args: { what: what.join(', ') || all } }];
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
      blocks: [{ kind: 'text', line: [{ say: 'send-nothing' }, { text: ' ' }, ...next] }],
      buttons: [back],
    };
  }
  await library.subscriptions.setState(subscription.id, 'active', now);
  ctx.desk.hurry();
  return { ...saying('send-coming', { count: total }), buttons: [back] };
}

function sharePage(subscription: Subscription, ctx: BotContext): Page {
  const link = shareLink(ctx, subscription);
  return {
    blocks: [
      { kind: 'text', line: [{ say: 'share' }] },
      { kind: 'text', line: [{ text: link, style: 'code' }] },
    ],
    buttons: [
      [
        {
          label: [{ say: 'share-button' }],
          does: { kind: 'open', url: `https://t.me/share/url?url=${encodeURIComponent(link)}` },
        },
      ],
      [backButton(subscription.id)],
    ],
  };
}

function backButton(id: number): Page['buttons'][number][number] {
  return { label: [{ say: 'set-back' }], does: { kind: 'choose', data: `s.open.${id}` } };
}

/** The one behind `present`, after the last the first again. */
function after<Value>(values: Value[], present: Value): Value {
  return values[(values.indexOf(present) + 1) % values.length]!;
}

async function inPrivate(ctx: BotContext): Promise<void> {
  const { messages } = ctx.desk;
  await ctx.reply(messages.say('filter-in-private'), {
    reply_parameters: { message_id: ctx.msg!.message_id, allow_sending_without_reply: true },
    reply_markup: new InlineKeyboard().url(
      messages.say('button-private'),
      `https://t.me/${ctx.me.username}?start=filter`,
    ),
  });
}
