import type { Button, Line, Page } from '../answers/page.ts';
import { rows } from '../answers/simple.ts';
import { composeDigest } from '../digests/composer.ts';
import { nextStrike, type Schedule } from '../digests/schedule.ts';
import { findZones } from '../digests/zones.ts';
import type { BotContext, Desk } from './context.ts';
import { inGroup, topicOf } from './context.ts';
import { choice, type Guide, type Step, type Taken } from './guide.ts';
import { momentWords, scheduleLine } from './schedule-lines.ts';
import { parseWhen } from './when.ts';

type Draft = {
  topics: { id: string; label: string }[];
  people: { id: string; name: string }[];
  /** Offered after a name that fits several, or nobody quite. */
  offered: { id: string; name: string }[];
  weekdays: number[];
  time: string;
  zone: string | null;
  zones: { zone: string; label: string }[];
  threadId: number | null;
};

const topicsShown = 12;
const everyDay = [1, 2, 3, 4, 5, 6, 7];

/** Topics and people, then days and time, then the time zone, then a preview to confirm. */
export const subscribeGuide: Guide<Draft> = {
  name: 'subscribe',
  begin: ctx => ({
    topics: [],
    people: [],
    offered: [],
    weekdays: everyDay,
    time: '08:00',
    zone: null,
    zones: [],
    threadId: topicOf(ctx) ?? null,
  }),
  steps: [whatStep(), whenStep(), zoneStep(), confirmStep()],
  finish,
};

function whatStep(): Step<Draft> {
  return {
    ask: async (draft, { library }) => {
      const all = await library.topics.all();
      const shown = [
        ...all.slice(0, topicsShown),
        ...draft.topics.filter(({ id }) => !all.slice(0, topicsShown).some(topic => topic.id === id)),
      ];
      const chosen = new Set(draft.topics.map(({ id }) => id));
      const topicButtons = shown.map(({ id, label }) =>
        choice([{ text: chosen.has(id) ? `✓ ${label}` : label }], `t${id}`),
      );
      const peopleButtons = draft.people.map(({ id, name }) => choice([{ text: `✓ ${name}` }], `p${id}`));
      const offers = draft.offered.map(({ id, name }) => choice([{ text: `+ ${name}` }], `p${id}`));
      const nothing = draft.topics.length + draft.people.length === 0;
      const done = choice([{ say: nothing ? 'subscribe-everything' : 'subscribe-done' }], 'done');
      return {
        blocks: [
          { kind: 'heading', line: [{ say: 'subscribe-what' }] },
          { kind: 'text', line: [{ say: 'subscribe-what-hint' }] },
          ...(nothing
            ? []
            : [
                {
                  kind: 'text' as const,
                  line: [{ say: 'subscribe-chosen', args: { what: labels(draft).join(', ') } }],
                },
              ]),
        ],
        buttons: [...rows([...topicButtons, ...peopleButtons], 2), ...rows(offers, 2), [done]],
      };
    },
    take: async (answer, draft, desk) => {
      if (answer.kind === 'other') return { go: 'stay', draft, note: [{ say: 'guide-words-or-buttons' }] };
      if (answer.kind === 'typed') return takeNames(answer.text, draft, desk);
      if (answer.value === 'done') return { go: 'on', draft: { ...draft, offered: [] } };
      const id = answer.value.slice(1);
      return {
        go: 'stay',
        draft: answer.value.startsWith('t')
          ? await withTopic(id, draft, desk)
          : await withPerson(id, draft, desk),
      };
    },
  };
}

async function withTopic(id: string, draft: Draft, { library }: Desk): Promise<Draft> {
  if (draft.topics.some(topic => topic.id === id))
    return { ...draft, topics: draft.topics.filter(topic => topic.id !== id) };
  const topic = (await library.topics.all()).find(each => each.id === id);
  return topic ? { ...draft, topics: [...draft.topics, { id: topic.id, label: topic.label }] } : draft;
}

