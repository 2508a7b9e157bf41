import { flag, json } from '../model/parameters.ts';
import type { Post } from '../model/types.ts';
import { botAsUser, chatStub, post } from '../model/world.ts';
import { checkWritable, findPlace, findRoom } from './addressing.ts';
import { readKeyboard } from './keyboards.ts';
import type { CallContext } from './method.ts';
import { readReplyMarkup } from './reply-keyboards.ts';

/** Parameters that every sending method has. */
export const sendingParameters = [
  'chat_id',
  'message_thread_id',
  'business_connection_id',
  'direct_messages_topic_id',
  'disable_notification',
  'protect_content',
  'allow_paid_broadcast',
  'message_effect_id',
  'suggested_post_parameters',
  'reply_parameters',
  'reply_markup',
];

/** Posts the bot's message where the call says. `what` is how Telegram calls its kind: "text messages". */
export function send(call: CallContext, what: string, content: Partial<Post>): Post {
  const { world, parameters } = call;
  const markup = json(parameters, 'reply_markup', 'reply keyboard markup');
  const reply = json(parameters, 'reply_parameters', 'reply parameters');
  const keyboard = readKeyboard(markup, kindOf(call));
  const below = readReplyMarkup(markup, kindOf(call));
  const room = findRoom(world, parameters);
  checkWritable(world, room, what);
  const { thread, answered, quote } = findPlace(world, room, parameters, reply);
  if (below) {
    room.keyboard = below === 'remove' ? [] : below.rows;
    world.changes.emit({ kind: 'room', chat: room.id });
  }
  return post(
    world,
    room,
    {
      ...(thread && { message_thread_id: thread, ...(room.forum && { is_topic_message: true as const }) }),
      ...(room.kind === 'channel' ? { sender_chat: chatStub(room) } : { from: botAsUser(world) }),
      ...(answered && { reply_to_message: answered }),
      ...(quote && { quote: { text: quote, position: (answered!.text ?? '').indexOf(quote) } }),
      ...(flag(parameters, 'protect_content') && { has_protected_content: true as const }),
      ...content,
      ...(keyboard && { reply_markup: keyboard }),
    },
    true,
  );
}

function kindOf(call: CallContext) {
  try {
    return findRoom(call.world, call.parameters).kind;
  } catch {
    // The call itself is refused with the reason.
    return 'private';
  }
}
