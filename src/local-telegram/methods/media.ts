import { badRequest } from '../model/api-error.ts';
import { text } from '../model/parameters.ts';
import type { Post } from '../model/types.ts';
import { readCaption } from '../rules/content.ts';
import { edit, editParameters } from '../rules/editing.ts';
import { documentStub, largestDownload, photoStubs, takeFile } from '../rules/files.ts';
import type { CallContext, Method } from '../rules/method.ts';
import { send, sendingParameters } from '../rules/sending.ts';

export const captionParameters = ['caption', 'parse_mode', 'caption_entities', 'show_caption_above_media'];

export const mediaMethods: Record<string, Method> = {
  sendPhoto: {
    parameters: [...sendingParameters, ...captionParameters, 'photo', 'has_spoiler'],
    run: call => send(call, 'photos', { photo: photoStubs(takeFile(call, 'photo')), ...caption(call) }),
  },
  sendDocument: {
    parameters: [
      ...sendingParameters,
      ...captionParameters,
      'document',
      'thumbnail',
      'disable_content_type_detection',
    ],
    run: call =>
      send(call, 'documents', { document: documentStub(takeFile(call, 'document')), ...caption(call) }),
  },
  editMessageCaption: {
    parameters: [...editParameters, ...captionParameters],
    run: call =>
      edit(call, ({ photo, document }) => {
        if (!photo && !document) throw badRequest('there is no caption in the message to edit');
        return caption(call);
      }),
  },
  getFile: {
    parameters: ['file_id'],
    run: ({ world, parameters }) => {
      const given = text(parameters, 'file_id');
      if (given === '') throw badRequest('file_id not specified');
      const file = world.files.get(given);
      if (!file) throw badRequest('invalid file_id');
      if (file.file_size > largestDownload) throw badRequest('file is too big');
      const { file_id, file_unique_id, file_size, file_path } = file;
      return { file_id, file_unique_id, file_size, file_path };
    },
  },
};

/** The caption of a call as a part of its post; nothing if it has none. */
export function caption(call: CallContext): Partial<Post> {
  const content = readCaption(call);
  if (!content) return {};
  return {
    caption: content.text,
    ...(content.entities.length > 0 && { caption_entities: content.entities }),
  };
}
