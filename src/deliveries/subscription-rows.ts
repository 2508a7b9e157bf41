import type { Subscription } from './subscription-types.ts';

/** Each field of a subscription with its column, and how it is kept there. */
const fields = {
  chatId: ['chat_id', 'plain'],
  threadId: ['thread_id', 'plain'],
  userId: ['user_id', 'plain'],
  channel: ['channel', 'plain'],
  topics: ['topics', 'json'],
  people: ['people', 'json'],
  words: ['words', 'json'],
  without: ['without', 'json'],
  withoutSources: ['without_sources', 'json'],
  length: ['length', 'plain'],
  most: ['most', 'plain'],
  weekdays: ['weekdays', 'json'],
  times: ['times', 'json'],
  zone: ['zone', 'plain'],
  atOnce: ['at_once', 'plain'],
  quiet: ['quiet', 'json'],
  silent: ['silent', 'flag'],
  previews: ['previews', 'flag'],
  sayNothing: ['say_nothing', 'flag'],
  told: ['told', 'plain'],
  since: ['since', 'plain'],
  nextDue: ['next_due', 'plain'],
  created: ['created', 'plain'],
} as const satisfies Partial<Record<keyof Subscription, readonly [string, 'plain' | 'json' | 'flag']>>;

export type Row = Record<string, unknown>;

/** The columns that are written when a subscription is added. */
export const columnsOf = Object.values(fields).map(([column]) => column);

/** A row of the table as it is worked with. */
export function fromRow(row: Row): Subscription {
  const read = Object.entries(fields).map(([field, [column, how]]) => [field, fieldOf(row[column], how)]);
  return { id: row.id, state: row.state, ...Object.fromEntries(read) } as Subscription;
}

/** The columns for those fields that are given. */
export function toRow(subscription: Partial<Subscription>): Row {
  const written = Object.entries(fields).flatMap(([field, [column, how]]) => {
    const value = subscription[field as keyof Subscription];
    return value === undefined ? [] : [[column, columnValue(value, how)]];
  });
  return Object.fromEntries(written);
}

function fieldOf(value: unknown, how: 'plain' | 'json' | 'flag'): unknown {
  if (how === 'flag') return value === 1;
  return how === 'json' && value !== null ? JSON.parse(value as string) : value;
}

function columnValue(value: unknown, how: 'plain' | 'json' | 'flag'): unknown {
  if (how === 'flag') return value ? 1 : 0;
  return how === 'json' && value !== null ? JSON.stringify(value) : value;
}
