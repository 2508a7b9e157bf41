import type { NewSubscription } from '../../src/deliveries/subscriptions/subscriptions.ts';
import type { Person } from '../../src/local-telegram/local-telegram.ts';
import type { Clock } from '../../src/system/clock.ts';
import { usualSubscription } from '../deliveries/usual-subscription.ts';
import { type Options, world } from './world.ts';

export type World = Awaited<ReturnType<typeof world>>;

/** When the digests of these subscribers are due: on a Monday at 08:00. */
export const due = Date.UTC(2030, 0, 7, 8);
export const hour = 3_600_000;
export const day = 24 * hour;
/** How a message begins that may have come already. */
export const marked = 'You may have received this before';
/** How one begins that was kept back since `due`. */
export const waited = 'Was due Mon 7 Jan, 08:00; it couldn’t be delivered earlier.';

/** Ann with a subscription that is due at `due`, and the seeds to tell. */
export async function subscribed(options: Options = {}, more: Partial<NewSubscription> = {}) {
  const w = await world(options);
  const ann = await here(w, 'Ann');
  await subscribe(w, ann.chat_id, more);
  return { w, ann, digests: () => digestsIn(ann) };
}

/** Somebody who has begun to talk to the bot: nobody else may be written to. */
export async function here(w: World, name: string): Promise<Person> {
  const person = w.telegram.person(name);
  person.starts();
  await person.reads();
  return person;
}

/** Parts of a first digest as they stand in a chat. */
export function digestsIn(place: Pick<Person, 'chat'>) {
  return place.chat().filter(({ text }) => text.includes('Your first digest'));
}

export async function subscribe(
  w: Pick<World, 'library'> & { clock: Clock },
  chatId: number,
  more: Partial<NewSubscription> = {},
) {
  return w.library.subscriptions.add({
    ...usualSubscription,
    origin: `test:${chatId}:${more.threadId ?? 0}`,
    chatId,
    nextDue: due,
    created: w.clock.now(),
    // In full, that a digest has several parts.
    length: 'full',
    ...more,
  });
}

/** How the subscriptions of a chat stand. */
export async function statesIn(w: World, chatId: number): Promise<string[]> {
  return (await w.library.subscriptions.ofChat(chatId)).map(({ state }) => state);
}
