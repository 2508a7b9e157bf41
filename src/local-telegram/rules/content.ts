import { badRequest } from '../model/api-error.ts';
import { json, text } from '../model/parameters.ts';
import type { Entity } from '../model/types.ts';
import { readEntities } from '../text/entities.ts';
import { parseMarkup } from '../text/markup.ts';
import { settleText } from '../text/text.ts';
import type { CallContext } from './method.ts';

export type Content = { text: string; entities: Entity[] };

/** In bytes, before anything is parsed. */
const longestRawText = 32_768;

/** The text of a message with its formatting, as Telegram keeps it. Throws Telegram's refusals. */
export function readText(call: CallContext): Content {
  const given = text(call.parameters, 'text');
  if (given === '') throw badRequest('message text is empty');
  return settle(call, given, 'entities', 4096, 'message is too long');
}

/** The caption of a photo or a document; nothing if there is none. */
export function readCaption(call: CallContext): Content | undefined {
  const given = text(call.parameters, 'caption');
  if (given.trim() === '') return undefined;
  return settle(call, given, 'caption_entities', 1024, 'message caption is too long');
}

function settle(call: CallContext, given: string, field: string, limit: number, tooLong: string): Content {
  if (Buffer.byteLength(given) > longestRawText) throw badRequest('text is too long');
  const mode = text(call.parameters, 'parse_mode').toLowerCase();
  const listed = json(call.parameters, field, 'entities');
  const parsed =
    mode === ''
      ? { text: given, entities: listed === undefined ? [] : readEntities(listed) }
      : parseMarkup(given, mode);
  const settled = settleText(parsed.text, parsed.entities, limit, tooLong);
  for (const words of settled.slips) call.slip(words);
  return { text: settled.text, entities: settled.entities };
}
