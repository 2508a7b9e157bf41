import { createHash } from 'node:crypto';
import { rows } from '../../answers/page/builders.ts';
import { clip } from '../../answers/page/clip.ts';
import type { Button, Page } from '../../answers/page/page.ts';
import type { Subscription } from '../../deliveries/subscriptions/subscriptions.ts';
import type { BotContext } from '../core/context.ts';
import { createFeature } from '../core/feature.ts';
import { mayDo } from '../core/refusals.ts';
import { isManagedHere } from '../core/rights.ts';
import { acknowledge, show, showExpired } from '../core/show.ts';

/**
 * “Not for me” under a story of a digest: the story, someone in it or an outlet is left out of that subscription's
 * digests from now on. The buttons' data: `m.ask.STORY`, `m.mute.SUBSCRIPTION.KIND.KEY`, `m.undo.…`, `m.list.…`.
 */
export const mutes = createFeature();

const mostPeople = 4;
const mostOutlets = 3;
/** How many that are left out are listed. */
const mostListed = 20;
const longestLabel = 40;

type Kind = 'story' | 'person' | 'outlet';
/** What is or may be left out: `key` is its id, or of an outlet the beginning of its name's hash. */
type Muted = { kind: Kind; key: string; name: string };

mutes.buttons(
  /^c\|m\.ask\.\d{1,15}$/,
  async ctx => {
    const story = ctx.callbackQuery.data.slice('c|m.ask.'.length);
    const { library } = ctx.services;
    const message = ctx.callbackQuery.message?.message_id;
    const id = message === undefined ? null : await library.outbox.subscriptionOf(ctx.chatId!, message);
    const subscription = await manageable(ctx, id);
    if (!(await mayDo(ctx, 'mute', subscription ?? undefined))) return;
    const choices = subscription === null ? [] : await choicesIn(ctx, story);
    if (subscription === null || choices.length === 0) return showExpired(ctx);
    await acknowledge(ctx);
    await show(ctx, {
      blocks: [{ kind: 'text', line: [{ messageKey: 'mute-what' }] }],
      buttons: rows(
        choices.map(({ kind, key, name }) =>
          choice(
            `mute-${kind}`,
            { name: clip(name, longestLabel) },
            `mute.${subscription.id}.${kind}.${key}`,
          ),
        ),
        1,
      ),
    });
  },
  { asks: true },
);

mutes.buttons(
  /^c\|m\.(?:mute|undo)\.\d{1,15}\.(?:story|person|outlet)\.\w{1,16}$/,
  async ctx => {
    const [, act, id, kind, key] = ctx.callbackQuery.data.split('.') as [
      string,
      string,
      string,
      Kind,
      string,
    ];
    const subscription = await manageable(ctx, Number(id));
    if (!(await mayDo(ctx, 'mute', subscription ?? undefined))) return;
    const found = subscription && (await find(ctx, subscription, kind, key));
    if (!subscription || !found) return showExpired(ctx);
    await acknowledge(ctx);
    const isMuting = act === 'mute';
    await ctx.services.library.subscriptions.change(subscription.id, changeOf(subscription, found, isMuting));
    const other = `${isMuting ? 'undo' : 'mute'}.${id}.${kind}.${key}`;
    await show(
      ctx,
      {
        blocks: [
          {
            kind: 'text',
            line: [
              { messageKey: isMuting ? 'mute-done' : 'mute-undone', args: { name: clip(found.name, 120) } },
            ],
          },
        ],
        buttons: [[choice(isMuting ? 'mute-undo' : 'mute-again', {}, other)]],
      },
      'edit',
    );
  },
  { asks: true },
);

mutes.buttons(
  /^c\|m\.list\.\d{1,15}$/,
  async ctx => {
    const subscription = await manageable(ctx, Number(ctx.callbackQuery.data.slice('c|m.list.'.length)));
    if (!(await mayDo(ctx, 'mute', subscription ?? undefined))) return;
    if (!subscription) return showExpired(ctx);
    await acknowledge(ctx);
    await show(ctx, await mutedPage(ctx, subscription));
  },
  { asks: true },
);

