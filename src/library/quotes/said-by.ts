import type { Database } from '../../database/database.ts';
import { memoize } from '../../system/memoize.ts';
import { countLimit, limitedCount, limitedTotal } from '../model/counting.ts';
import type { QuotesAsked, Slice } from '../model/types.ts';
import { periodEnd } from '../search/filter.ts';
import { otherNumber } from '../text/word-forms.ts';

/** Only this many of a speaker's newest quotes are searched for words. */
const mostSearched = 2000;
/** An article may quote what was said this many days before it came out. */
const mostDaysLater = 7;
/** More words than this make no search more precise. */
export const mostWords = 16;

/** Parts of the SQL that reads quotes, and what reads those with some keys in their order. */
type Parts = Record<'columns' | 'speaker' | 'order' | 'wording' | 'isOriginal', string> &
  Record<'among' | 'wordingsAmong', ReturnType<Database['prepare']>>;

/** What someone said, newest first, as rows of the columns asked for; with words or a period only what fits. */
export function createSaidBy(database: Database, parts: Parts) {
  const { columns, speaker, order, wording, isOriginal, among, wordingsAmong } = parts;
  /** What reads the keys of those of a speaker's newest quotes that meet some conditions. */
  const newestKeys = (searched: string, conditions: string[]) =>
    database
      .prepare(`
        select newest.key
        from (select key, article, day, start, folded from quotes where ${searched} ${order} limit ${mostSearched}) as newest
        where ${conditions.join(' and ')}
          and not exists (select 1 from articles indexed by articles_copies where articles.key = article and duplicate_of is not null)
        order by newest.day desc, newest.article desc, newest.start limit ${countLimit + 1}`)
      .pluck();
  /** What reads the quotes of a person or an organization, all of them or those with words. */
  const statementsOf = (by: 'person' | 'entity', count: string) => ({
    count: database.prepare(count).pluck(),
    all: database.prepare(`
      select ${columns} from quotes join articles on articles.key = quotes.article ${speaker}
      where quotes.${by} = :speaker and duplicate_of is null ${order} limit :limit offset :offset`),
    wordings: database.prepare(`
      select ${wording} from quotes where quotes.${by} = :speaker and ${isOriginal} ${order} limit :limit offset :offset`),
    // Each of the words, or its other number, is in the quote or its sentence; read off the index alone.
    withWords: memoize((words: string) => newestKeys(`${by} = :speaker`, beginnings(Number(words)))),
    // By the day on which they were said where that is known, else that of their article.
    ofPeriod: memoize((words: string) =>
      newestKeys(`${by} = :speaker and day >= :from and day <= :late`, [
        ...beginnings(Number(words)),
        "coalesce((select json ->> '$.said' from quotes where quotes.key = newest.key), newest.day) between :from and :to",
      ]),
    ),
  });
  const statements = {
    // Kept for each person: to count takes longer with every quote.
    person: statementsOf('person', 'select quotes from people where key = :speaker'),
    entity: statementsOf(
      'entity',
      limitedCount(`select 1 from quotes join articles on articles.key = quotes.article
        where quotes.entity = :speaker and duplicate_of is null`),
    ),
  };
  return (
    as: 'quotes' | 'wordings',
    by: 'person' | 'entity',
    speaker: number | string,
    words: string[],
    { limit, offset, from, to }: QuotesAsked,
  ): Slice<unknown> => {
    const { all, wordings, count, withWords, ofPeriod } = statements[by];
    const [listed, chosen] = as === 'quotes' ? [all, among] : [wordings, wordingsAmong];
    const hasPeriod = from !== undefined || to !== undefined;
    if (words.length === 0 && !hasPeriod)
      return {
        total: limitedTotal((count.get({ speaker }) as number | undefined) ?? 0),
        items: listed.all({ speaker, limit, offset }),
      };
    const asked = words.slice(0, mostWords);
    const values = Object.fromEntries(
      asked.flatMap((word, at) => [
        [`word${at}`, word],
        [`other${at}`, otherNumber(word) ?? word],
      ]),
    );
    const period = { from: from ?? '0', to: periodEnd(to ?? '9'), late: periodEnd(to ? daysLater(to) : '9') };
    const keys = (
      hasPeriod
        ? ofPeriod(String(asked.length)).all({ speaker, ...values, ...period })
        : withWords(String(asked.length)).all({ speaker, ...values })
    ) as number[];
    const page = JSON.stringify(keys.slice(offset, offset + limit));
    return { total: keys.length, items: chosen.all({ keys: page }) };
  };
}

/** The conditions that the words, `word0` and so on, each begin a word of a quote or of its sentence, or `other0` is one. */
function beginnings(words: number): string[] {
  return Array.from(
    { length: words },
    (_, at) =>
      `(instr(folded, ' ' || :word${at}) > 0 or instr(folded || ' ', ' ' || :other${at} || ' ') > 0)`,
  );
}

/** The day up to which articles are looked at for what was said until the end of a day, month or year. */
function daysLater(to: string): string {
  const [year = 0, month = 12, day = 31] = to.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, day + mostDaysLater)).toISOString().slice(0, 10);
}
