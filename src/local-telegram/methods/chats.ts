import { badRequest } from '../model/api-error.ts';
import { integer, text } from '../model/parameters.ts';
import { botAsUser, botMembership, chatStub } from '../model/world.ts';
import { checkReachable, checkTopic, checkWritable, findRoom } from '../rules/addressing.ts';
import { deliverOwnChange, memberObject } from '../rules/delivery.ts';
import type { Method } from '../rules/method.ts';

const actions = new Set([
  'typing',
  'upload_photo',
  'record_video',
  'upload_video',
  'record_voice',
  'upload_voice',
  'upload_document',
  'choose_sticker',
  'find_location',
  'record_video_note',
  'upload_video_note',
]);

export const chatMethods: Record<string, Method> = {
  sendChatAction: {
    parameters: ['business_connection_id', 'chat_id', 'message_thread_id', 'action'],
    run: ({ world, parameters }) => {
      const action = text(parameters, 'action').toLowerCase();
      if (!actions.has(action)) throw badRequest('wrong parameter action in request');
      const room = findRoom(world, parameters);
      checkWritable(world, room, 'text messages');
      const thread = integer(parameters, 'message_thread_id') || undefined;
      checkTopic(world, room, thread);
      world.changes.emit({ kind: 'action', chat: room.id, action, ...(thread && { thread }) });
      return true;
    },
  },
  getChat: {
    parameters: ['chat_id'],
    run: ({ world, parameters }) => {
      const room = findRoom(world, parameters);
      checkReachable(world, room);
      return {
        ...chatStub(room),
        accent_color_id: 0,
        max_reaction_count: 11,
        accepted_gift_types: {},
        ...(room.kind !== 'private' && { permissions: { can_send_messages: true } }),
      };
    },
  },
  getChatMemberCount: {
    parameters: ['chat_id'],
    run: ({ world, parameters }) => {
      const room = findRoom(world, parameters);
      checkReachable(world, room);
      return [...room.members.values()].filter(({ status }) => status !== 'left' && status !== 'kicked')
        .length;
    },
  },
  getChatMember: {
    parameters: ['chat_id', 'user_id'],
    run: ({ world, parameters }) => {
      const room = findRoom(world, parameters);
      const id = integer(parameters, 'user_id');
      if (id <= 0) throw badRequest('invalid user_id specified');
      checkReachable(world, room);
      const bot = botMembership(world, room);
      if (room.kind === 'channel' && bot?.status !== 'administrator' && id !== world.bot.user.id)
        throw badRequest('member list is inaccessible');
      const member = room.members.get(id);
      const user = member?.user ?? world.users.get(id);
      if (!user) throw badRequest('user not found');
      return memberObject(user, member?.status ?? 'left', room, member?.rights);
    },
  },
  getChatAdministrators: {
    parameters: ['chat_id', 'return_bots'],
    run: ({ world, parameters }) => {
      const room = findRoom(world, parameters);
      if (room.kind === 'private') throw badRequest('there are no administrators in the private chat');
      checkReachable(world, room);
      return [...room.members.values()]
        .filter(({ status }) => status === 'creator' || status === 'administrator')
        .filter(({ user }) => !user.is_bot || user.id === world.bot.user.id)
        .map(({ user, status, rights }) => memberObject(user, status, room, rights));
    },
  },
  leaveChat: {
    parameters: ['chat_id'],
    run: ({ world, parameters }) => {
      const room = findRoom(world, parameters);
      if (room.kind === 'private') throw badRequest("chat member status can't be changed in private chats");
      checkReachable(world, room);
      const bot = room.members.get(world.bot.user.id)!;
      const before = bot.status;
      bot.status = 'left';
      deliverOwnChange(world, room, botAsUser(world), before, 'left');
      world.changes.emit({ kind: 'room', chat: room.id });
      return true;
    },
  },
};
