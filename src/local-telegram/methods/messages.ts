import { badRequest } from '../model/api-error.ts';
import { integer, json } from '../model/parameters.ts';
import { botMembership, type Room } from '../model/world.ts';
import { checkReachable, findRoom } from '../rules/addressing.ts';
import { readText } from '../rules/content.ts';
import { edit, editParameters } from '../rules/editing.ts';
import type { CallContext, Method } from '../rules/method.ts';
import { send, sendingParameters } from '../rules/sending.ts';

/** A message older than this stays, in milliseconds. */
const deletable = 48 * 3600_000;

export const messageMethods: Record<string, Method> = {
  sendMessage: {
    parameters: [...sendingParameters, 'text', 'parse_mode', 'entities', 'link_preview_options'],
    run: call => send(call, 'text messages', withoutUndefined(readText(call))),
  },
  editMessageText: {
    parameters: [...editParameters, 'text', 'parse_mode', 'entities', 'link_preview_options'],
    run: call => {
      const { text, entities } = readText(call);
      return edit(call, found => {
        if (found.text === undefined) throw badRequest('there is no text in the message to edit');
        return { ...withoutUndefined({ text, entities }) };
      });
    },
  },
  editMessageReplyMarkup: {
    parameters: editParameters,
    run: call =>
      edit(call, ({ text, entities, caption, caption_entities }) => ({
        text,
        entities,
        caption,
        caption_entities,
      })),
  },
  deleteMessage: {
    parameters: ['chat_id', 'message_id'],
    run: call => {
      const room = findRoom(call.world, call.parameters);
      checkReachable(call.world, room);
      return remove(call, room, integer(call.parameters, 'message_id'));
    },
  },
  deleteMessages: {
    parameters: ['chat_id', 'message_ids'],
    run: call => {
      const room = findRoom(call.world, call.parameters);
      checkReachable(call.world, room);
      const ids = json(call.parameters, 'message_ids', 'message identifiers');
      if (!Array.isArray(ids) || ids.length === 0) throw badRequest('message identifiers are not specified');
      if (ids.length > 100) throw badRequest('too many message identifiers specified');
      for (const id of ids) if (room.posts.has(Number(id))) remove(call, room, Number(id));
      return true;
    },
  },
};

/** Messages without formatting have no list of it. */
function withoutUndefined<Content extends { entities: unknown[] }>(content: Content): Partial<Content> {
  const { entities, ...rest } = content;
  return entities.length > 0 ? content : (rest as Partial<Content>);
}

function remove(call: CallContext, room: Room, messageId: number): true {
  const { world } = call;
  const found = room.posts.get(messageId);
  if (!found) throw badRequest('message to delete not found');
  const own = room.own.has(messageId);
  const bot = botMembership(world, room);
  const allowed = own || room.kind === 'private' || bot?.rights?.can_delete_messages === true;
  const late = world.clock.now() - found.date * 1000 > deletable;
  if (!allowed || late) throw badRequest("message can't be deleted");
  room.posts.delete(messageId);
  world.changes.emit({ kind: 'deleted', chat: room.id, messageId });
  return true;
}
