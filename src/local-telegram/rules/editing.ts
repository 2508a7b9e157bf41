import { badRequest } from '../model/api-error.ts';
import { integer, json, text } from '../model/parameters.ts';
import type { Post } from '../model/types.ts';
import { type Room, seconds } from '../model/world.ts';
import { checkWritable, findRoom } from './addressing.ts';
import { findInlinePost } from './inline-posts.ts';
import { readKeyboard } from './keyboards.ts';
import type { CallContext } from './method.ts';

export const editParameters = [
  'business_connection_id',
  'chat_id',
  'message_id',
  'inline_message_id',
  'reply_markup',
];

/**
 * Changes a message of the bot's, or one sent by way of it; `renew` gives its new content. What is not given of
 * the markup goes. Gives the message, or true for one that the bot knows by its `inline_message_id` only.
 */
export function edit(call: CallContext, renew: (found: Post) => Partial<Post>): Post | true {
  const { world, parameters } = call;
  const markup = json(parameters, 'reply_markup', 'reply keyboard markup');
  const inlineId = text(parameters, 'inline_message_id');
  const { room, found } = inlineId === '' ? ownPost(call) : findInlinePost(world, inlineId);
  const keyboard = readKeyboard(markup, inlineId === '' ? room.kind : 'private');
  const {
    text: _t,
    entities: _e,
    caption: _c,
    caption_entities: _ce,
    reply_markup: _m,
    edit_date: _d,
    ...rest
  } = found;
  const renewed: Post = { ...rest, ...renew(found), ...(keyboard && { reply_markup: keyboard }) };
  if (look(renewed) === look(found)) {
    call.slip('edit without a change');
    throw badRequest(
      'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
    );
  }
  renewed.edit_date = seconds(world);
  room.posts.set(found.message_id, renewed);
  world.changes.emit({ kind: 'edited', chat: room.id, post: renewed });
  return inlineId === '' ? renewed : true;
}

function ownPost({ world, parameters }: CallContext): { room: Room; found: Post } {
  const room = findRoom(world, parameters);
  checkWritable(world, room, 'messages');
  const found = room.posts.get(integer(parameters, 'message_id'));
  if (!found) throw badRequest('message to edit not found');
  if (!room.own.has(found.message_id)) throw badRequest("message can't be edited");
  return { room, found };
}

function look(found: Post): string {
  const { text, entities = [], caption, caption_entities = [], reply_markup, photo, document } = found;
  return JSON.stringify([text, entities, caption, caption_entities, reply_markup, photo, document]);
}
