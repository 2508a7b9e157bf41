import { badRequest } from '../model/api-error.ts';
import { flag, json, type Parameters, text } from '../model/parameters.ts';
import { randomDigits } from '../model/random.ts';
import type { Post } from '../model/types.ts';
import { edit, editParameters } from '../rules/editing.ts';
import { documentStub, type MediaKind, photoStubs, takeMedia } from '../rules/files.ts';
import type { CallContext, Method } from '../rules/method.ts';
import { send, sendingParameters } from '../rules/sending.ts';
import { caption } from './media.ts';

const mostInAlbum = 10;
const kinds: readonly string[] = ['photo', 'document'] satisfies MediaKind[];

export const albumMethods: Record<string, Method> = {
  sendMediaGroup: {
    parameters: [...sendingParameters.filter(name => name !== 'reply_markup'), 'media'],
    run: call => {
      const given = json(call.parameters, 'media', 'media');
      if (given === undefined) throw badRequest('there are no messages to send');
      if (!Array.isArray(given)) throw badRequest('expected an Array of InputMedia');
      if (given.length === 0) throw badRequest('there are no messages to send');
      if (given.length > mostInAlbum) throw badRequest('too many messages to send as an album');
      const media = given.map(readMedia);
      checkMixture(media);
      const contents = media.map(one => contentOf(call, one));
      // A single one is sent as any other message: it belongs to no album.
      const group = media.length > 1 ? { media_group_id: randomDigits(call.world.random, 17) } : {};
      return contents.map((content, index) =>
        send(call, media[index]!.type === 'photo' ? 'photos' : 'documents', { ...content, ...group }),
      );
    },
  },
  editMessageMedia: {
    parameters: [...editParameters, 'media'],
    run: call => {
      const media = readMedia(json(call.parameters, 'media', 'media'));
      return edit(call, ({ media_group_id, document }) => {
        if (media_group_id && Boolean(document) !== (media.type === 'document')) {
          call.slip('a message of an album was given media that the album does not take');
        }
        return { photo: undefined, document: undefined, ...contentOf(call, media) };
      });
    },
  },
};

type Media = Parameters & { type: MediaKind };

function readMedia(given: unknown): Media {
  if (typeof given !== 'object' || given === null)
    throw badRequest("can't parse InputMedia: expected an Object");
  const type = text(given as Parameters, 'type');
  if (!kinds.includes(type)) throw badRequest(`can't parse InputMedia: type "${type}" is unsupported`);
  return given as Media;
}

function checkMixture(media: readonly Media[]): void {
  if (new Set(media.map(({ type }) => type)).size > 1) {
    throw badRequest("document can't be mixed with other media types");
  }
  if (new Set(media.map(one => flag(one, 'show_caption_above_media'))).size > 1) {
    throw badRequest('parameter show_caption_above_media must be the same for all messages');
  }
}

function contentOf(call: CallContext, media: Media): Partial<Post> {
  const file = takeMedia(call, media.type, text(media, 'media'));
  return {
    ...(media.type === 'photo' ? { photo: photoStubs(file) } : { document: documentStub(file) }),
    ...caption({ ...call, parameters: media }),
  };
}
