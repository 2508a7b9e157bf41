import type { Method } from '../rules/method.ts';
import { albumMethods } from './albums.ts';
import { chatMethods } from './chats.ts';
import { copyMethods } from './copies.ts';
import { inlineMethods } from './inline.ts';
import { mediaMethods } from './media.ts';
import { messageMethods } from './messages.ts';
import { pinMethods } from './pins.ts';
import { profileMethods } from './profile.ts';
import { queryMethods } from './queries.ts';
import { updateMethods } from './updates.ts';
import { webhookMethods } from './webhooks.ts';

const all: Record<string, Method> = {
  ...updateMethods,
  ...webhookMethods,
  ...messageMethods,
  ...mediaMethods,
  ...albumMethods,
  ...copyMethods,
  ...pinMethods,
  ...queryMethods,
  ...inlineMethods,
  ...chatMethods,
  ...profileMethods,
};

const byName = new Map(
  Object.entries(all).map(([name, method]) => [name.toLowerCase(), { name, ...method }]),
);

/** A method by its name in any case, with the name as the documentation writes it. */
export function findMethod(name: string): (Method & { name: string }) | undefined {
  return byName.get(name.toLowerCase());
}
