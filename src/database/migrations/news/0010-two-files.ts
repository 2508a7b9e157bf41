import type { Migration } from '../migration.ts';

/** News and deliveries part: the deliveries have been copied to a file of their own before this step. Events get the field's names. */
export const twoFilesSchema: Migration = {
  version: 10,
  name: 'two-files',
  sql: `
drop table outbox;
drop table body;
drop table subscription;
drop table reply;
drop table inbox;
drop table conversation;
drop table kept_question;
drop table note;
drop table admin_here;
drop table asked;
drop table guest;
drop table invitation;
drop table owner;
drop table timekeeping;

alter table happenings rename to events;
alter table tellings rename to event_reports;
alter table event_reports rename column happening to event;
alter table happening_marks rename to event_tags;
alter table event_tags rename column happening to event;
alter table event_tags rename column mark to tag;
drop index happenings_by_date;
create index events_by_date on events (date, key);
drop index tellings_by_article;
create index event_reports_by_article on event_reports (article);
drop index happening_marks_by_happening;
create index event_tags_by_event on event_tags (event);
`,
};
