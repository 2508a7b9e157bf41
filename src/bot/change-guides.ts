import type { Page } from '../answers/page.ts';
import { rows } from '../answers/simple.ts';
import { nextStrike } from '../digests/schedule.ts';
import type { Subscription } from '../library/subscriptions.ts';
import type { BotContext } from './context.ts';
import { choice, type Guide, type Step } from './guide.ts';
import { saying } from './show.ts';
import { choicesOf, chosenIn, type Draft, draftOf } from './subscribe-draft.ts';
import { whatStep } from './subscribe-what.ts';
import { whenStep } from './subscribe-when.ts';
import { zoneStep } from './subscribe-zone.ts';
import { settingsPage } from './subscription-page.ts';
import { mayChange } from './subscription-rights.ts';
import { parseHours } from './when.ts';

/** How many words or sources may be left out. */
const mostLeftOut = 30;
const longestWords = 60;
const sourcesShown = 12;

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
      const subscription = await ctx.desk.library.subscriptions.get(Number(id));
      if (!subscription || !(await mayChange(ctx, subscription)))
        return { page: saying('subscription-gone') };
      return { draft: await draftOf(choicesOf(subscription), ctx, subscription.id) };
    },
    finish,
  };
}

async function finish(draft: Draft, ctx: BotContext): Promise<Page> {
  const { library, clock } = ctx.desk;
  const subscription = await library.subscriptions.get(draft.id!);
  if (!subscription || !(await mayChange(ctx, subscription))) return saying('subscription-gone');
  const choices = chosenIn(draft);
  const changed = (keys: (keyof typeof choices)[]) =>
    keys.some(key => JSON.stringify(choices[key]) !== JSON.stringify(subscription[key]));
  const otherWish = changed(['topics', 'people', 'words', 'without', 'withoutSources']);
  const otherTime = changed(['weekdays', 'times', 'zone', 'atOnce', 'quiet']);
  await library.subscriptions.change(subscription.id, {
    ...choices,
    // What was told for another wish does not count as told for this one.
    ...(otherWish && { since: subscription.told }),
    ...(otherTime && { nextDue: nextStrike(choices, clock.now()) }),
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

/** Between which hours nothing is sent. */
function quietStep(): Step<Draft> {
  const offered = [
    { from: '22:00', to: '07:00' },
    { from: '23:00', to: '08:00' },
    { from: '20:00', to: '09:00' },
  ];
  return {
    ask: async () => ({
      blocks: [
        { kind: 'heading', line: [{ say: 'change-quiet' }] },
        { kind: 'text', line: [{ say: 'change-quiet-hint' }] },
      ],
      buttons: [
        ...rows(
          offered.map(quiet => choice([{ text: `${quiet.from}–${quiet.to}` }], `${quiet.from}-${quiet.to}`)),
          3,
        ),
        [choice([{ say: 'change-quiet-none' }], 'none')],
      ],
    }),
    take: async (answer, draft) => {
      const words = answer.kind === 'typed' ? answer.text : answer.kind === 'chosen' ? answer.value : '';
      const none = /^(none|no|never|ні|нет|немає)$/i.test(words);
      const quiet = none ? null : parseHours(words);
      if (!none && !quiet) return { go: 'stay', draft, note: [{ say: 'change-quiet-wrong' }] };
      return { go: 'on', draft: { ...draft, choices: { ...draft.choices, quiet } } };
    },
  };
}

/** With which words nothing is told. */
function withoutStep(): Step<Draft> {
  return listStep({
    say: 'change-without',
    listed: ({ choices }) => choices.without,
    changed: (draft, without) => ({ ...draft, choices: { ...draft.choices, without } }),
    offered: async () => [],
    understood: async typed => typed.slice(0, longestWords),
  });
}

/** Of which sources nothing is told. */
function sourcesStep(): Step<Draft> {
  return listStep({
    say: 'change-sources',
    listed: ({ choices }) => choices.withoutSources,
    changed: (draft, withoutSources) => ({ ...draft, choices: { ...draft.choices, withoutSources } }),
    offered: async ({ desk }) =>
      (await desk.library.news.sources()).slice(0, sourcesShown).map(({ source }) => source),
    understood: async (typed, { desk }) => {
      const same = (a: string, b: string) => a.localeCompare(b, 'en', { sensitivity: 'base' }) === 0;
      const all = (await desk.library.news.sources()).map(({ source }) => source);
      return (
        all.find(source => same(source, typed)) ??
        all.find(source => source.toLowerCase().includes(typed.toLowerCase())) ??
        null
      );
    },
  });
}

/** A list of words that is added to by typing and taken from by pressing. */
function listStep(parts: {
  say: string;
  listed(draft: Draft): string[];
  changed(draft: Draft, list: string[]): Draft;
  offered(ctx: Pick<BotContext, 'desk'>): Promise<string[]>;
  understood(typed: string, ctx: BotContext): Promise<string | null>;
}): Step<Draft> {
  const { say, listed, changed } = parts;
  return {
    ask: async (draft, desk) => {
      const list = listed(draft);
      const more = (await parts.offered({ desk })).filter(each => !list.includes(each));
      return {
        blocks: [
          { kind: 'heading', line: [{ say }] },
          { kind: 'text', line: [{ say: `${say}-hint` }] },
        ],
        buttons: [
          ...rows(
            [
              ...list.map((each, i) => choice([{ text: `✓ ${each}` }], `x${i}`)),
              ...more.map((each, i) => choice([{ text: each }], `+${i}`)),
            ],
            2,
          ),
          [choice([{ say: 'subscribe-done' }], 'done')],
        ],
      };
    },
    take: async (answer, draft, ctx) => {
      const list = listed(draft);
      const stay = (next: string[]) =>
        ({ go: 'stay', draft: changed(draft, [...new Set(next)].slice(0, mostLeftOut)) }) as const;
      if (answer.kind === 'typed') {
        const typed = answer.text
          .split(/[,;\n]+/)
          .map(part => part.trim())
          .filter(Boolean);
        const known = await Promise.all(typed.map(each => parts.understood(each, ctx)));
        const unknown = typed.filter((_, i) => known[i] === null);
        const next = stay([...list, ...known.filter(each => each !== null)]);
        return unknown.length === 0
          ? next
          : { ...next, note: [{ say: `${say}-unknown`, args: { words: unknown.join(', ') } }] };
      }
      if (answer.kind !== 'chosen') return { go: 'stay', draft, note: [{ say: 'guide-words-or-buttons' }] };
      if (answer.value === 'done') return { go: 'on', draft };
      const at = Number(answer.value.slice(1));
      if (answer.value.startsWith('x')) return stay(list.filter((_, i) => i !== at));
      const more = (await parts.offered(ctx)).filter(each => !list.includes(each));
      return stay(more[at] === undefined ? list : [...list, more[at]]);
    },
  };
}
