import { badRequest } from '../model/api-error.ts';
import { flag, integer, json } from '../model/parameters.ts';
import { randomDigits } from '../model/random.ts';
import type { Post } from '../model/types.ts';
import type { Room } from '../model/world.ts';
import { originOf } from '../rules/actions.ts';
import { checkReachable, findRoom } from '../rules/addressing.ts';
import type { CallContext, Method } from '../rules/method.ts';
import { send, sendingParameters } from '../rules/sending.ts';
import { caption, captionParameters } from './media.ts';

const mostAtOnce = 100;
const plain = sendingParameters.filter(name => !name.startsWith('reply_'));
const one = ['from_chat_id', 'message_id', 'video_start_timestamp'];
const several = ['from_chat_id', 'message_ids'];

export const copyMethods: Record<string, Method> = {
  copyMessage: {
    parameters: [...sendingParameters, ...captionParameters, ...one],
    run: call => {
      const found = source(call).posts.get(integer(call.parameters, 'message_id'));
      if (!found) throw badRequest('message to copy not found');
      if (!hasContent(found)) throw badRequest("message can't be copied");
      const recaptioned = isMedia(found) && call.parameters.caption !== undefined;
      return idOf(post(call, found, recaptioned ? { ...bare(found), ...caption(call) } : contentOf(found)));
    },
  },
  copyMessages: {
    parameters: [...plain, ...several, 'remove_caption'],
    run: call => {
      const uncaptioned = flag(call.parameters, 'remove_caption');
      return each(call, hasContent, found =>
        uncaptioned && isMedia(found) ? bare(found) : contentOf(found),
      );
    },
  },
  forwardMessage: {
    parameters: [...plain, ...one],
    run: call => {
      const found = source(call).posts.get(integer(call.parameters, 'message_id'));
      if (!found) throw badRequest('message to forward not found');
      if (found.has_protected_content)
        throw badRequest("message has protected content and can't be forwarded");
      if (!hasContent(found)) throw badRequest("message can't be forwarded");
      return post(call, found, { ...contentOf(found), forward_origin: originOf(found) });
    },
  },
  forwardMessages: {
    parameters: [...plain, ...several],
    run: call =>
      each(
        call,
        found => hasContent(found) && !found.has_protected_content,
        found => ({ ...contentOf(found), forward_origin: originOf(found) }),
      ),
  },
};

function source({ world, parameters }: CallContext): Room {
  const room = findRoom(world, parameters, 'from_chat_id');
  checkReachable(world, room);
  return room;
}

/** Posts those of the named messages that are there and fit; albums stay together. */
function each(call: CallContext, fits: (found: Post) => boolean, renew: (found: Post) => Partial<Post>) {
  const room = source(call);
  const ids = json(call.parameters, 'message_ids', 'message identifiers');
  if (!Array.isArray(ids) || ids.length === 0) throw badRequest('message identifiers are not specified');
  if (ids.length > mostAtOnce) throw badRequest('too many message identifiers specified');
  if (ids.some((id, index) => index > 0 && Number(id) <= Number(ids[index - 1]))) {
    throw badRequest('Message identifiers must be in a strictly increasing order');
  }
  const found = ids.flatMap(id => room.posts.get(Number(id)) ?? []).filter(fits);
  if (found.length === 0) throw badRequest('There are no messages to forward');
  const groups = new Map<string, string>();
  return found.map(each => {
    const group = each.media_group_id;
    if (group && !groups.has(group)) groups.set(group, randomDigits(call.world.random, 17));
    return idOf(post(call, each, { ...renew(each), ...(group && { media_group_id: groups.get(group)! }) }));
  });
}

function post(call: CallContext, { photo, document }: Post, content: Partial<Post>): Post {
  return send(call, photo ? 'photos' : document ? 'documents' : 'text messages', content);
}

const idOf = ({ message_id }: Post) => ({ message_id });
const isMedia = ({ photo, document }: Post) => Boolean(photo ?? document);

/** Messages of the service, of coming and going, have none. */
const hasContent = (found: Post) => isMedia(found) || found.text !== undefined;

function bare({ photo, document }: Post): Partial<Post> {
  return { ...(photo && { photo }), ...(document && { document }) };
}

function contentOf(found: Post): Partial<Post> {
  const { text, entities, caption, caption_entities } = found;
  return {
    ...(text !== undefined && { text }),
    ...(entities && { entities }),
    ...bare(found),
    ...(caption !== undefined && { caption }),
    ...(caption_entities && { caption_entities }),
  };
}
