import type { Migration } from '../migration.ts';

/**
 * Organizations and places, each once across articles. `id` is made from the reader's key for the name, so that it is
 * the same in every database and after every reading: subscriptions keep it. Articles of a database from before are
 * added as they are read again.
 */
export const entitiesSchema: Migration = {
  version: 16,
  name: 'entities',
  sql: `
-- \`articles\`: how many name it, copies counted once.
create table entities (
  id text primary key,
  name text not null,
  articles integer not null
) strict, without rowid;
create index entities_by_articles on entities (articles);

-- Every way it was written: in how many articles, and in how many of them as its full name.
create table entity_names (
  entity text not null references entities,
  name text not null,
  uses integer not null,
  full_uses integer not null,
  primary key (entity, name)
) strict, without rowid;

-- What an entity may be looked up by: see entity-keys.ts.
create table entity_keys (
  key text not null,
  entity text not null references entities,
  primary key (key, entity)
) strict, without rowid;
create index entity_keys_by_entity on entity_keys (entity);

-- Which articles name it, and as what: \`type\` is organization or place.
create table entity_articles (
  article integer not null references articles,
  entity text not null references entities,
  type text not null,
  kind text,
  day text not null,
  primary key (article, entity)
) strict, without rowid;
create index entity_articles_by_entity on entity_articles (entity, day, article);

-- The organization whose words a quote is.
alter table quotes add column entity text;
create index quotes_by_entity on quotes (entity, day, article) where entity is not null;

-- An outlet's newest articles.
create index articles_by_outlet on articles (source, day, key);
drop index articles_by_source;

-- Quotes retracted by hand: kept whatever articles come and go, and however they are read again.
-- By the article's id and the quote's words on one line.
create table retracted_quotes (
  article text not null,
  words text not null,
  primary key (article, words)
) strict, without rowid;
`,
};
