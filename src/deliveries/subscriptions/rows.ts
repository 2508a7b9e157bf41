import { z } from 'zod';
import type { Subscription } from './types.ts';

const strings = z.array(z.string());
const json = (text: string) => JSON.parse(text) as unknown;
const list = z.string().transform(json).pipe(strings);
const flag = z.number().transform(value => value === 1);

/** A row of the table, checked and turned into the type it is worked with. */
const subscriptionRow = z.object({
  id: z.number(),
  state: z.enum(['active', 'paused', 'suspended']),
  chat_id: z.number(),
  thread_id: z.number().nullable(),
  topic_name: z.string().nullable(),
  user_id: z.number(),
  channel: z.string().nullable(),
  language: z.string().nullable(),
  topics: list,
  people: list,
  words: list,
  without: list,
  without_sources: list,
  without_people: list,
  without_stories: list,
  length: z.enum(['headlines', 'short', 'full']),
  most: z.number(),
  weekdays: z.string().transform(json).pipe(z.array(z.number())),
  times: list,
  zone: z.string(),
  at_once: z.number().nullable(),
  quiet: z
    .string()
    .nullable()
    .transform(text => (text === null ? null : json(text)))
    .pipe(z.object({ from: z.string(), to: z.string() }).nullable()),
  silent: flag,
  previews: flag,
  say_nothing: flag,
  delivered_up_to: z.number().nullable(),
  since: z.number().nullable(),
  next_due: z.number(),
  created: z.number(),
});

/** Each field of a subscription that is written, with its column. */
const columnOf = {
  chatId: 'chat_id',
  threadId: 'thread_id',
  topicName: 'topic_name',
  userId: 'user_id',
  channel: 'channel',
  language: 'language',
  topics: 'topics',
  people: 'people',
  words: 'words',
  without: 'without',
  withoutSources: 'without_sources',
  withoutPeople: 'without_people',
  withoutStories: 'without_stories',
  length: 'length',
  most: 'most',
  weekdays: 'weekdays',
  times: 'times',
  zone: 'zone',
  atOnce: 'at_once',
  quiet: 'quiet',
  silent: 'silent',
  previews: 'previews',
  sayNothing: 'say_nothing',
  deliveredUpTo: 'delivered_up_to',
  since: 'since',
  nextDue: 'next_due',
  created: 'created',
} as const satisfies Partial<Record<keyof Subscription, string>>;

type Field = keyof typeof columnOf;
export type Row = Record<string, unknown>;

/** The columns that are written when a subscription is added. */
export const writtenColumns = Object.values(columnOf);

/** @throws ZodError if the row is not one that this program wrote */
export function fromRow(row: unknown): Subscription {
  const read = subscriptionRow.parse(row);
  const fields = Object.entries(columnOf).map(([field, column]) => [field, read[column]]);
  return { id: read.id, state: read.state, ...Object.fromEntries(fields) } as Subscription;
}

/** The columns for the fields that are given. */
export function toRow(subscription: Partial<Subscription>): Row {
  const written = (Object.entries(columnOf) as [Field, string][]).flatMap(([field, column]) => {
    const value = subscription[field];
    return value === undefined ? [] : [[column, columnValue(value)]];
  });
  return Object.fromEntries(written);
}

function columnValue(value: Subscription[Field]): string | number | null {
  if (typeof value === 'boolean') return value ? 1 : 0;
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : value;
}
