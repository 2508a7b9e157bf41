/** One step of the schema. Steps are only ever added at the end; one that was released is never changed. */
export type Migration = { version: number; name: string; sql: string };
