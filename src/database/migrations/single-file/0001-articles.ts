import type { Migration } from '../migration.ts';

/**
 * Articles and all that is read from them. `day` is the day of publication ('' where it is not known),
 * repeated beside the ids so that "newest first" is read off an index.
 */
export const articlesSchema: Migration = {
  version: 1,
  name: 'articles',
  sql: `
create table stories (
  key integer primary key autoincrement,
  title text not null,
  first text not null,
  last text not null,
  newest integer not null
) strict;
create index stories_by_day on stories (last, newest);

create table articles (
  key integer primary key autoincrement,
  id text not null unique,
  title text,
  source text,
  url text,
  day text not null,
  language text not null,
  text_hash text not null,
  story integer not null references stories,
  duplicate_of integer references articles,
  came integer not null,
  archived integer not null
) strict;
create index articles_by_hash on articles (text_hash);
create index articles_by_day on articles (duplicate_of, day, key);
create index articles_by_story on articles (story, key);
create index articles_by_source on articles (source);

-- The whole reading as it came, for exports and for the text round a stretch.
create table readings (
  article integer primary key references articles,
  json text not null
) strict;

create table people (
  key integer primary key autoincrement,
  name text not null,
  articles integer not null,
  quotes integer not null
) strict;
create index people_by_rank on people (articles, quotes);

-- Every way a person was written, and in how many articles.
create table person_names (
  person integer not null references people,
  name text not null,
  folded text not null,
  uses integer not null,
  primary key (person, name)
) strict, without rowid;

-- What a person may be looked up by: see name-keys.ts.
create table person_keys (
  key text not null,
  person integer not null references people,
  primary key (key, person)
) strict, without rowid;
create index person_keys_by_person on person_keys (person);

-- Three-letter pieces of the words that names are made of, for the nearest spelling.
create table name_words (
  word text primary key,
  people integer not null
) strict, without rowid;
create table name_pieces (
  piece text not null,
  word text not null,
  primary key (piece, word)
) strict, without rowid;

-- Who stands in an article; \`local\` is the id within the reading.
create table casts (
  article integer not null references articles,
  person integer not null references people,
  local text not null,
  day text not null,
  primary key (article, local)
) strict, without rowid;
create index casts_by_person on casts (person, day, article);

create table mentions (
  article integer not null references articles,
  person integer not null references people,
  start integer not null,
  "end" integer not null,
  text text not null,
  primary key (article, start, person)
) strict, without rowid;
create index mentions_by_person on mentions (person, article);

create table roles (
  article integer not null references articles,
  person integer not null references people,
  start integer not null,
  "end" integer not null,
  text text not null,
  folded text not null,
  day text not null,
  primary key (article, start, person)
) strict, without rowid;
create index roles_by_person on roles (person, day, article);

create table quotes (
  key integer primary key autoincrement,
  article integer not null references articles,
  person integer references people,
  day text not null,
  start integer not null,
  json text not null,
  folded text not null
) strict;
create index quotes_by_article on quotes (article, start);
create index quotes_by_person on quotes (person, day, article);

-- Sentences that speak of a person, others' quotes (rank 0) before the rest (rank 1).
create table said_about (
  person integer not null references people,
  rank integer not null,
  day text not null,
  article integer not null references articles,
  start integer not null,
  "end" integer not null,
  quote integer references quotes,
  primary key (person, rank, day, article, start)
) strict, without rowid;
create index said_about_by_article on said_about (article);
create index said_about_by_quote on said_about (quote);

create table topics (
  id text primary key,
  label text not null,
  articles integer not null
) strict, without rowid;
create table article_topics (
  topic text not null references topics,
  day text not null,
  article integer not null references articles,
  score real not null,
  primary key (topic, day, article)
) strict, without rowid;
create index article_topics_by_article on article_topics (article);

-- What happened, once, and each telling of it.
create table happenings (
  key integer primary key autoincrement,
  date text not null,
  precision text not null,
  basis text not null,
  text text not null
) strict;
create index happenings_by_date on happenings (date, key);
create table tellings (
  happening integer not null references happenings,
  article integer not null references articles,
  start integer not null,
  "end" integer not null,
  basis text not null,
  text text not null,
  primary key (happening, article, start)
) strict, without rowid;
create index tellings_by_article on tellings (article);
-- By whom ('p' and the person's key), on what ('t' and the topic's id) and in which story ('s' and its key).
create table happening_marks (
  mark text not null,
  date text not null,
  happening integer not null references happenings,
  primary key (mark, date, happening)
) strict, without rowid;
create index happening_marks_by_happening on happening_marks (happening);

-- In how many articles a word stands. Numbered as they come, frequent words stand together, so that
-- counting an article's words writes few pages.
create table words (
  key integer primary key,
  word text not null unique,
  articles integer not null
) strict;
-- An article's telling words with their counts, and a posting for the rarest of them.
create table vectors (
  article integer primary key references articles,
  json text not null
) strict;
create table postings (
  word text not null,
  day text not null,
  article integer not null references articles,
  primary key (word, day, article)
) strict, without rowid;
create index postings_by_article on postings (article);

-- A sample of the hashes of an article's three-word runs.
create table shingles (
  hash integer not null,
  article integer not null references articles,
  primary key (hash, article)
) strict, without rowid;
create index shingles_by_article on shingles (article);

create virtual table search using fts5(title, body, content='', contentless_delete=1, tokenize="unicode61");
`,
};
