import type { Migration } from '../migration.ts';

/** Tables under the names that the code uses: who appears in an article, and who someone is by decision. */
export const termsSchema: Migration = {
  version: 14,
  name: 'terms',
  sql: `
alter table casts rename to appearances;
drop index casts_by_person;
create index appearances_by_person on appearances (person, day, article);
alter table figures rename to identities;
drop index figures_by_person;
create index identities_by_person on identities (person);
alter table person_pins rename column figure to identity;
drop index person_pins_by_figure;
create index person_pins_by_identity on person_pins (identity);
`,
};
