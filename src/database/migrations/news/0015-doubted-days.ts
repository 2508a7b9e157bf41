import type { Migration } from '../migration.ts';

/**
 * Whether what an article says contradicts its day of publication, so that answers can say so wherever they show
 * that day. Articles stored earlier count as undoubted until `reread` has read them again.
 */
export const doubtedDaysSchema: Migration = {
  version: 15,
  name: 'doubted-days',
  sql: 'alter table articles add column day_doubted integer not null default 0;',
};
