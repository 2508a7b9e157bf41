import { badRequest } from '../model/api-error.ts';
import { integer } from '../model/parameters.ts';
import { botAsUser, botMembership, chatStub, post, type Room } from '../model/world.ts';
import { checkReachable, findRoom } from '../rules/addressing.ts';
import { deliver } from '../rules/delivery.ts';
import type { CallContext, Method } from '../rules/method.ts';

export const pinMethods: Record<string, Method> = {
  pinChatMessage: {
    parameters: ['business_connection_id', 'chat_id', 'message_id', 'disable_notification'],
    run: call => {
      const { world, parameters } = call;
      const room = roomToPinIn(call);
      const found = room.posts.get(integer(parameters, 'message_id'));
      if (!found) throw badRequest('message to pin not found');
      room.pinned.add(found.message_id);
      const { reply_to_message: _, ...pinned } = found;
      const notice = post(world, room, {
        ...(room.kind === 'channel' ? { sender_chat: chatStub(room) } : { from: botAsUser(world) }),
        pinned_message: pinned,
      });
      // Of its own messages, a bot receives only service messages like this one.
      deliver(world, room, notice);
      return true;
    },
  },
  unpinChatMessage: {
    parameters: ['business_connection_id', 'chat_id', 'message_id'],
    run: call => {
      const room = roomToPinIn(call);
      const newest = Math.max(0, ...standing(room));
      if (!room.pinned.delete(integer(call.parameters, 'message_id', newest))) {
        throw badRequest('message to unpin not found');
      }
      return true;
    },
  },
  unpinAllChatMessages: {
    parameters: ['chat_id'],
    run: call => {
      roomToPinIn(call).pinned.clear();
      return true;
    },
  },
};

function standing({ pinned, posts }: Room): number[] {
  return [...pinned].filter(id => posts.has(id));
}

function roomToPinIn({ world, parameters }: CallContext): Room {
  const room = findRoom(world, parameters);
  checkReachable(world, room);
  const right = room.kind === 'channel' ? 'can_edit_messages' : 'can_pin_messages';
  if (room.kind !== 'private' && botMembership(world, room)?.rights?.[right] !== true) {
    throw badRequest('Not enough rights to manage pinned messages in the chat');
  }
  return room;
}
