import { createHash } from 'node:crypto';

/** Which documents are scored: all, those to tune on, or the fifth kept back to be looked at once. */
export type Part = 'everything' | 'tuning' | 'aside';

/** Changing this draws other documents, and every figure of a part changes with it. */
const seed = 'set aside';
const share = 5;

/**
 * The items of a part. A fifth, drawn by hashing each group's key with a fixed seed, is set aside: the order of
 * the items plays no part. Items with the same group key are never parted; a group bigger than what is left of
 * the fifth stays with those to tune on, so the part set aside may be empty.
 */
export function partOf<T>(items: T[], part: Part, groupOf: (item: T) => string): T[] {
  if (part === 'everything') return items;
  const sizes = new Map<string, number>();
  for (const item of items) sizes.set(groupOf(item), (sizes.get(groupOf(item)) ?? 0) + 1);
  let room = Math.ceil(items.length / share);
  const aside = new Set<string>();
  for (const group of [...sizes.keys()].sort((a, b) => (lotOf(a) < lotOf(b) ? -1 : 1))) {
    const size = sizes.get(group)!;
    if (size > room) continue;
    aside.add(group);
    room -= size;
  }
  return items.filter(item => aside.has(groupOf(item)) === (part === 'aside'));
}

/**
 * Groups that share a link, joined: gives each group's representative.
 * @param links lists of groups that belong together, such as the topics in which one person appears
 */
export function joinGroups(links: string[][]): (group: string) => string {
  const parent = new Map<string, string>();
  const root = (group: string): string => {
    const above = parent.get(group) ?? group;
    return above === group ? group : root(above);
  };
  for (const [first, ...others] of links) for (const other of others) parent.set(root(other), root(first!));
  return root;
}

function lotOf(key: string): string {
  return createHash('sha256').update(`${seed}: ${key}`).digest('hex');
}

/** What an article's copies have in common: the last part of its id, so that a damaged copy goes with its original. */
export function articleKey({ id }: { id?: string }): string {
  return (id ?? '').split('/').at(-1)!.replace(/#.*/, '');
}
