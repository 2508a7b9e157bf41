import type { Database } from '../../database/database.ts';
import type { Reading } from '../../reading/model/reading.ts';

/** Stores the topics of articles, and how many articles a topic has. */
export function createTopicStore(database: Database) {
  const name = database.prepare(`
    insert into topics (id, label, articles) values (?, ?, 0)
    on conflict do update set label = excluded.label where label <> excluded.label`);
  const put = database.prepare(
    'insert or ignore into article_topics (topic, day, article, score) values (?, ?, ?, ?)',
  );
  const count = database.prepare('update topics set articles = articles + ? where id = ?');
  const topicsOf = database.prepare('select topic from article_topics where article = ?').pluck();
  const takeOut = database.prepare('delete from article_topics where article = ?');
  const used = database.prepare('select 1 from article_topics where topic = ? limit 1').pluck();
  const drop = database.prepare('delete from topics where id = ?');

  return {
    /** Copies of another article get their topics without being counted. */
    add(article: number, reading: Reading, day: string, isCopy: boolean): void {
      for (const topic of reading.topics) {
        name.run(topic.id, topic.label);
        const { changes } = put.run(topic.id, day, article, topic.score);
        if (!isCopy) count.run(changes, topic.id);
      }
    },
    /** Counts an article that was a copy and no longer is. */
    promote: (article: number) => {
      for (const topic of topicsOf.all(article)) count.run(1, topic);
    },
    remove(article: number, wasCopy: boolean): void {
      const topics = topicsOf.all(article);
      takeOut.run(article);
      for (const topic of topics) {
        if (!wasCopy) count.run(-1, topic);
        if (used.get(topic) === undefined) drop.run(topic);
      }
    },
  };
}
