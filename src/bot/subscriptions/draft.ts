import { interestLabels, quoted } from '../../answers/parts/interest.ts';
import {
  type Subscription,
  type SubscriptionChoices,
  usualChoices,
} from '../../deliveries/subscriptions/subscriptions.ts';
import type { Schedule } from '../../digests/schedule.ts';
import type { NewsFilter } from '../../library/model/types.ts';
import { type BotContext, inGroup, type Services, topicOf } from '../core/context.ts';

/** What somebody has chosen so far on the way to a subscription, or to a change of one. */
export type Draft = {
  topics: { id: string; label: string }[];
  people: { id: string; name: string }[];
  /** Offered after a name that fits several, or nobody quite; and to be looked for as words. */
  offered: { people: { id: string; name: string }[]; words: string[] };
  choices: Omit<SubscriptionChoices, 'topics' | 'people'>;
  /** Offered after the name of a place that several have. */
  zones: { zone: string; label: string }[];
  threadId: number | null;
  /** The channel it is for, if it is for one. */
  channel: { id: number; title: string } | null;
  /** Whether it may be for a channel: asked in private. */
  mayChannel: boolean;
  /** The subscription that is being changed; null for a new one. */
  id: number | null;
  /** The first digest is to come at once. */
  now: boolean;
  /** The writer's, as Telegram tells it: `uk`. */
  language?: string;
};

export const everyDay = [1, 2, 3, 4, 5, 6, 7];

/** Offered to whoever chooses a schedule that would strike at night. */
export const defaultQuietHours = { from: '22:00', to: '07:00' };

/** How often at most somebody is told at once on one day, unless they choose otherwise. */
export const defaultAtOnceLimit = 5;

/** Where a new subscription begins: everything, every morning, in the zone in which the chat's others are. */
export async function newDraft(ctx: BotContext): Promise<Draft> {
  const { library, zone } = ctx.services;
  const others = await library.subscriptions.ofChat(ctx.chatId!);
  return {
    topics: [],
    people: [],
    offered: { people: [], words: [] },
    choices: {
      ...usualChoices,
      weekdays: everyDay,
      times: ['08:00'],
      zone: others.at(-1)?.zone ?? zone,
    },
    zones: [],
    threadId: topicOf(ctx) ?? null,
    channel: null,
    mayChannel: !inGroup(ctx),
    id: null,
    now: false,
    ...(ctx.from?.language_code && { language: ctx.from.language_code }),
  };
}

/** A subscription as a draft, to be changed or taken as an example. */
export async function draftOf(
  subscription: SubscriptionChoices,
  ctx: BotContext,
  id: number | null,
): Promise<Draft> {
  const { library } = ctx.services;
  const { topics, people, ...choices } = subscription;
  const interestLabels = new Map((await library.topics.all()).map(topic => [topic.id, topic.label]));
  const persons = await Promise.all(people.map(person => library.people.get(person)));
  return {
    ...(await newDraft(ctx)),
    topics: topics.flatMap(topic => ({ id: topic, label: interestLabels.get(topic) ?? topic })),
    people: persons.flatMap(person => (person ? { id: person.id, name: person.name } : [])),
    choices,
    id,
  };
}

/** The choices of a subscription, without all else that it holds. */
export function choicesOf(subscription: Subscription): SubscriptionChoices {
  const { topics, people, words, without, withoutSources, length, most } = subscription;
  const { weekdays, times, zone, atOnce, quiet, silent, previews, sayNothing } = subscription;
  return {
    ...{ topics, people, words, without, withoutSources, length, most },
    ...{ weekdays, times, zone, atOnce, quiet, silent, previews, sayNothing },
  };
}

export function choicesOfDraft({ topics, people, choices }: Draft): SubscriptionChoices {
  return { ...choices, topics: topics.map(({ id }) => id), people: people.map(({ id }) => id) };
}

export function scheduleOfDraft({ choices }: Draft): Schedule {
  return choices;
}

/** What it is about, in words; empty for everything. */
export function labels({ topics, people, choices }: Draft): string[] {
  return [
    ...topics.map(({ label }) => label),
    ...people.map(({ name }) => name),
    ...choices.words.map(quoted),
  ];
}

/** What a subscription is about, in words; empty for everything. */
export function describeInterest(subscription: NewsFilter, { library }: Services): Promise<string[]> {
  return interestLabels(library, subscription);
}
