import { dotted } from '../../answers/page/builders.ts';
import type { Block, Button, Line, Page } from '../../answers/page/page.ts';
import type { Subscription } from '../../deliveries/subscriptions/subscriptions.ts';
import { type BotContext, inGroup } from '../core/context.ts';
import { deepLink } from '../core/deep-links.ts';
import { messagePage } from '../core/show.ts';
import { describeInterest } from './draft.ts';
import { nextLine, scheduleLine } from './schedule-lines.ts';

/** All that may be managed in this chat: its own, and in private those that somebody has set up for channels. */
export async function subscriptionsHere(ctx: BotContext): Promise<Subscription[]> {
  const { subscriptions } = ctx.services.library;
  const own = await subscriptions.ofChat(ctx.chatId!);
  return inGroup(ctx) || !ctx.from ? own : [...own, ...(await subscriptions.ofChannels(ctx.from.id))];
}

/** The subscriptions of a chat, each with what can be done about it; `above`, what has just been done. */
export async function listPage(ctx: BotContext, above?: { line: Line; buttons: Button[][] }): Promise<Page> {
  const all = await subscriptionsHere(ctx);
  const first: Block[] = above ? [{ kind: 'text', line: above.line }] : [];
  if (all.length === 0)
    return { blocks: [...first, ...messagePage('no-subscriptions').blocks], buttons: above?.buttons ?? [] };
  const blocks: Block[] = [
    ...first,
    { kind: 'heading', line: [{ messageKey: 'subscriptions', args: { count: all.length } }] },
  ];
  const buttons: Button[][] = [...(above?.buttons ?? [])];
  for (const [index, subscription] of all.entries()) {
    const number = index + 1;
    blocks.push({
      kind: 'text',
      line: [{ text: `${number}. ` }, ...(await subscriptionLine(subscription, ctx))],
    });
    const act = subscription.state === 'paused' ? 'resume' : 'pause';
    buttons.push([
      numberedButton('subscription-change', 'open', subscription.id, number),
      numberedButton(`subscription-${act}`, act, subscription.id, number),
      numberedButton('subscription-delete', 'delete', subscription.id, number),
    ]);
  }
  return { blocks, buttons };
}

/** What it tells, when, and how it stands, in a line. */
async function subscriptionLine(subscription: Subscription, ctx: BotContext): Promise<Line> {
  const { locale } = ctx.services.messages;
  return dotted([
    [interestSpan(await describeInterest(subscription, ctx.services))],
    subscription.channel === null
      ? []
      : [{ messageKey: 'for-channel', args: { title: subscription.channel } }],
    scheduleLine(subscription, locale),
    statusLine(subscription, locale),
  ]);
}

/** One subscription with all its settings, each of them a button. */
export async function settingsPage(subscription: Subscription, ctx: BotContext): Promise<Page> {
  const { id, state, length, most, silent, previews, sayNothing, atOnce } = subscription;
  const { locale } = ctx.services.messages;
  const { without, withoutSources, channel } = subscription;
  const items: Line[] = [
    ...(channel === null ? [] : [[{ messageKey: 'for-channel', args: { title: channel } }]]),
    scheduleLine(subscription, locale),
    statusLine(subscription, locale),
    ...(without.length > 0 ? [[{ messageKey: 'without-these', args: { words: without.join(', ') } }]] : []),
    ...(channel === null
      ? []
      : [[{ messageKey: 'channel-managers', args: { link: deepLink(ctx.me.username, `m${id}`) } }]]),
    ...(withoutSources.length > 0
      ? [[{ messageKey: 'without-sources', args: { sources: withoutSources.join(', ') } }]]
      : []),
  ];
  const set = (messageKey: string, act: string, args: Record<string, string | number> = {}): Button => ({
    label: [{ messageKey, args }],
    action: { kind: 'choose', data: `s.${act}.${id}` },
  });
  return {
    blocks: [
      { kind: 'heading', line: [interestSpan(await describeInterest(subscription, ctx.services))] },
      { kind: 'list', items },
    ],
    buttons: [
      [set('set-what', 'what'), set('set-when', 'when')],
      [set('set-zone', 'zone'), set('set-quiet', 'quiet')],
      [set('set-without', 'without'), set('set-sources', 'sources')],
      [set(`set-length-${length}`, 'length'), set('set-most', 'most', { most })],
      [
        set(silent ? 'set-sound-off' : 'set-sound-on', 'silent'),
        set(previews ? 'set-previews-on' : 'set-previews-off', 'previews'),
      ],
      [
        atOnce
          ? set('set-at-once', 'atOnce', { most: atOnce })
          : set(sayNothing ? 'set-nothing-said' : 'set-nothing-unsaid', 'nothing'),
      ],
      state === 'paused' ? [set('set-resume', 'go')] : [set('set-send', 'send'), set('set-pause', 'stop')],
      [set('set-share', 'share'), set('set-delete', 'delete')],
      [{ label: [{ messageKey: 'set-all' }], action: { kind: 'choose', data: 's.list.0' } }],
    ],
  };
}

function statusLine({ state, nextDue, zone }: Subscription, locale: string): Line {
  return state === 'active' ? nextLine(nextDue, zone, locale) : [{ messageKey: `subscription-${state}` }];
}

function interestSpan(what: string[]): Line[number] {
  return what.length === 0
    ? { messageKey: 'about-everything', style: 'bold' }
    : { text: what.join(', '), style: 'bold' };
}

function numberedButton(messageKey: string, act: string, id: number, number: number): Button {
  return { label: [{ messageKey, args: { number } }], action: { kind: 'choose', data: `s.${act}.${id}` } };
}
