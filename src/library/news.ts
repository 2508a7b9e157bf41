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
  const fresh = database.prepare(`
    select ${articleColumns} from articles
    where key > :after and key <= :upTo and archived = 0 and duplicate_of is null
      and (:all
        or key in (select article from article_topics where topic in (select value from json_each(:topics)))
        or key in (select article from casts where person in (select value from json_each(:people))))
    order by key`);

  return {
    head: async () => head.get() as number,
    async stories({ after, upTo, topics, people, limit }) {
      const found = fresh.all({
        after,
        upTo,
        all: topics.length + people.length === 0 ? 1 : 0,
        topics: JSON.stringify(topics),
        people: JSON.stringify(people.map(numberOf)),
      }) as ArticleRow[];
      const byStory = [...Map.groupBy(found, row => row.story)].map(([story, articles]) => ({
        story,
        articles,
      }));
      byStory.sort(
        (a, b) => b.articles.length - a.articles.length || latest(b.articles) - latest(a.articles),
      );
      const items = byStory.slice(0, limit).map(({ story, articles }) => ({
        story: stories.get(story)!,
        fresh: articles.map(refOf),
        summary: articles.flatMap(row => summaryOf(row)).slice(0, mostSentences),
        quotes: articles
          .flatMap(row => quotes.inArticle(row.key))
          .filter(quote => quote.speaker?.person && quote.kind === 'direct')
          .slice(0, mostQuotes),
      }));
      return { total: byStory.length, items };
    },
  };

  function summaryOf(row: ArticleRow) {
    return rows.reading(row.key).summary.map(sentence => evidenceOf(row, sentence, oneLine(sentence.text)));
  }
}

function latest(articles: ArticleRow[]): number {
  return articles.at(-1)!.key;
}
