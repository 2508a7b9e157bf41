import type { MessageEntity } from 'grammy/types';
import { sanitize } from '../rendering/display.ts';
import type { Messages } from '../rendering/messages.ts';
import type { PartBody } from './part-message.ts';

/** A passage is recognized by at least this many of its first characters: it may have been cut, as in ` …`. */
const minRecognized = 25;
/** How a passage ends that was cut. */
export const ellipsis = ' …';

/** UTF-16 offsets into a message's text, end exclusive. */
export type Stretch = { start: number; end: number };

/** Where a passage is shown, as a whole or cut short, from the offset `from` on; null if it isn't. */
export function findPassage(text: string, passage: string, from: number): Stretch | null {
  // A quote is shown without the point or comma at its end.
  const words = sanitize(passage)
    .replace(/[\u2068\u2069]/g, '')
    .trim()
    .replace(/[.,]$/, '');
  if (words === '') return null;
  const head = words.slice(0, minRecognized);
  for (let start = text.indexOf(head, from); start >= 0; start = text.indexOf(head, start + 1)) {
    let length = head.length;
    while (length < words.length && text[start + length] === words[length]) length += 1;
    if (length === words.length) return { start, end: start + length };
    // A cut ends between words: what matched of the next one is not part of it.
    const cut = text.indexOf(ellipsis, start);
    if (cut >= 0 && words.startsWith(text.slice(start, cut))) return { start, end: cut + ellipsis.length };
  }
  return null;
}

/** A message with other words in a stretch, and entities moved along. */
export function replaced(
  body: PartBody,
  { start, end }: Stretch,
  words: string,
  url: string | null,
): PartBody {
  const by = words.length - (end - start);
  const entities = body.entities.flatMap((entity): MessageEntity[] => {
    const last = entity.offset + entity.length;
    const isTouched = entity.offset < end && last > start;
    // The link of a removed article's title leads to it still.
    if (isTouched && url !== null && entity.type === 'text_link') return [];
    const offset =
      entity.offset >= end ? entity.offset + by : Math.min(entity.offset, Math.max(entity.offset, start));
    if (!isTouched) return [{ ...entity, offset }];
    // Marks within the passage go with it; those around it then surround the replacement.
    if (entity.offset > start || last < end)
      return entity.offset < start ? [{ ...entity, length: start - entity.offset }] : [];
    return [{ ...entity, offset: entity.offset, length: entity.length + by }];
  });
  return {
    ...body,
    text: body.text.slice(0, start) + words + body.text.slice(end),
    entities: entities.filter(({ length }) => length > 0),
  };
}

/**
 * A message from which something was withdrawn before it was sent, without the lines that say so and the speakers
 * below them: it was never sent.
 */
export function withoutWithdrawn(body: PartBody, messages: Messages): PartBody {
  const withdrawn = messages.say('digest-withdrawn');
  let rest = body;
  for (let at = rest.text.indexOf(withdrawn); at >= 0; at = rest.text.indexOf(withdrawn)) {
    const { text } = rest;
    const start = text.lastIndexOf('\n', at) + 1;
    const next = lineEnd(text, at);
    const below = text.startsWith('— ', next) ? lineEnd(text, next) : next;
    // What is left empty between two paragraphs is one of them less.
    const end = text.startsWith('\n\n', start - 2) && text[below] === '\n' ? below + 1 : below;
    rest = replaced(rest, { start, end }, '', null);
  }
  return rest;
}

/** Where the next line begins. */
function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end + 1;
}
