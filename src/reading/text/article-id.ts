import { createHash } from 'node:crypto';

/** The id of an article that came without one: the beginning of its text's SHA-256. */
export function idOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