/** What a subscription leaves out by “Not for me”: people, organizations, places and stories. */
export async function mutedIn({ services }: BotContext, subscription: Subscription): Promise<Muted[]> {
  const { library } = services;
  const people = await Promise.all(
    subscription.withoutPeople.map(async (key): Promise<Muted> => {
      const subject = await library.subjects.get(key);
      return { kind: 'person', key, name: subject?.name ?? `#${key}` };
    }),
  );
  const stories = await Promise.all(
    subscription.withoutStories.map(async (key): Promise<Muted> => {
      const story = await library.stories.get(key);
      return { kind: 'story', key, name: story?.title ?? `#${key}` };
    }),
  );
  const outlets = subscription.withoutSources.map(
    (name): Muted => ({ kind: 'outlet', key: keyOf(name), name }),
  );
  return [...people, ...outlets, ...stories];
}

async function mutedPage(ctx: BotContext, subscription: Subscription): Promise<Page> {
  const muted = (await mutedIn(ctx, subscription)).slice(-mostListed);
  return {
    blocks: [{ kind: 'text', line: [{ messageKey: muted.length === 0 ? 'muted-none' : 'muted-list' }] }],
    buttons: muted.map(({ kind, key, name }) => [
      choice('muted-one', { name: clip(name, longestLabel) }, `undo.${subscription.id}.${kind}.${key}`),
    ]),
  };
}

/** What of a story can be left out: the story, people in its newest article, and its outlets. */
async function choicesIn({ services }: BotContext, id: string): Promise<Muted[]> {
  const { library } = services;
  const story = await library.stories.get(id);
  const newest = story?.articles.at(-1);
  const article = newest && (await library.articles.get(newest.id));
  if (!story || !article) return [];
  const people = article.reading.people
    .toSorted((a, b) => b.mentions.length - a.mentions.length)
    .flatMap(person => article.cast.get(person.id) ?? [])
    .slice(0, mostPeople)
    .map(({ id: key, name }): Muted => ({ kind: 'person', key, name }));
  const outlets = [...new Set(story.articles.flatMap(({ source }) => source ?? []))]
    .slice(0, mostOutlets)
    .map((name): Muted => ({ kind: 'outlet', key: keyOf(name), name }));
  return [{ kind: 'story', key: story.id, name: story.title }, ...people, ...outlets];
}

async function find(
  { services }: BotContext,
  subscription: Subscription,
  kind: Kind,
  key: string,
): Promise<Muted | null> {
  const { library } = services;
  if (kind === 'outlet') {
    const known = (await library.news.sources()).map(({ source }) => source);
    const name = [...subscription.withoutSources, ...known].find(each => keyOf(each) === key);
    return name === undefined ? null : { kind, key, name };
  }
  const name =
    kind === 'person' ? (await library.subjects.get(key))?.name : (await library.stories.get(key))?.title;
  const isMuted = [...subscription.withoutPeople, ...subscription.withoutStories].includes(key);
  return name === undefined && !isMuted ? null : { kind, key, name: name ?? `#${key}` };
}

function changeOf(subscription: Subscription, { kind, key, name }: Muted, isMuting: boolean) {
  const changed = (list: string[], value: string) =>
    isMuting ? [...new Set([...list, value])] : list.filter(each => each !== value);
  if (kind === 'outlet') return { withoutSources: changed(subscription.withoutSources, name) };
  if (kind === 'person') return { withoutPeople: changed(subscription.withoutPeople, key) };
  return { withoutStories: changed(subscription.withoutStories, key) };
}

async function manageable(ctx: BotContext, id: number | null): Promise<Subscription | null> {
  const found = id === null ? null : await ctx.services.library.subscriptions.get(id);
  return found && isManagedHere(ctx, found) ? found : null;
}

/** An outlet's name is too long for a button's data. */
function keyOf(outlet: string): string {
  return createHash('sha256').update(outlet).digest('hex').slice(0, 12);
}

function choice(messageKey: string, args: Record<string, string>, data: string): Button {
  return { label: [{ messageKey, args }], action: { kind: 'choose', data: `m.${data}` } };
}
