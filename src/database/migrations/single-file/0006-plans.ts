/** What of a happening was still to come when it was told, how long it lasted and how surely its day is known. */
export const plansSchema = {
  version: 6,
  name: 'plans',
  sql: `
alter table happenings add column until text;
alter table happenings add column approximate integer not null default 0;
-- As long as nobody tells that it happened.
alter table happenings add column planned integer not null default 0;
alter table tellings add column planned integer not null default 0;
`,
};
