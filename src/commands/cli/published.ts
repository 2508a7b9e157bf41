import type { Article } from '../../system/article.ts';
import { UsageError } from './exit-codes.ts';

/** A day as `--published` takes it. @throws UsageError */
export function checkedDay(day: string): NonNullable<Article['publishedAt']> {
  if (Number.isNaN(Date.parse(day)) || !/^\d{4}-\d\d-\d\d/.test(day))
    throw new UsageError(
      `--published ${day} is not a valid date; use one like 2022-02-23 or 2022-02-23T09:31`,
    );
  return day;
}
