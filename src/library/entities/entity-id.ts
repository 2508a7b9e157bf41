import { createHash } from 'node:crypto';

const length = 10;

/**
 * The id of an organization or place: `e` and the beginning of a hash of the reader's key for it, in base 36. It says
 * the same in every database, so that subscriptions may keep it; people's ids are numbers.
 * @param key as in a reading: `nato`
 */
export function entityId(key: string): string {
  const number = BigInt(`0x${createHash('sha256').update(key).digest('hex').slice(0, 16)}`);
  return `e${number.toString(36).padStart(length, '0').slice(-length)}`;
}

/** Whether an id is that of an organization or place, rather than a person’s. */
export function isEntityId(id: string): boolean {
  return id.startsWith('e');
}
