import type { InlineQueryResultArticle } from 'grammy/types';
import { createRecent } from '../../system/recent.ts';

/** How many results are remembered over all queries. */
const maxRemembered = 2000;

/** A result as it was offered. */
export type Offered = {
  result: InlineQueryResultArticle;
  /** The ids of the articles that it draws on. */
  articles: string[];
  /** The newest withdrawal of the news before it was composed. */
  withdrawal: number;
};

/**
 * The results offered last, in memory: Telegram keeps them for a while, so that what someone posts may be older than
 * the news is by then. After a restart it is composed again.
 */
export type OfferedResults = {
  keep(user: number, query: string, offered: readonly Offered[]): void;
  /** The result of this id as it was last offered for a query. */
  get(user: number, query: string, id: string): Offered | undefined;
};

/** An empty memory; the oldest results are forgotten first. */
export function createOfferedResults(): OfferedResults {
  const kept = createRecent<Offered>(maxRemembered);
  const key = (user: number, query: string, id: string) => `${user} ${id} ${query}`;
  return {
    keep: (user, query, offered) => {
      for (const each of offered) kept.set(key(user, query, each.result.id), each);
    },
    get: (user, query, id) => kept.get(key(user, query, id)),
  };
}
