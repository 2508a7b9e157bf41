/** One step of a schema. Steps are only ever added at the end; one that was released is never changed. */
export type Migration = { version: number; name: string; sql: string };

/** What a database file of ours holds. */
export type Schema = {
  /** Written to the file's header (SQLite's `application_id`): tells our files from each other and from other programs'. */
  applicationId: number;
  /** In order, numbered from 1 without a gap. */
  steps: readonly Migration[];
  /** The oldest version that the steps alone migrate: an older file holds more than this schema, which would be lost. */
  oldest?: number;
};

/** The number of a schema's last step. */
export function newestVersion({ steps }: Schema): number {
  return steps.at(-1)?.version ?? 0;
}
