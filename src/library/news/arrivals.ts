import type { Database } from '../../database/database.ts';
import type { News } from '../model/contracts.ts';
import { createForwarding } from '../model/forwarding.ts';
import { numberOf } from '../model/rows.ts';

/** What has arrived since a chat last asked. */
export function createArrivals(database: Database): Pick<News, 'arrivedSince' | 'countSince'> {
  const forwarding = createForwarding(database);
  const arrived = database
    .prepare('select id from articles where id in (select value from json_each(?)) and key > ?')
    .pluck();
  const counting = (articles: string) =>
    database
      .prepare(
        `select count(*) from (${articles}) join articles on articles.key = article where duplicate_of is null`,
      )
      .pluck();
  const ofPerson = counting(
    'select distinct article from appearances where person = :id and article > :since',
  );
  const ofEntity = counting('select article from entity_articles where entity = :id and article > :since');
  const ofStory = counting('select key as article from articles where story = :id and key > :since');
  const ofTopic = counting('select article from article_topics where topic = :id and article > :since');

  return {
    arrivedSince: async (articles, arrival) => arrived.all(JSON.stringify(articles), arrival) as string[],
    async countSince(about, since) {
      if (about.startsWith('e')) return ofEntity.get({ id: about, since }) as number;
      const id = about.slice(1);
      if (about.startsWith('t')) return ofTopic.get({ id, since }) as number;
      if (about.startsWith('s')) return ofStory.get({ id: numberOf(id), since }) as number;
      return ofPerson.get({ id: forwarding.current(numberOf(id)), since }) as number;
    },
  };
}
