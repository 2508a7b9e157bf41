import type { Database } from '../../database/database.ts';
import { numberOf } from './rows.ts';

/** Where the ids of people lead who were merged into others. */
export type Forwarding = {
  /** Who has an id now: the one it was merged into, else the id itself. */
  current(person: number): number;
  /** A filter with the id by which its person is known now. */
  follow<F extends { person?: string }>(filter: F): F;
  /** The ids that were merged into this one, in no particular order. */
  former(person: number): number[];
};

/**
 * Follows merged people. A merge leaves a row for the id that is gone, and chains are kept one step long, so
 * that ids held outside the library (subscriptions, read markers, buttons in old messages) need no update.
 */
export function createForwarding(database: Database): Forwarding {
  const now = database.prepare('select now from former_people where person = ?').pluck();
  const former = database.prepare('select person from former_people where now = ?').pluck();
  const current = (person: number) => (now.get(person) as number | undefined) ?? person;
  return {
    current,
    follow: filter =>
      filter.person === undefined ? filter : { ...filter, person: String(current(numberOf(filter.person))) },
    former: person => former.all(person) as number[],
  };
}
