import type { Post, User } from '../model/types.ts';
import type { World } from '../model/world.ts';
import { privateRoom, say } from './actions.ts';
import { setBlocked } from './membership.ts';

/** The payload of a link that starts this bot, '' for one without; undefined for any other address. */
function deepLinkPayload(world: World, address: string): string | undefined {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return undefined;
  }
  const name = String(world.bot.user.username).toLowerCase();
  const path = url.protocol === 'tg:' ? url.searchParams.get('domain') : url.pathname.slice(1);
  const ours = url.protocol === 'tg:' ? url.host === 'resolve' : ['t.me', 'telegram.me'].includes(url.host);
  if (!ours || path?.toLowerCase() !== name) return undefined;
  return url.searchParams.get('start') ?? '';
}

/** Follows a link as a person does who presses START there; nothing for an address outside the bot. */
export function openDeepLink(world: World, person: User, address: string): Post | undefined {
  const payload = deepLinkPayload(world, address);
  return payload === undefined ? undefined : start(world, person, payload);
}

/** Presses START in the private chat; a person who had blocked the bot lets it in again. */
export function start(world: World, person: User, payload = ''): Post {
  if (!/^[A-Za-z0-9_-]{0,64}$/.test(payload)) {
    throw new Error(`Telegram passes on 64 of A-Z a-z 0-9 _ - at most, not "${payload}"`);
  }
  const room = privateRoom(world, person);
  setBlocked(world, room, false);
  return say(world, room, person, payload === '' ? '/start' : `/start ${payload}`);
}
