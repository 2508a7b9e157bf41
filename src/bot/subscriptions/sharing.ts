import { z } from 'zod';
import { queryKey } from '../../deliveries/stored-queries.ts';
import type { Subscription } from '../../deliveries/subscriptions/subscriptions.ts';
import type { BotContext } from '../core/context.ts';
import { jsonOrNull } from '../core/digest-data.ts';

const time = z.string().regex(/^\d\d:\d\d$/);
const strings = z.array(z.string()).max(50);

/** What a link hands on: what the digest covers and when it is sent. Whatever else is set stays with its owner. */
const sharedFields = z.object({
  topics: strings,
  people: strings,
  words: strings,
  weekdays: z.array(z.int().min(1).max(7)).min(1),
  times: z.array(time).min(1),
  atOnce: z.int().min(1).nullable(),
});

type Shared = z.infer<typeof sharedFields>;

/** A link that offers others the same digest. Its content is stored, so that the link stays short. */
export async function shareLink(ctx: BotContext, subscription: Subscription): Promise<string> {
  const choices = JSON.stringify(sharedFields.parse(subscription));
  await ctx.services.library.storedQueries.keep([choices]);
  const key = queryKey(choices);
  return `https://t.me/${ctx.me.username}?start=s${key}`;
}

/** What the link with this key hands on, or null if it is no longer stored. */
export async function sharedChoices(ctx: BotContext, key: string): Promise<Shared | null> {
  const kept = await ctx.services.library.storedQueries.get(key);
  return kept === null ? null : (sharedFields.safeParse(jsonOrNull(kept)).data ?? null);
}

/** Whether an argument is the key of a shared subscription. */
export function isSharedKey(argument: string): boolean {
  return /^[0-9a-f]{16}$/.test(argument);
}

/** The key in the payload of a deep link, or null if the payload is not that of a shared subscription. */
export function sharedKey(payload: string): string | null {
  return /^s([0-9a-f]{16})$/.exec(payload)?.[1] ?? null;
}
