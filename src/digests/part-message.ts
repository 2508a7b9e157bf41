import type { InlineKeyboardMarkup, MessageEntity } from 'grammy/types';
import type { Part } from '../deliveries/outbox/outbox.ts';
import { momentText } from '../rendering/days.ts';
import type { Messages } from '../rendering/messages.ts';

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
