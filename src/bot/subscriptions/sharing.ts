import { z } from 'zod';
import { queryKey } from '../../deliveries/stored-queries.ts';
import type { Subscription, SubscriptionChoices } from '../../deliveries/subscriptions/subscriptions.ts';
import type { BotContext } from '../core/context.ts';
import { choicesOf } from './draft.ts';

const time = z.string().regex(/^\d\d:\d\d$/);
const words = z.array(z.string()).max(50);

/** What a shared link leads to; kept in the database, so that a link stays short. */
const schema = z.object({
  topics: words,
  people: words,
  words,
  without: words,
  withoutSources: words,
  length: z.enum(['headlines', 'short', 'full']),
  most: z.int().min(1).max(100),
  weekdays: z.array(z.int().min(1).max(7)).min(1),
  times: z.array(time).min(1),
  zone: z.string(),
  atOnce: z.int().min(1).nullable(),
  quiet: z.object({ from: time, to: time }).nullable(),
  silent: z.boolean(),
  previews: z.boolean(),
  sayNothing: z.boolean(),
});

/** The link that leads others to a subscription like this one. */
export async function shareLink(ctx: BotContext, subscription: Subscription): Promise<string> {
  const choices = JSON.stringify(choicesOf(subscription));
  await ctx.services.library.storedQueries.keep([choices]);
  const key = queryKey(choices);
  return `https://t.me/${ctx.me.username}?start=s${key}`;
}

/** What the link with this key leads to, or null where it is no longer kept. */
export async function sharedChoices(ctx: BotContext, key: string): Promise<SubscriptionChoices | null> {
  const kept = await ctx.services.library.storedQueries.get(key);
  if (kept === null || !kept.startsWith('{')) return null;
  return schema.safeParse(JSON.parse(kept)).data ?? null;
}

/** The key in the payload of a deep link, or null where it is none of a subscription. */
export function sharedKey(payload: string): string | null {
  return /^s([0-9a-f]{16})$/.exec(payload)?.[1] ?? null;
}
