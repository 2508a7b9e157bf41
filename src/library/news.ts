import type { Database } from './database.ts';
import { oneLine } from './fold.ts';
import { quoteRowsOf } from './quote-rows.ts';
import { type ArticleRow, articleColumns, evidenceOf, numberOf, refOf, rowsOf } from './rows.ts';
import { storyRowsOf } from './story-rows.ts';
import type { News } from './types.ts';

/** So much of a story is told in a digest. */
const mostSentences = 2;
const mostQuotes = 2;

/** What is new since a place in the order of arrival. */
export function newsOf(database: Database): News {
  const rows = rowsOf(database);
  const stories = storyRowsOf(database);
  const quotes = quoteRowsOf(database);
  const head = database.prepare('select coalesce(max(key), 0) from articles').pluck();
  const matching = `
    from articles
    where key > :after and key <= :upTo and archived = 0 and duplicate_of is null
      and (:all
        or key in (select article from article_topics where topic in (select value from json_each(:topics)))
        or key in (select article from casts where person in (select value from json_each(:people))))`;
  const leading = database.prepare(`
    select story, count(*) over () as total ${matching}
    group by story order by count(*) desc, max(day) desc, max(key) desc limit :limit`);
  const fresh = database.prepare(`select ${articleColumns} ${matching} and story = :story order by key`);
  const before = database.prepare('select key from articles order by key desc limit 1 offset ?').pluck();

  return {
    head: async () => head.get() as number,
    before: async articles => (before.get(articles) as number | undefined) ?? 0,
    async stories({ after, upTo, topics, people, limit }) {
      const filter = {
        after,
        upTo,
        all: topics.length + people.length === 0 ? 1 : 0,
        topics: JSON.stringify(topics),
        people: JSON.stringify(people.map(numberOf)),
      };
      const found = leading.all({ ...filter, limit }) as { story: number; total: number }[];
      const items = found.map(({ story }) => {
        const articles = fresh.all({ ...filter, story }) as ArticleRow[];
        return {
          story: stories.get(story)!,
          fresh: articles.map(refOf),
          summary: articles.flatMap(row => summaryOf(row)).slice(0, mostSentences),
          quotes: articles
            .flatMap(row => quotes.inArticle(row.key))
            .filter(quote => quote.speaker?.person && quote.kind === 'direct')
            .slice(0, mostQuotes),
        };
      });
      return { total: found[0]?.total ?? 0, items };
    },
  };

  function summaryOf(row: ArticleRow) {
    return rows.reading(row.key).summary.map(sentence => evidenceOf(row, sentence, oneLine(sentence.text)));
  }
}
