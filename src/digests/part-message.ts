import type { InlineKeyboardMarkup, MessageEntity } from 'grammy/types';
import type { Part } from '../deliveries/outbox/outbox.ts';
import { momentText } from '../rendering/days.ts';
import type { Messages } from '../rendering/messages.ts';
import { replaced } from './passages.ts';

/** A part's message as stored in the outbox. */
export type PartBody = {
  text: string;
  entities: MessageEntity[];
  markup?: InlineKeyboardMarkup;
  /** Without a sound. */
  silent?: boolean;
  /** The language of its frame; English if missing. */
  language?: string;
  /** With a preview of the first link. */
  previews?: boolean;
  /** How the picture is drawn whose caption this is, and a hash of what it shows; of an answer only. */
  picture?: { theme: 'light' | 'dark'; drawn: string };
  /** When it was last corrected, in milliseconds since the epoch. */
  corrected?: number;
};

/** What comes later than this after its time, in milliseconds, says so. */
export const lateAfter = 15 * 60_000;

/**
 * What is put before a part when it is sent: that it may have come already, or that it comes late. One that was
 * composed late says so itself.
 * @param zone in which its reader's clock runs
 */
export function markFor(part: Part, zone: string, now: number, messages: Messages): string | null {
  if (part.state === 'unknown' || part.maybeDuplicate === 1) return messages.say('digest-repeated');
  const composedLate = part.planned !== null && part.planned - part.due >= lateAfter;
  if (composedLate || now - part.due < lateAfter) return null;
  return messages.say('digest-waited', { moment: momentText(part.due, zone, messages.locale) });
}

/** The message with words put before it, its entities moved along. */
export function withMark(body: PartBody, mark: string | null): PartBody {
  if (mark === null) return body;
  const before = `${mark}\n\n`;
  return {
    ...body,
    text: before + body.text,
    entities: body.entities.map(entity => ({ ...entity, offset: entity.offset + before.length })),
  };
}

/**
 * A message from which something was withdrawn before it was sent, without the lines that say so and the speakers
 * below them: nobody has seen what was there.
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
