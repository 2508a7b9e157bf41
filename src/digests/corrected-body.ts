import type { MessageEntity } from 'grammy/types';
import type { Withdrawal } from '../library/model/types.ts';
import { sanitize } from '../rendering/display.ts';
import type { PartBody } from './part-message.ts';

/** A passage is recognized by at least this many of its first characters: it may have been cut, as in ` …`. */
const minRecognized = 25;
const ellipsis = ' …';

/**
 * A message without what its articles no longer say: each such passage gives way to what they say instead, or to
 * `withdrawn`. Null if the message has none of it. What the reader sees before and after stays as it is.
 * @param now when it was corrected, in milliseconds since the epoch
 * @param longest the most UTF-16 code units of the text; if what is said instead would exceed it, it is left out
 */
export function correctedBody(
  body: PartBody,
  withdrawals: readonly Withdrawal[],
  { withdrawn, now, longest }: { withdrawn: string; now: number; longest: number },
): PartBody | null {
  let corrected = body;
  for (const { passage, replacement, url } of withdrawals) {
    for (let from = 0, found = find(corrected.text, passage, from); found; ) {
      const room = longest - corrected.text.length + (found.end - found.start);
      const words =
        replacement === null ? null : clipTo(sanitize(replacement).trim(), found.end - found.start);
      const instead = words !== null && words.length <= room ? words : withdrawn;
      corrected = replaced(corrected, found, instead, url);
      from = found.start + instead.length;
      found = find(corrected.text, passage, from);
    }
    if (url !== null) corrected = withoutLinks(corrected, url);
  }
  return corrected === body ? null : { ...corrected, corrected: now };
}

type Stretch = { start: number; end: number };

/** Where a passage is shown, as a whole or cut short. */
function find(text: string, passage: string, from: number): Stretch | null {
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

/** The replacement is not much longer than what it replaces, so that a digest stays a digest. */
function clipTo(text: string, length: number): string {
  const longest = Math.max(length * 2, 200);
  if (text.length <= longest) return text;
  const cut = text.slice(0, longest);
  return `${cut.slice(0, cut.lastIndexOf(' '))}${ellipsis}`;
}

function replaced(body: PartBody, { start, end }: Stretch, words: string, url: string | null): PartBody {
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

function withoutLinks(body: PartBody, url: string): PartBody {
  const entities = body.entities.filter(entity => entity.type !== 'text_link' || entity.url !== url);
  return entities.length === body.entities.length ? body : { ...body, entities };
}
