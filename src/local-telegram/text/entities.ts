import { badRequest } from '../model/api-error.ts';
import type { Entity } from '../model/types.ts';
import { overlap } from './detection.ts';
import { checkedLink } from './links.ts';

const splittable = new Set(['bold', 'italic', 'underline', 'strikethrough', 'spoiler']);
const quotes = new Set(['blockquote', 'expandable_blockquote']);
const verbatim = new Set(['code', 'pre']);
const continuous = new Set(['text_link', 'text_mention', 'custom_emoji', 'date_time', ...verbatim]);
/** Found by Telegram itself; given ones are passed over. */
const detected = new Set(['mention', 'hashtag', 'cashtag', 'bot_command', 'url', 'email', 'phone_number']);

/** Entities as the bot gave them, checked one by one. Throws Telegram's refusals. */
export function readEntities(given: unknown): Entity[] {
  if (!Array.isArray(given)) throw badRequest("can't parse entities: expected an Array");
  return given.flatMap(item => {
    if (typeof item !== 'object' || item === null) {
      throw badRequest("can't parse MessageEntity: expected an Object");
    }
    const entity = item as Record<string, unknown>;
    for (const field of ['offset', 'length']) {
      if (!(field in entity)) throw badRequest(`can't parse MessageEntity: Can't find field "${field}"`);
      if (!Number.isInteger(Number(entity[field]))) {
        throw badRequest(`can't parse MessageEntity: Field "${field}" must be of type Number`);
      }
    }
    const type = String(entity.type ?? '');
    if (!('type' in entity)) throw badRequest('can\'t parse MessageEntity: Can\'t find field "type"');
    if (detected.has(type)) return [];
    if (!splittable.has(type) && !quotes.has(type) && !continuous.has(type)) {
      throw badRequest("can't parse MessageEntity: Unsupported type specified");
    }
    return [withLink({ ...entity, type, offset: Number(entity.offset), length: Number(entity.length) })];
  });
}

function withLink(entity: Entity): Entity {
  if (entity.type !== 'text_link') return entity;
  if (entity.url === undefined) throw badRequest('can\'t parse MessageEntity: Can\'t find field "url"');
  const link = checkedLink(entity.url);
  if ('problem' in link) throw badRequest(`Entity URL '${entity.url}' is invalid: ${link.problem}`);
  return { ...entity, url: link.url };
}

/** Refuses entities that leave the text or cut a character in two. Offsets named in the error are bytes. */
export function checkOffsets(text: string, entities: readonly Entity[]): void {
  for (const { offset, length } of entities) {
    if (offset < 0 || offset > 1_000_000)
      throw badRequest(`Receive an entity with incorrect offset ${offset}`);
    if (length < 0 || length > 1_000_000)
      throw badRequest(`Receive an entity with incorrect length ${length}`);
  }
  const cuts = (at: number) =>
    /[\uDC00-\uDFFF]/.test(text[at] ?? '') && /[\uD800-\uDBFF]/.test(text[at - 1] ?? '');
  const bytesTo = (at: number) => Buffer.byteLength(text.slice(0, at));
  for (const { offset, length } of inOrder(entities.filter(entity => entity.length > 0))) {
    const end = offset + length;
    if (offset > text.length) {
      throw badRequest(`Entity begins after the end of the text at UTF-16 offset ${offset}`);
    }
    if (cuts(offset)) {
      throw badRequest(`Entity begins in a middle of a UTF-16 symbol at byte offset ${bytesTo(offset + 1)}`);
    }
    if (end > text.length) {
      throw badRequest(
        `Entity beginning at UTF-16 offset ${offset} ends after the end of the text at UTF-16 offset ${end}`,
      );
    }
    if (cuts(end)) {
      throw badRequest(
        `Entity beginning at UTF-16 offset ${offset} ends in a middle of a UTF-16 symbol at byte offset ${bytesTo(end + 1)}`,
      );
    }
  }
}

/**
 * Entities as Telegram keeps them: links, code and quotations never cross one another (the later one is
 * dropped), nothing lives inside code, and styles are joined, then cut so that all are nested.
 * `dropped` are the given ones of which nothing is left.
 */
export function settleEntities(given: readonly Entity[]): { kept: Entity[]; dropped: Entity[] } {
  const sorted = inOrder(given.filter(entity => entity.length > 0));
  const dropped: Entity[] = [];
  const firm: Entity[] = [];
  const admit = (entity: Entity, clashes: (other: Entity) => boolean) => {
    (firm.some(clashes) ? dropped : firm).push(entity);
  };
  for (const entity of sorted.filter(({ type }) => quotes.has(type))) {
    admit(entity, other => overlap(entity, other));
  }
  for (const entity of sorted.filter(({ type }) => !quotes.has(type) && !splittable.has(type))) {
    admit(entity, other => overlap(entity, other) && !(quotes.has(other.type) && within(entity, other)));
  }
  const styles = sorted.filter(({ type }) => splittable.has(type));
  const free = styles.filter(style => {
    const inCode = firm.some(other => verbatim.has(other.type) && within(style, other));
    if (inCode) dropped.push(style);
    return !inCode;
  });
  return { kept: inOrder([...firm, ...nested(joined(free), firm)]), dropped };
}

function within(inner: Entity, outer: Entity): boolean {
  return inner.offset >= outer.offset && inner.offset + inner.length <= outer.offset + outer.length;
}

/** Styles of one kind that touch or overlap become one. */
function joined(styles: readonly Entity[]): Entity[] {
  const result: Entity[] = [];
  for (const style of styles) {
    const same = result.findLast(({ type }) => type === style.type);
    if (same && style.offset <= same.offset + same.length) {
      same.length = Math.max(same.length, style.offset + style.length - same.offset);
    } else result.push({ ...style });
  }
  return result;
}

/** Cuts each style where it would cross an entity that stays whole, or a style before it. */
function nested(styles: readonly Entity[], firm: readonly Entity[]): Entity[] {
  const result: Entity[] = [];
  for (const style of styles) {
    const edges = [...firm, ...result].filter(
      other => overlap(style, other) && !within(style, other) && !within(other, style),
    );
    const cuts = edges
      .flatMap(other => [other.offset, other.offset + other.length])
      .filter(at => at > style.offset && at < style.offset + style.length);
    const bounds = [...new Set([style.offset, ...cuts, style.offset + style.length])].sort((a, b) => a - b);
    bounds.slice(1).forEach((end, index) => {
      const piece = { ...style, offset: bounds[index]!, length: end - bounds[index]! };
      if (!firm.some(other => verbatim.has(other.type) && within(piece, other))) result.push(piece);
    });
  }
  return result;
}

/** By place, the longer first. */
export function inOrder(entities: readonly Entity[]): Entity[] {
  return [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length);
}
