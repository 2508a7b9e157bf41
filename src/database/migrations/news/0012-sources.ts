import type { Migration } from '../migration.ts';

/**
 * Where articles come from by themselves, what each source has had, and what its owner is to be notified of.
 * `polling` is the state of a source that is asked from time to time, as JSON; `due_at` is null for one that
 * is not asked, such as a channel. `removal` is set while a removal can still be undone.
 */
export const sourcesSchema: Migration = {
  version: 12,
  name: 'sources',
  sql: `
create table sources (
  id integer primary key autoincrement,
  kind text not null check (kind in ('feed', 'page', 'folder', 'channel')),
  name text not null,
  renamed integer not null default 0,
  url text not null,
  home text,
  labels text not null default '[]',
  folders text not null default '[]',
  language text,
  text_from text not null default 'auto' check (text_from in ('auto', 'feed', 'page')),
  archive integer not null default 0,
  paused integer not null default 0,
  added integer not null,
  due_at integer,
  polling text,
  removed_at integer,
  removal text check (removal in ('keep-articles', 'with-articles'))
) strict;
create index sources_by_due on sources (due_at);
create index sources_by_url on sources (url);

create table source_items (
  source integer not null references sources,
  key text not null,
  guid text,
  url text,
  title text,
  hash text not null,
  article text,
  problem text,
  teaser integer not null default 0,
  arrived integer not null,
  seen integer not null,
  primary key (source, key)
) strict, without rowid;
create index source_items_by_article on source_items (article);
create index source_items_by_arrival on source_items (source, arrived);

create table source_events (
  id integer primary key autoincrement,
  source integer not null,
  name text not null,
  kind text not null,
  cause text,
  happened integer not null,
  noted integer
) strict;
create index source_events_by_noted on source_events (noted);
`,
};
