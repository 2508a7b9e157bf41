import type { Post, Status, User } from '../model/types.ts';
import { botMembership, chatStub, type Room, seconds, type World } from '../model/world.ts';
import { isForGuest, summonGuest } from './guests.ts';
import { mail } from './mailbox.ts';

/** Sends the bot the update about a person's message, if privacy mode lets it see the message. */
export function deliver(world: World, room: Room, posted: Post, edited = false): void {
  if (!edited && isForGuest(world, room, posted)) summonGuest(world, room, posted);
  if (!hears(world, room, posted)) return;
  const kind = room.kind === 'channel' ? 'channel_post' : 'message';
  mail(world, edited ? `edited_${kind}` : kind, posted);
}

function hears(world: World, room: Room, posted: Post): boolean {
  if (room.kind === 'private') return true;
  const status = botMembership(world, room)?.status;
  if (status === undefined || status === 'left' || status === 'kicked') return false;
  if (room.kind === 'channel' || status === 'administrator') return true;
  if (posted.text === undefined && posted.caption === undefined && !posted.photo && !posted.document)
    return true;
  return world.bot.user.can_read_all_group_messages === true || concerns(world, posted);
}

/** Privacy mode: commands for this bot or for any, answers to the bot, and messages that name it. */
function concerns(world: World, posted: Post): boolean {
  const name = String(world.bot.user.username).toLowerCase();
  const words = posted.text ?? posted.caption ?? '';
  const entities = posted.entities ?? posted.caption_entities ?? [];
  if (posted.reply_to_message?.from?.id === world.bot.user.id || posted.via_bot?.id === world.bot.user.id) {
    return true;
  }
  return entities.some(({ type, offset, length, user }) => {
    const covered = words.slice(offset, offset + length).toLowerCase();
    if (type === 'bot_command') {
      const [, addressee] = covered.split('@');
      return addressee === name || (addressee === undefined && offset === 0);
    }
    return (type === 'mention' && covered === `@${name}`) || user?.id === world.bot.user.id;
  });
}

/** Sends the bot the update about its own status in a chat. */
export function deliverOwnChange(world: World, room: Room, by: User, before: Status, after: Status): void {
  const bot = {
    id: world.bot.user.id,
    is_bot: true,
    first_name: world.bot.user.first_name,
    username: world.bot.user.username,
  };
  mail(world, 'my_chat_member', {
    chat: chatStub(room),
    from: by,
    date: seconds(world),
    old_chat_member: memberObject(bot, before, room),
    new_chat_member: memberObject(bot, after, room),
  });
}

const everyRight = [
  'can_be_edited',
  'can_manage_chat',
  'can_change_info',
  'can_delete_messages',
  'can_invite_users',
  'can_restrict_members',
  'can_pin_messages',
  'can_promote_members',
  'can_manage_video_chats',
  'can_post_stories',
  'can_edit_stories',
  'can_delete_stories',
];

/** A member as getChatMember and the updates show one. */
export function memberObject(
  user: User,
  status: Status,
  room: Room,
  rights: Record<string, boolean> = {},
): object {
  if (status === 'creator') return { user, status, is_anonymous: rights.is_anonymous ?? false };
  if (status === 'kicked') return { user, status, until_date: 0 };
  if (status === 'restricted') {
    return {
      user,
      status,
      is_member: true,
      until_date: 0,
      can_send_messages: rights.can_send_messages ?? false,
    };
  }
  if (status !== 'administrator') return { user, status };
  return {
    user,
    status,
    ...Object.fromEntries(everyRight.map(right => [right, rights[right] ?? right === 'can_manage_chat'])),
    ...(room.kind === 'channel' && {
      can_post_messages: rights.can_post_messages ?? true,
      can_edit_messages: rights.can_edit_messages ?? false,
    }),
    ...(room.forum && { can_manage_topics: rights.can_manage_topics ?? false }),
    is_anonymous: rights.is_anonymous ?? false,
  };
}
