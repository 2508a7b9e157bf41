/** What was decided by hand about who is who: kept whatever articles come and go. */
export const peopleSchema = {
  version: 8,
  name: 'people',
  sql: `
    -- Somebody as decided by hand; \`person\` is null while no article names them.
    create table figures (
      key integer primary key autoincrement,
      person integer
    ) strict;
    create index figures_by_person on figures (person);
    -- Who an article, by its id, means by a name (folded).
    create table person_pins (
      article text not null,
      name text not null,
      figure integer not null references figures,
      primary key (article, name)
    ) strict, without rowid;
    create index person_pins_by_figure on person_pins (figure);
    -- Two names (folded) that are one person's, or two people's; each pair stands here both ways round.
    create table name_verdicts (
      name text not null,
      other text not null,
      one integer not null,
      primary key (name, other)
    ) strict, without rowid;
    -- Ids that somebody had before they were joined to \`now\`.
    create table former_people (
      person integer primary key,
      now integer not null
    ) strict;
    create index former_people_by_now on former_people (now);
  `,
};
