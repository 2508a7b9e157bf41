import type { Migration } from '../migration.ts';

/** How many events each exact day has, kept by the database itself: the most eventful days are asked for by every timeline. */
export const eventDaysSchema: Migration = {
  version: 13,
  name: 'event-days',
  sql: `
create table event_days (
  date text primary key,
  events integer not null
) strict, without rowid;
insert into event_days (date, events) select date, count(*) from events where length(date) = 10 group by date;
create trigger event_days_added after insert on events when length(new.date) = 10 begin
  insert into event_days (date, events) values (new.date, 1) on conflict (date) do update set events = events + 1;
end;
create trigger event_days_removed after delete on events when length(old.date) = 10 begin
  update event_days set events = events - 1 where date = old.date;
  delete from event_days where date = old.date and events = 0;
end;
`,
};
