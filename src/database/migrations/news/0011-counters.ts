import type { Migration } from '../migration.ts';

/** How many there are of what pages count in all, kept by the database itself: counting would take longer with every article. */
export const countersSchema: Migration = {
  version: 11,
  name: 'counters',
  sql: `
-- \`articles\` counts copies too, \`originals\` does not.
create table counters (
  name text primary key,
  value integer not null
) strict, without rowid;
insert into counters (name, value)
  select 'articles', count(*) from articles union all
  select 'originals', count(*) from articles where duplicate_of is null union all
  select 'stories', count(*) from stories union all
  select 'events', count(*) from events;
create trigger articles_added after insert on articles begin
  update counters set value = value + 1 where name = 'articles' or (name = 'originals' and new.duplicate_of is null);
end;
create trigger articles_removed after delete on articles begin
  update counters set value = value - 1 where name = 'articles' or (name = 'originals' and old.duplicate_of is null);
end;
create trigger articles_changed after update of duplicate_of on articles begin
  update counters set value = value + (new.duplicate_of is null) - (old.duplicate_of is null) where name = 'originals';
end;
create trigger stories_added after insert on stories begin
  update counters set value = value + 1 where name = 'stories';
end;
create trigger stories_removed after delete on stories begin
  update counters set value = value - 1 where name = 'stories';
end;
create trigger events_added after insert on events begin
  update counters set value = value + 1 where name = 'events';
end;
create trigger events_removed after delete on events begin
  update counters set value = value - 1 where name = 'events';
end;

-- How many articles an outlet has, copies too.
create table outlets (
  source text primary key,
  articles integer not null
) strict, without rowid;
insert into outlets (source, articles)
  select source, count(*) from articles where source is not null group by source;
create trigger outlets_added after insert on articles when new.source is not null begin
  insert into outlets (source, articles) values (new.source, 1)
    on conflict (source) do update set articles = articles + 1;
end;
create trigger outlets_removed after delete on articles when old.source is not null begin
  update outlets set articles = articles - 1 where source = old.source;
  delete from outlets where source = old.source and articles = 0;
end;

-- Events that lasted, by the day on which they ended: a period looks for those that reach into it.
create index events_until on events (until, date, key) where until is not null;
`,
};
