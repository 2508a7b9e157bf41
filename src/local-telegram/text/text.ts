import { badRequest } from '../model/api-error.ts';
import type { Entity } from '../model/types.ts';
import { detectEntities, overlap } from './detection.ts';
import { checkOffsets, inOrder, settleEntities } from './entities.ts';

export type Formatted = { text: string; entities: Entity[]; slips: string[] };

/** More formatting than this in one message is passed over by Telegram without a word. */
const mostEntities = 100;

/**
 * Text as Telegram keeps it: control characters and white space at both ends gone, entities moved along,
 * nested, and joined by those that Telegram finds itself. Throws Telegram's refusals; `limit` is in code
 * points.
 */
export function settleText(
  text: string,
  given: readonly Entity[],
  limit: number,
  tooLong: string,
): Formatted {
  checkOffsets(text, given);
  const slips: string[] = [];
  const { kept, dropped } = settleEntities(given);
  for (const { type, offset, length } of dropped) {
    slips.push(`${type} at ${offset}, ${length} long, was dropped: it crosses or lies in another entity`);
  }
  if (kept.length > mostEntities) {
    slips.push(`${kept.length} entities were given: those after the first ${mostEntities} were dropped`);
  }
  const cleaned = clean(text, kept.slice(0, mostEntities));
  const trimmed = trim(cleaned.text, cleaned.entities);
  if (trimmed.text === '') throw badRequest('Text must be non-empty');
  if (codePoints(trimmed.text) > limit) throw badRequest(tooLong);
  const found = detectEntities(trimmed.text).filter(
    entity => !trimmed.entities.some(other => clashes(entity, other)),
  );
  const settled = settleEntities([...trimmed.entities, ...found]);
  return { text: trimmed.text, entities: settled.kept, slips };
}

/** How Telegram counts a message's length. */
export function codePoints(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}

const transparent = new Set(['bold', 'italic', 'underline', 'strikethrough', 'spoiler']);

function clashes(found: Entity, given: Entity): boolean {
  if (!overlap(found, given) || transparent.has(given.type)) return false;
  const inside = found.offset >= given.offset && found.offset + found.length <= given.offset + given.length;
  return !(given.type.endsWith('blockquote') && inside);
}

/** Characters that vanish: carriage returns, line and direction marks, combining lines. */
const vanishing = /[\r\u2028-\u202e]|\u0333|\u033f|\u030a/;

function clean(text: string, entities: readonly Entity[]): { text: string; entities: Entity[] } {
  const moved: number[] = [];
  let result = '';
  for (let at = 0; at < text.length; at++) {
    moved.push(result.length);
    const unit = text[at]!;
    if (vanishing.test(unit)) continue;
    result += /[\u0000-\u0009\u000b-\u001f]/.test(unit) ? ' ' : unit;
  }
  moved.push(result.length);
  return {
    text: result,
    entities: entities.map(entity => {
      const offset = moved[entity.offset]!;
      return { ...entity, offset, length: moved[entity.offset + entity.length]! - offset };
    }),
  };
}

function trim(text: string, entities: readonly Entity[]): { text: string; entities: Entity[] } {
  const end = text.replace(/(?<![ \n])[ \n]+$/, '').length;
  const visible = entities.flatMap(entity => {
    const covered = text.slice(entity.offset, Math.min(end, entity.offset + entity.length));
    const blank = covered.length - covered.replace(/^[ \n]+/, '').length;
    const length = covered.length - blank;
    return length > 0 ? [{ ...entity, offset: entity.offset + blank, length }] : [];
  });
  const first = Math.min(end, ...visible.map(({ offset }) => offset));
  const start = Math.min(first, text.length - text.replace(/^[ \n]+/, '').length);
  return {
    text: text.slice(start, end),
    entities: inOrder(visible.map(entity => ({ ...entity, offset: entity.offset - start }))),
  };
}
