import { dotted } from '../../answers/page/builders.ts';
import { clip } from '../../answers/page/clip.ts';
import type { Block, Button, Line, Page } from '../../answers/page/page.ts';
import type { Subscription } from '../../deliveries/subscriptions/subscriptions.ts';
import { type BotContext, inGroup } from '../core/context.ts';
import { deepLink } from '../core/deep-links.ts';
import { messagePage } from '../core/show.ts';
import { describeInterest } from './draft.ts';
import { mutedIn } from './mutes.ts';
import { nextLine, scheduleLine } from './schedule-lines.ts';

/** How many subscriptions a page of the list shows. */
const pageSize = 8;
/** The most characters of what a subscription covers, in the list and in its settings: both fit into one message. */
const maxListed = 160;
const maxDetail = 900;

/** Everything that can be managed in this chat: its own, and in private those the sender set up for channels. */
async function subscriptionsHere(ctx: BotContext): Promise<Subscription[]> {
  const { subscriptions } = ctx.services.library;
  const own = await subscriptions.ofChat(ctx.chatId!);
  return inGroup(ctx) || !ctx.from ? own : [...own, ...(await subscriptions.ofChannels(ctx.from.id))];
}

type ListOptions = {
  /** What has just been done. */
  above?: { line: Line; buttons: Button[][] };
  /** The page to show, from 1; or the one that holds the subscription with this id, or the one that followed it. */
  at?: { page: number } | { id: number };
};

/** A chat's subscriptions, each with what can be done about it; eight a page. */
export async function listPage(
  ctx: BotContext,
  { above, at = { page: 1 } }: ListOptions = {},
): Promise<Page> {
  const all = await subscriptionsHere(ctx);
  const first: Block[] = above ? [{ kind: 'text', line: above.line }] : [];
  if (all.length === 0)
    return { blocks: [...first, ...messagePage('no-subscriptions').blocks], buttons: above?.buttons ?? [] };
  const pages = Math.ceil(all.length / pageSize);
  const page = Math.min(pages, Math.max(1, 'page' in at ? at.page : pageOf(all, at.id)));
  const heading = inGroup(ctx) ? 'group-subscriptions' : 'subscriptions';
  const blocks: Block[] = [
    ...first,
    { kind: 'heading', line: [{ messageKey: heading, args: { count: all.length } }] },
  ];
  const buttons: Button[][] = [...(above?.buttons ?? [])];
  const from = (page - 1) * pageSize;
  for (const [index, subscription] of all.slice(from, from + pageSize).entries()) {
    const number = from + index + 1;
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
  const turn = (messageKey: string, to: number): Button[] =>
    to < 1 || to > pages
      ? []
      : [{ label: [{ messageKey }], action: { kind: 'choose', data: `s.list.${to}` } }];
  const turns = [...turn('subscriptions-previous', page - 1), ...turn('subscriptions-next', page + 1)];
  return { blocks, buttons: turns.length > 0 ? [...buttons, turns] : buttons };
}

function pageOf(all: Subscription[], id: number): number {
  const before = all.filter(subscription => subscription.id < id && subscription.channel === null).length;
  const index = all.findIndex(subscription => subscription.id === id);
  return Math.floor((index < 0 ? before : index) / pageSize) + 1;
}

/** What it covers, where it is sent, when, and its state, in a line. */
async function subscriptionLine(subscription: Subscription, ctx: BotContext): Promise<Line> {
  const { locale } = ctx.services.messages;
  return dotted([
    [interestSpan(await describeInterest(subscription, ctx.services), maxListed)],
    placeLine(subscription),
    scheduleLine(subscription, locale),
    statusLine(subscription, locale),
  ]);
}

/** The channel or forum topic that it is sent to; empty for the chat itself. */
function placeLine({ channel, threadId, topicName }: Subscription): Line {
  if (channel !== null) return [{ messageKey: 'for-channel', args: { title: channel } }];
  if (threadId === null) return [];
  return topicName === null
    ? [{ messageKey: 'for-topic-number', args: { topic: String(threadId) } }]
    : [{ messageKey: 'for-topic', args: { topic: topicName } }];
}

/** One subscription with all its settings, each of them a button. */
export async function settingsPage(subscription: Subscription, ctx: BotContext): Promise<Page> {
  const what = await describeInterest(subscription, ctx.services);
  const muted = (await mutedIn(ctx, subscription)).filter(({ kind }) => kind !== 'outlet');
  const names = muted.map(({ name }) => name);
  return {
    blocks: [
      { kind: 'heading', line: [interestSpan(what, maxDetail)] },
      { kind: 'list', items: settingLines(subscription, names, ctx) },
    ],
    buttons: settingButtons(subscription, names, ctx),
  };
}

/** Where it is sent, when, and what is left out of it; `muted` are the names of stories and people. */
function settingLines(subscription: Subscription, muted: string[], ctx: BotContext): Line[] {
  const { id, without, withoutSources, channel } = subscription;
  const { locale } = ctx.services.messages;
  const place = placeLine(subscription);
  const listed = (messageKey: string, arg: string, words: string[]): Line[] =>
    words.length === 0 ? [] : [[{ messageKey, args: { [arg]: clip(words.join(', '), maxDetail) } }]];
  return [
    ...(place.length === 0 ? [] : [place]),
    dotted([
      [{ messageKey: 'schedule-label' }, { text: ' ' }, ...scheduleLine(subscription, locale)],
      statusLine(subscription, locale),
    ]),
    ...listed('without-these', 'words', without),
    ...listed('muted-these', 'names', muted),
    ...(channel === null
      ? []
      : [[{ messageKey: 'channel-managers', args: { link: deepLink(ctx.me.username, `m${id}`) } }]]),
    ...listed('without-sources', 'sources', withoutSources),
  ];
}

function settingButtons(subscription: Subscription, muted: string[], { services }: BotContext): Button[][] {
  const { id, state, length, most, silent, previews, sayNothing, atOnce, language } = subscription;
  const choose = (messageKey: string, data: string, args: Record<string, string | number> = {}): Button => ({
    label: [{ messageKey, args }],
    action: { kind: 'choose', data },
  });
  const set = (messageKey: string, act: string, args?: Record<string, string | number>): Button =>
    choose(messageKey, `s.${act}.${id}`, args);
  return [
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
    ...(language === null
      ? []
      : [[set('set-language', 'language', { language: services.languages.nameOf(language) })]]),
    ...(muted.length + subscription.withoutSources.length > 0 ? [[choose('set-muted', `m.list.${id}`)]] : []),
    [set('set-share', 'share'), set('set-delete', 'delete')],
    [choose('set-all', 's.list.1')],
  ];
}

function statusLine({ state, nextDue, zone }: Subscription, locale: string): Line {
  return state === 'active' ? nextLine(nextDue, zone, locale) : [{ messageKey: `subscription-${state}` }];
}

function interestSpan(what: string[], max: number): Line[number] {
  return what.length === 0
    ? { messageKey: 'about-everything', style: 'bold' }
    : { text: clip(what.join(', '), max), style: 'bold' };
}

function numberedButton(messageKey: string, act: string, id: number, number: number): Button {
  return { label: [{ messageKey, args: { number } }], action: { kind: 'choose', data: `s.${act}.${id}` } };
}
