import { numberOf } from '../model/rows.ts';
import type { Filter } from '../model/types.ts';
import { matchOf } from './search-words.ts';

/** A filter as conditions on `articles`, with their named values. Words that hold no letter match nothing. */
export function conditionsOf(filter: Filter): { where: string[]; values: Record<string, string | number> } {
  const where: string[] = [];
  const values: Record<string, string | number> = {};
  if (filter.topic !== undefined) {
    where.push('articles.key in (select article from article_topics where topic = :topic)');
    values.topic = filter.topic;
  }
  if (filter.person !== undefined) {
    where.push('articles.key in (select article from casts where person = :person)');
    values.person = numberOf(filter.person);
  }
  if (filter.words !== undefined) {
    where.push('articles.key in (select rowid from search where search match :match)');
    values.match = matchOf(filter.words) ?? '""';
  }
  const { from, to } = filter;
  if (from !== undefined) {
    where.push("day <> '' and day >= :from");
    values.from = from;
  }
  if (to !== undefined) {
    where.push("day <> '' and day <= :to");
    values.to = periodEnd(to);
  }
  return { where, values };
}

/** The last text that sorts within a year, month or day. */
export function periodEnd(date: string): string {
  return `${date}~`;
}
