import { badRequest } from '../model/api-error.ts';
import type { ChatKind, Post, ReplyButton, User } from '../model/types.ts';
import { botAsUser, botMembership, chatStub, type Room, type World } from '../model/world.ts';
import { write } from './actions.ts';
import { changeStatus } from './membership.ts';

/** What a message does to the keyboard below the writing line: a new one, none from now on, or nothing. */
export type ReplyMarkup = { rows: ReplyButton[][] } | 'remove' | undefined;

const privateOnly: [keyof ReplyButton, string][] = [
  ['request_contact', 'Phone number'],
  ['request_location', 'Location'],
  ['request_poll', 'Poll'],
  ['request_users', 'Users'],
  ['request_chat', 'Chats'],
];

/** Reads a reply keyboard. Throws Telegram's refusals (td/telegram/ReplyMarkup.cpp). */
export function readReplyMarkup(given: unknown, kind: ChatKind): ReplyMarkup {
  if (typeof given !== 'object' || given === null) return undefined;
  const markup = given as { keyboard?: unknown; remove_keyboard?: unknown };
  if (markup.remove_keyboard === true) return 'remove';
  if (markup.keyboard === undefined) return undefined;
  if (!Array.isArray(markup.keyboard)) throw badRequest('Field "keyboard" must be of type Array');
  return { rows: markup.keyboard.map(row => readRow(row, kind)) };
}

function readRow(row: unknown, kind: ChatKind): ReplyButton[] {
  if (!Array.isArray(row)) throw badRequest("can't parse keyboard button: expected an Array");
  return row.map(given => {
    const button: ReplyButton = typeof given === 'string' ? { text: given } : given;
    if (typeof button !== 'object' || button === null)
      throw badRequest("can't parse keyboard button: KeyboardButton must be a String or an Object");
    if (typeof button.text !== 'string')
      throw badRequest('can\'t parse keyboard button: Can\'t find field "text"');
    if (button.text.trim() === '') throw badRequest('keyboard button text must be non-empty');
    if (button.request_chat && typeof button.request_chat.request_id !== 'number')
      throw badRequest('can\'t parse keyboard button: Can\'t find field "request_id"');
    const refused = privateOnly.find(([field]) => button[field]);
    if (refused && kind !== 'private')
      throw badRequest(`${refused[1]} can be requested in private chats only`);
    return button;
  });
}

/** Sends a person's location: degrees north and east. */
export function shareLocation(
  world: World,
  room: Room,
  person: User,
  latitude: number,
  longitude: number,
): Post {
  return write(world, room, person, { location: { latitude, longitude } });
}

/**
 * Answers a button that asks for a chat. As Telegram's apps do, only one is offered that fits, and the bot is
 * added to it with the rights it asks for. Throws where there is no such button or the chat does not fit.
 */
export function shareChat(world: World, room: Room, person: User, picked: Room): Post {
  const button = room.keyboard?.flat().find(({ request_chat }) => request_chat !== undefined);
  const request = button?.request_chat;
  if (!request) throw new Error('No button here asks for a chat');
  const { user_administrator_rights: mine, bot_administrator_rights: its } = request;
  const status = picked.members.get(person.id)?.status;
  const runs = status === 'creator' || status === 'administrator';
  if (request.chat_is_channel !== (picked.kind === 'channel') || (mine && !runs))
    throw new Error(`${picked.title} is not offered to ${person.first_name}`);
  if (its && botMembership(world, picked)?.status !== 'administrator')
    changeStatus(world, picked, person, botAsUser(world), 'administrator', its);
  const { title, username } = chatStub(picked);
  return write(world, room, person, {
    chat_shared: {
      request_id: request.request_id,
      chat_id: picked.id,
      ...(request.request_title && title && { title }),
      ...(request.request_username && username && { username }),
    },
  });
}
