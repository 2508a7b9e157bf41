import type { EntityMention } from '../entities/entity.ts';
import type { NameParts } from './names-parts.ts';

/** Rules that are certain enough to outweigh that a name looks like a person's. */
const decisive = new Set([
  'described',
  'headed',
  'ampersand',
  'site',
  'nickname',
  'club',
  'score',
  'opponent',
  'targeted',
]);

/** The decisive mentions of organizations and places by the indexes of their words. */
export function entityIndex(entities: EntityMention[]): Map<number, EntityMention> {
  const byWord = new Map<number, EntityMention>();
  for (const entity of entities) {
    if (!entity.isStrong || !decisive.has(entity.rule)) continue;
    for (let at = entity.from; at < entity.to; at++) byWord.set(at, entity);
  }
  return byWord;
}

/** Whether a candidate is the name of an organization or a place, or part of one. */
export function isEntityName(
  { name, to, honorific }: NameParts,
  entityAt: Map<number, EntityMention>,
): boolean {
  if (honorific) return false;
  for (let at = name; at < to; at++) {
    const entity = entityAt.get(at);
    if (entity) return entity.to - entity.from > 1 || (entity.from <= name && entity.to >= to);
  }
  return false;
}
