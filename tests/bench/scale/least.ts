import { openDatabase } from '../../../src/database/database.ts';
import { newsSchema } from '../../../src/database/migrations/news/index.ts';
import { quantile } from './answers.ts';
import { deepKinds, offered, type Subject } from './questions.ts';

/** Columns of an article that every list shows, with the reading that its sentence is taken from. */
const article = 'articles.id, articles.title, articles.source, articles.url, articles.day, readings.json';
const read =
  'join articles on articles.key = found.article join readings on readings.article = found.article';
const newest =
  'select key as article from articles where duplicate_of is null order by day desc, key desc limit 5';
const matching = 'select rowid as article from search where search match :word order by rowid desc limit 5';
const ofTopic =
  'select article from article_topics where topic = :topic order by day desc, article desc limit 5';
const said = (condition: string) => `
  select quotes.json, articles.id from quotes join articles on articles.key = quotes.article
  where quotes.person = :person ${condition} order by quotes.day desc, quotes.article desc, start limit 4`;
/** The most eventful days, and what was reported of each by how many articles. */
const days = (of: string) => `
  select events.date, events.text, ${article} from (${of}) as day
  join events on events.key = (select key from events where date = day.date limit 1)
  join event_reports as found on found.event = events.key ${read}`;
const tagged = (tag: string, count = 8) =>
  days(`select date from event_tags where tag = ${tag} group by date order by count(*) desc limit ${count}`);
const within = (from: string, to: string) =>
  days(
    `select date from event_days where date >= ${from} and date <= ${to} || '~' order by events desc limit 8`,
  );
const articlesOf = (found: string) => `select ${article} from (${found}) as found ${read}`;
const called =
  "select people.* from person_keys join people on people.key = person where person_keys.key = 'w:' || :word limit 20";
const story =
  'select stories.* from stories join articles on articles.story = stories.key where articles.key in';

const ofPerson = [
  called,
  'select name from person_names where person = :person',
  'select text, article from roles where person = :person order by day desc limit 1',
  said(''),
  `select said_about.start, ${article} from said_about as said_about join articles on articles.key = said_about.article
      join readings on readings.article = articles.key where person = :person and rank = 0 order by said_about.day desc limit 3`,
  `select person, count(*) from appearances where article in (select article from appearances where person = :person
      order by day desc limit 300) group by person order by count(*) desc limit 6`,
  tagged("'p' || :person", 3),
];

/**
 * For each kind of question the least SQL that reads what its first page shows, were it known which rows those are:
 * no totals, no ranking beyond one index, nothing looked up that is not shown.
 */
const least: Record<string, string[]> = {
  who: ofPerson,
  quotes: [called, said('')],
  'quotes about': [called, said("and instr(folded, ' ' || :word) > 0")],
  'quotes of anyone': [
    `select quotes.json, articles.id from (select rowid as article from search where search match :word
      order by rowid desc limit 20) as found join quotes on quotes.article = found.article
      join articles on articles.key = found.article where instr(folded, ' ' || :word) > 0 limit 6`,
  ],
  timeline: [within("''", "'9'")],
  'timeline of a person': [called, tagged("'p' || :person")],
  'timeline of a topic': [tagged("'t' || :topic")],
  'timeline of words': [
    days(`select date from event_tags where event in (select event from event_reports where article in
      (${matching.replace('5', '300')})) group by date order by count(*) desc limit 8`),
  ],
  'timeline of a month': [within(':month', ':month')],
  'timeline of a year': [within(':year', ':year')],
  'timeline of a day': [within(':newest', ':newest')],
  search: [called, articlesOf(matching)],
  'search, unfinished': [articlesOf(matching)],
  latest: [articlesOf(newest)],
  topics: ['select * from topics order by articles desc limit 20'],
  topic: ['select * from topics where id = :topic', articlesOf(ofTopic)],
  filter: [
    articlesOf(`select appearances.article from appearances join article_topics using (day, article)
      where person = :person and topic = :topic order by day desc, article desc limit 5`),
  ],
  'filter of a topic': [articlesOf(ofTopic.replace('order', 'and day >= :month order'))],
  story: [`${story} (${matching})`, articlesOf(matching)],
  [offered]: [
    ...ofPerson,
    articlesOf(
      'select article from appearances where person = :person order by day desc, article desc limit 8',
    ),
  ],
};

// A page far down shows as much as the first.
for (const { kind, deep } of deepKinds) least[deep] = least[kind]!;

/** Runs the least SQL of kinds of questions in the library at `file`. */
export function createLeast(file: string) {
  const database = openDatabase(file, newsSchema, { readOnly: true });
  return {
    /** Milliseconds of CPU, the median of the subjects. */
    of(kind: string, subjects: Subject[]): number {
      const statements = least[kind]!.map(sql => database.prepare(sql));
      const costs = subjects.map(({ id, word, topic, newest }) => {
        const values = {
          // A number would be bound as a real one, and the tag of person 1 is not `p1.0`.
          person: BigInt(id),
          word,
          topic: topic.id,
          newest,
          month: newest.slice(0, 7),
          year: newest.slice(0, 4),
        };
        const before = process.cpuUsage();
        for (const statement of statements) statement.all(values);
        const { user, system } = process.cpuUsage(before);
        return (user + system) / 1000;
      });
      return quantile(
        costs.toSorted((a, b) => a - b),
        0.5,
      );
    },
    close: () => database.close(),
  };
}
