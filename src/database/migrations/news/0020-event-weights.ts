import type { Migration } from '../migration.ts';

/**
 * How much the reports of an event weigh together, kept with the event, its tags and its day, so that the most
 * important days are found without a look at the reports: see report-weight.ts for what one of them weighs.
 */
export const eventWeightsSchema: Migration = {
  version: 20,
  name: 'event-weights',
  sql: `
alter table events add column weight real not null default 0;
alter table event_tags add column weight real not null default 0;
alter table event_days add column weight real not null default 0;

-- Of each article the report that weighs most; copies weigh nothing.
update events set weight = (
  select coalesce(sum(best), 0) from (
    select max(
      case
        when articles.day = '' then 0.75
        when julianday(substr(articles.day, 1, 10)) - julianday(events.date) <= -1 then 0.25
        when julianday(substr(articles.day, 1, 10)) - julianday(events.date) <= 1 then 1.5
        when julianday(substr(articles.day, 1, 10)) - julianday(events.date) <= 30 then 0.75
        else 5
      end * case when event_reports.start < 1000 then 1.5 else 1 end) as best
    from event_reports join articles on articles.key = event_reports.article
    where event_reports.event = events.key and articles.duplicate_of is null
    group by event_reports.article))
  where length(date) = 10;
update event_tags set weight = (select weight from events where key = event) where length(date) = 10;
update event_days set weight = (select sum(weight) from events where events.date = event_days.date);
create index events_by_weight on events (date, weight) where length(date) = 10;

drop trigger event_days_added;
drop trigger event_days_removed;
create trigger event_days_added after insert on events when length(new.date) = 10 begin
  insert into event_days (date, events, weight) values (new.date, 1, new.weight)
    on conflict (date) do update set events = events + 1, weight = weight + excluded.weight;
end;
create trigger event_days_removed after delete on events when length(old.date) = 10 begin
  update event_days set events = events - 1, weight = weight - old.weight where date = old.date;
  delete from event_days where date = old.date and events = 0;
end;
create trigger event_weights_changed after update of weight on events when old.weight <> new.weight begin
  update event_tags set weight = new.weight where event = new.key;
  update event_days set weight = weight + new.weight - old.weight where date = new.date;
end;
`,
};
