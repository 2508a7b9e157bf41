import { until } from '../model/signal.ts';
import type { User } from '../model/types.ts';
import type { Room, World } from '../model/world.ts';
import { press, privateRoom, say } from '../rules/actions.ts';
import { openDeepLink, start } from '../rules/deep-links.ts';
import type { Faults } from '../rules/faults.ts';
import { setBlocked } from '../rules/membership.ts';
import { shareChat, shareLocation } from '../rules/reply-keyboards.ts';
import { type FaultRequest, faultRule } from './page-faults.ts';

/** How long the page waits for the answer to a press, in milliseconds of the machine's time. */
const pressPatience = 20_000;

/** What a person does on the page; which fields it has depends on the action. */
export type PageAction = FaultRequest & {
  act: 'say' | 'press' | 'tap' | 'start' | 'link' | 'turn' | 'block' | 'unblock' | 'fault' | 'mend';
  as?: number;
  anonymous?: boolean;
  chat?: number;
  thread?: number;
  answers?: number;
  text?: string;
  message?: number;
  row?: number;
  column?: number;
  url?: string;
  to?: number;
  id?: number;
};

/** Does what a person on the page wants. Throws with words for the page where it can't be done. */
export async function perform(world: World, faults: Faults, wish: PageAction): Promise<unknown> {
  switch (wish.act) {
    case 'say': {
      const room = roomOf(world, wish);
      const answers = wish.answers === undefined ? undefined : room.posts.get(wish.answers);
      const thread = wish.thread !== undefined && wish.thread !== 1 ? wish.thread : undefined;
      say(world, room, personOf(world, wish), String(wish.text ?? ''), {
        ...(thread && { thread }),
        ...(answers && { answers }),
        anonymous: wish.anonymous === true,
      });
      return;
    }
    case 'press':
      return pressButton(world, wish);
    case 'tap': {
      tap(world, wish);
      return;
    }
    case 'start': {
      start(world, personOf(world, wish));
      return;
    }
    case 'link': {
      const person = personOf(world, wish);
      return openDeepLink(world, person, String(wish.url)) ? { chat: person.id } : { open: wish.url };
    }
    case 'turn':
      world.clock.turnTo(Math.max(world.clock.now(), Number(wish.to)));
      return;
    case 'block':
    case 'unblock':
      setBlocked(world, privateRoom(world, personOf(world, wish)), wish.act === 'block');
      return;
    case 'fault': {
      faults.add(faultRule(wish));
      world.changes.emit({ kind: 'faults' });
      return;
    }
    case 'mend':
      faults.remove(Number(wish.id));
      world.changes.emit({ kind: 'faults' });
      return;
    default:
      throw new Error('There is no such action');
  }
}

async function pressButton(world: World, wish: PageAction): Promise<unknown> {
  const room = roomOf(world, wish);
  const person = personOf(world, wish);
  const pressed = room.posts.get(Number(wish.message));
  const button = pressed?.reply_markup?.inline_keyboard[Number(wish.row)]?.[Number(wish.column)];
  if (!pressed || !button) throw new Error('That button is gone');
  if (button.url !== undefined) {
    return openDeepLink(world, person, button.url) ? { chat: person.id } : { open: button.url };
  }
  if (button.callback_data === undefined) throw new Error('That button does nothing here');
  const { id } = press(world, room, person, pressed, button.callback_data);
  const answer = await until(
    world.changes,
    () => world.queries.get(id)?.answer,
    pressPatience,
    () => 'The bot has not answered',
  );
  return answer.url !== undefined && openDeepLink(world, person, answer.url)
    ? { ...answer, chat: person.id }
    : answer;
}

/** Where the people on the page are. */
const kyiv = { latitude: 50.45, longitude: 30.52 };

/** A button below the writing line: says its words, or gives what it asks for. */
function tap(world: World, wish: PageAction): void {
  const room = roomOf(world, wish);
  const person = personOf(world, wish);
  const button = room.keyboard?.[Number(wish.row)]?.[Number(wish.column)];
  if (!button) throw new Error('That button is gone');
  if (button.request_location) shareLocation(world, room, person, kyiv.latitude, kyiv.longitude);
  else if (button.request_chat) {
    const channel = [...world.rooms.values()].find(
      ({ kind, members }) =>
        kind === 'channel' && ['creator', 'administrator'].includes(members.get(person.id)?.status ?? ''),
    );
    if (!channel) throw new Error(`${person.first_name} runs no channel here`);
    shareChat(world, room, person, channel);
  } else say(world, room, person, button.text);
}

function roomOf(world: World, { chat }: PageAction): Room {
  const room = world.rooms.get(Number(chat));
  if (!room) throw new Error('There is no such chat');
  return room;
}

function personOf(world: World, { as }: PageAction): User {
  const person = world.users.get(Number(as));
  if (!person || person.is_bot) throw new Error('There is no person with that name');
  return person;
}
