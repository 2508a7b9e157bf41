import { countLimit } from '../../library/model/counting.ts';
import type { Range, Slice } from '../../library/model/types.ts';
import type { Button, View } from './page.ts';
import type { Question } from './question.ts';

/** One page of a list: `number` from 1 of `pages`. */
export type ListPage<T> = {
  items: T[];
  /** Exact up to `countLimit`. */
  total: number;
  /** The total as an argument of a message: Infinity if there are more than are counted. */
  count: number;
  number: number;
  pages: number;
};

/** How many entries a page has, in a private chat and in a group. */
export type Sizes = { private: number; group: number };

/** The part of a list that a view asks for; beyond the end it is the last, in a group always the first. */
export async function loadListPage<T>(
  view: View,
  sizes: Sizes,
  load: (range: Range) => Promise<Slice<T>>,
): Promise<ListPage<T>> {
  const limit = sizes[view.chat];
  const wanted = view.chat === 'group' ? 1 : Math.max(1, Math.floor(view.page) || 1);
  const first = await load({ limit, offset: (wanted - 1) * limit });
  const pages = Math.max(1, Math.ceil(first.total / limit));
  const count = shownCount(first.total);
  if (wanted <= pages) return { ...first, count, number: wanted, pages };
  const last = await load({ limit, offset: (pages - 1) * limit });
  return { ...last, count, number: pages, pages };
}

/** A total as an argument of a message, which says “more than 1,000” for Infinity. */
export function shownCount(total: number): number {
  return total > countLimit ? Number.POSITIVE_INFINITY : total;
}

/** The same for a list that is at hand. */
export function listPageOf<T>(view: View, sizes: Sizes, list: T[]): Promise<ListPage<T>> {
  return loadListPage(view, sizes, async ({ limit, offset }) => ({
    total: list.length,
    items: list.slice(offset, offset + limit),
  }));
}

/** The buttons that turn the pages of an answer; none where there is one page, or in a group. */
export function pager(question: Question, view: View, part: { number: number; pages: number }): Button[][] {
  const { number, pages } = part;
  if (pages === 1 || view.chat === 'group') return [];
  const to = (page: number): Button['action'] => ({ kind: 'turn', question, page });
  const row: Button[] = [{ label: [{ text: `${number}/${pages}` }], action: to(number) }];
  if (number > 1) row.unshift({ label: [{ text: '◀' }], action: to(number - 1) });
  if (number < pages) row.push({ label: [{ text: '▶' }], action: to(number + 1) });
  return [row];
}

/** In a group: the button that opens the whole answer in a private chat. */
export function moreInPrivateChat(question: Question, view: View): Button[][] {
  return view.chat === 'group'
    ? [[{ label: [{ messageKey: 'button-private' }], action: { kind: 'private', question } }]]
    : [];
}