async function withPerson(id: string, draft: Draft, { library }: Desk): Promise<Draft> {
  const offered = draft.offered.filter(person => person.id !== id);
  if (draft.people.some(person => person.id === id))
    return { ...draft, offered, people: draft.people.filter(person => person.id !== id) };
  const person = await library.people.get(id);
  return person ? { ...draft, offered, people: [...draft.people, { id, name: person.name }] } : draft;
}

/** Names of topics or people, with commas between them. */
async function takeNames(typed: string, draft: Draft, desk: Desk): Promise<Taken<Draft>> {
  let next: Draft = { ...draft, offered: [] };
  const unclear: string[] = [];
  for (const name of typed
    .split(/[,;\n]+/)
    .map(part => part.trim())
    .filter(Boolean)
    .slice(0, 10)) {
    const topic = await desk.library.topics.find(name);
    const { fits, nearest } = topic ? { fits: [], nearest: [] } : await desk.library.people.find(name);
    const one = fits.length === 1 ? fits[0]! : null;
    if (topic && !next.topics.some(({ id }) => id === topic.id)) next = await withTopic(topic.id, next, desk);
    else if (one && !next.people.some(({ id }) => id === one.id)) next = await withPerson(one.id, next, desk);
    else if (!topic && !one) {
      unclear.push(name);
      const near = (fits.length > 0 ? fits : nearest).slice(0, 4).map(({ id, name }) => ({ id, name }));
      next = { ...next, offered: [...next.offered, ...near] };
    }
  }
  if (unclear.length === 0) return { go: 'stay', draft: next };
  const say = next.offered.length > 0 ? 'subscribe-which' : 'subscribe-nobody';
  return { go: 'stay', draft: next, note: [{ say, args: { name: unclear.join(', ') } }] };
}

const offeredTimes: { weekdays: number[]; time: string; say: string; value: string }[] = [
  { weekdays: everyDay, time: '08:00', say: 'every-day-at-short', value: 'd0800' },
  { weekdays: everyDay, time: '19:00', say: 'every-day-at-short', value: 'd1900' },
  { weekdays: [1, 2, 3, 4, 5], time: '08:00', say: 'weekdays-at-short', value: 'w0800' },
  { weekdays: [6, 7], time: '10:00', say: 'weekends-at-short', value: 'e1000' },
];

function whenStep(): Step<Draft> {
  return {
    ask: async () => ({
      blocks: [
        { kind: 'heading', line: [{ say: 'subscribe-when' }] },
        { kind: 'text', line: [{ say: 'subscribe-when-hint' }] },
      ],
      buttons: rows(
        offeredTimes.map(({ say, time, value }) => choice([{ say, args: { time } }], value)),
        2,
      ),
    }),
    take: async (answer, draft) => {
      if (answer.kind === 'chosen') {
        const offered = offeredTimes.find(({ value }) => value === answer.value);
        return offered
          ? { go: 'on', draft: { ...draft, weekdays: offered.weekdays, time: offered.time } }
          : { go: 'stay', draft };
      }
      const when = answer.kind === 'typed' ? parseWhen(answer.text) : null;
      if (!when) return { go: 'stay', draft, note: [{ say: 'subscribe-when-wrong' }] };
      if (when.time === null) return { go: 'stay', draft, note: [{ say: 'subscribe-when-no-time' }] };
      return { go: 'on', draft: { ...draft, weekdays: when.weekdays, time: when.time } };
    },
  };
}

