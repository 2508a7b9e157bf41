import type { Migration } from '../migration.ts';

/**
 * How many events a person, topic or entity has on each day, and what their reports weigh together, as `event_days`
 * has it of all events: the most important days of a tag are found without a look at its events. Stories, whose tags
 * begin with `s`, are not asked for their days.
 */
export const tagDaysSchema: Migration = {
  version: 22,
  name: 'tag-days',
  sql: `
create table tag_days (
  tag text not null,
  date text not null,
  events integer not null,
  weight real not null,
  primary key (tag, date)
) strict, without rowid;
insert into tag_days (tag, date, events, weight)
  select tag, date, count(*), sum(weight) from event_tags where length(date) = 10 and tag not glob 's*' group by tag, date;

create trigger tag_days_added after insert on event_tags when length(new.date) = 10 and new.tag not glob 's*' begin
  insert into tag_days (tag, date, events, weight) values (new.tag, new.date, 1, new.weight)
    on conflict (tag, date) do update set events = events + 1, weight = weight + excluded.weight;
end;
create trigger tag_days_removed after delete on event_tags when length(old.date) = 10 and old.tag not glob 's*' begin
  update tag_days set events = events - 1, weight = weight - old.weight where tag = old.tag and date = old.date;
  delete from tag_days where tag = old.tag and date = old.date and events = 0;
end;
create trigger tag_days_weighed after update of weight on event_tags
  when old.weight <> new.weight and length(new.date) = 10 and new.tag not glob 's*' begin
  update tag_days set weight = weight + new.weight - old.weight where tag = new.tag and date = new.date;
end;
`,
};
