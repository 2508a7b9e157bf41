import type { Line } from '../../answers/page/page.ts';
import { interestLabels, quoted } from '../../answers/parts/interest.ts';
import {
  type Subscription,
  type SubscriptionChoices,
  usualChoices,
} from '../../deliveries/subscriptions/subscriptions.ts';
import type { Schedule } from '../../digests/schedule.ts';
import type { NewsFilter } from '../../library/model/types.ts';
import { type BotContext, inGroup, type Services, topicOf } from '../core/context.ts';

/** What has been chosen so far for a new subscription, or a change of one. */
export type Draft = {
  topics: { id: string; label: string }[];
  /** People, organizations and places. */
  people: { id: string; name: string }[];
  /** Suggested for a name that several people match, or none exactly; and to be searched for as words. */
  offered: { people: { id: string; name: string }[]; words: string[] };
  choices: Omit<SubscriptionChoices, 'topics' | 'people'>;
  /** Whether the schedule was chosen: it may then be kept. */
  hasSchedule: boolean;
  /** Days that were typed without a time. */
  weekdays: number[] | null;
  /** Suggested for the name of a place that several share. */
  zones: { zone: string; label: string }[];
  threadId: number | null;
  topicName: string | null;
  /** The channel it is for, if it is for one. */
  channel: { id: number; title: string } | null;
  /** Whether it may be for a channel: only if set up in private. */
  mayChannel: boolean;
  /** The subscription that is being changed; null for a new one. */
  id: number | null;
  /** Whether the first digest is sent at once. */
  now: boolean;
};

/** How many topics, people and phrases it covers; none for all news. */
export function interestCount({ topics, people, choices }: Draft): number {
  return topics.length + people.length + choices.words.length;
}

/** ISO weekdays, Monday first. */
export const everyDay = [1, 2, 3, 4, 5, 6, 7];

/** Whether a schedule includes the night. */
export function isRoundTheClock({ times, atOnce }: Pick<SubscriptionChoices, 'times' | 'atOnce'>): boolean {
  return atOnce !== null || times.length > 4;
}

/** For a schedule that includes the night. */
export const defaultQuietHours = { from: '22:00', to: '07:00' };

/** How many digests a day are sent as it happens, unless the subscriber chooses otherwise. */
export const defaultAtOnceLimit = 5;

/** What a new subscription starts from: all news, every morning, in the zone of the chat's latest one. */
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
    hasSchedule: false,
    weekdays: null,
    zones: [],
    threadId: topicOf(ctx) ?? null,
    topicName: topicNameIn(ctx, others),
    channel: null,
    mayChannel: !inGroup(ctx),
    id: null,
    now: false,
  };
}

/**
 * The name of the forum topic, as the chat's subscriptions for it have it. Telegram names a topic only when it gets a
 * name: in its first message, to which whatever is said in it replies, and when it is renamed.
 */
function topicNameIn(ctx: BotContext, subscriptions: Subscription[]): string | null {
  const topic = topicOf(ctx);
  if (topic === undefined) return null;
  const known = subscriptions.find(({ threadId }) => threadId === topic)?.topicName;
  if (known != null) return known;
  return ctx.msg?.reply_to_message?.forum_topic_created?.name ?? null;
}

/** A subscription as a draft, to be changed or copied. */
export async function draftOf(
  subscription: SubscriptionChoices,
  ctx: BotContext,
  id: number | null,
): Promise<Draft> {
  const { library } = ctx.services;
  const { topics, people, ...choices } = subscription;
  const labelOf = new Map((await library.topics.all()).map(topic => [topic.id, topic.label]));
  // Whoever no article names at the moment is kept: a filter without them would ask for something else.
  const named = await Promise.all(
    people.map(async id => ({ id, name: (await library.subjects.nameOf(id)) ?? id })),
  );
  return {
    ...(await newDraft(ctx)),
    topics: topics.flatMap(topic => ({ id: topic, label: labelOf.get(topic) ?? topic })),
    people: named,
    choices,
    hasSchedule: true,
    id,
  };
}

/** The choices of a subscription alone. */
export function choicesOf(subscription: Subscription): SubscriptionChoices {
  const { topics, people, words, without, withoutSources, withoutPeople, withoutStories } = subscription;
  const { length, most } = subscription;
  const { weekdays, times, zone, atOnce, quiet, silent, previews, sayNothing } = subscription;
  return {
    ...{ topics, people, words, without, withoutSources, withoutPeople, withoutStories, length, most },
    ...{ weekdays, times, zone, atOnce, quiet, silent, previews, sayNothing },
  };
}

/** The choices of a draft as a subscription stores them: topics and people by their IDs. */
export function choicesOfDraft({ topics, people, choices }: Draft): SubscriptionChoices {
  return { ...choices, topics: topics.map(({ id }) => id), people: people.map(({ id }) => id) };
}

/** When the digests of a draft are due. */
export function scheduleOfDraft({ choices }: Draft): Schedule {
  return choices;
}

/** What it covers, as labels; empty for all news. */
export function labels({ topics, people, choices }: Draft, { library }: Pick<Services, 'library'>): string[] {
  return [
    ...topics.map(({ label }) => label),
    ...people.map(({ name }) => name),
    ...choices.words.map(words => quoted(words, library.quoteMarks)),
  ];
}

/** The words that are left out, if any are. */
export function withoutLine({ choices: { without } }: Draft): Line[] {
  return without.length > 0 ? [[{ messageKey: 'without-these', args: { words: without.join(', ') } }]] : [];
}

/** What a subscription covers, as labels; empty for all news. */
export function describeInterest(subscription: NewsFilter, { library }: Services): Promise<string[]> {
  return interestLabels(library, subscription);
}