function zoneStep(): Step<Draft> {
  return {
    ask: async (draft, { zone }) => {
      const offers = draft.zones.length > 0 ? draft.zones : [{ zone, label: zone }];
      return {
        blocks: [
          { kind: 'heading', line: [{ say: 'subscribe-zone' }] },
          { kind: 'text', line: [{ say: 'subscribe-zone-hint' }] },
        ],
        buttons: rows(
          offers.map(offer => choice([{ text: offer.label }], `z${offer.zone}`)),
          1,
        ),
      };
    },
    take: async (answer, draft) => {
      if (answer.kind === 'chosen')
        return { go: 'on', draft: { ...draft, zone: answer.value.slice(1), zones: [] } };
      if (answer.kind === 'other') return { go: 'stay', draft, note: [{ say: 'guide-words-or-buttons' }] };
      const { sure, choices } = findZones(answer.text);
      if (sure && choices[0]) return { go: 'on', draft: { ...draft, zone: choices[0].zone, zones: [] } };
      const say = choices.length > 0 ? 'subscribe-zone-which' : 'subscribe-zone-wrong';
      return {
        go: 'stay',
        draft: { ...draft, zones: choices },
        note: [{ say, args: { words: answer.text } }],
      };
    },
  };
}

function confirmStep(): Step<Draft> {
  return {
    ask: async (draft, desk) => {
      const first = nextStrike(scheduleOf(draft), desk.clock.now());
      const preview = await composeDigest(
        desk.library,
        {
          topics: draft.topics.map(({ id }) => id),
          people: draft.people.map(({ id }) => id),
          told: null,
          zone: scheduleOf(draft).zone,
        },
        { now: desk.clock.now(), preview: true, stories: 2 },
      );
      const confirm: Button = choice([{ say: 'subscribe-confirm' }], 'yes');
      return {
        blocks: [
          { kind: 'heading', line: [{ say: 'subscribe-check' }] },
          {
            kind: 'list',
            items: [
              whatLine(draft),
              scheduleLine(scheduleOf(draft), desk.messages.locale),
              firstLine(draft, first, desk),
            ],
          },
          ...(preview.pages[0]?.blocks ?? []),
        ],
        buttons: [[confirm]],
      };
    },
    take: async (answer, draft) =>
      answer.kind === 'chosen' || (answer.kind === 'typed' && /^(yes|ok|так|да)$/i.test(answer.text))
        ? { go: 'on', draft }
        : { go: 'stay', draft, note: [{ say: 'subscribe-confirm-wrong' }] },
  };
}

async function finish(draft: Draft, ctx: BotContext, origin: string): Promise<Page> {
  const { library, clock, messages } = ctx.desk;
  const schedule = scheduleOf(draft);
  const subscription = await library.subscriptions.add({
    origin,
    chatId: ctx.chatId!,
    threadId: draft.threadId,
    userId: ctx.from!.id,
    topics: draft.topics.map(({ id }) => id),
    people: draft.people.map(({ id }) => id),
    ...schedule,
    nextDue: nextStrike(schedule, clock.now()),
    created: clock.now(),
  });
  const first = momentWords(subscription.nextDue, schedule.zone, messages.locale);
  return {
    blocks: [
      {
        kind: 'text',
        line: [
          { say: inGroup(ctx) ? 'subscribed-group' : 'subscribed', args: { first, zone: schedule.zone } },
        ],
      },
      { kind: 'text', line: [{ say: 'subscribed-hint' }] },
    ],
    buttons: [],
  };
}

function scheduleOf({ weekdays, time, zone }: Draft): Schedule {
  return { weekdays, time, zone: zone ?? 'UTC' };
}

function labels({ topics, people }: Draft): string[] {
  return [...topics.map(({ label }) => label), ...people.map(({ name }) => name)];
}

function whatLine(draft: Draft): Line {
  const what = labels(draft);
  return what.length === 0
    ? [{ say: 'about-everything' }]
    : [{ say: 'about-these', args: { what: what.join(', ') } }];
}

function firstLine(draft: Draft, first: number, { messages }: Desk): Line {
  const { zone } = scheduleOf(draft);
  return [{ say: 'first-digest', args: { first: momentWords(first, zone, messages.locale) } }];
}
