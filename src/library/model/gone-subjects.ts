import type { Database } from '../../database/database.ts';
import { fold } from '../text/fold.ts';

/** Those whom no article names any more, by their ids. */
export function createGoneSubjects(database: Database) {
  const put = database.prepare('insert or replace into gone_subjects (id, name, folded) values (?, ?, ?)');
  const nameOf = database.prepare('select name from gone_subjects where id = ?').pluck();
  const called = database.prepare('select id from gone_subjects where folded = ?').pluck();
  const drop = database.prepare('delete from gone_subjects where id = ?');
  const follow = database.prepare('insert or replace into former_people (person, now) values (?, ?)');
  const followFurther = database.prepare('update former_people set now = ? where now = ?');

  const becomes = (gone: number, person: number) => {
    if (drop.run(String(gone)).changes === 0) return;
    followFurther.run(person, gone);
    follow.run(gone, person);
  };

  return {
    /** Notes what someone or something was called last. */
    note(id: number | string, name: string): void {
      if (name !== '') put.run(String(id), name, fold(name));
    },
    nameOf: (id: string): string | null => (nameOf.get(id) as string | undefined) ?? null,
    /** The same where it is known who has gone. */
    follow: (person: number, gone: number) => becomes(gone, person),
    /**
     * From now on a new person is meant where one of the same full name was who is gone: who was followed then, is
     * again.
     * @param names full names, as an article writes them
     */
    succeed(person: number, names: readonly string[]): void {
      for (const name of names)
        for (const id of called.all(fold(name)) as string[]) {
          // Organizations and places have the same ids whenever they are named.
          if (!/^\d+$/.test(id)) continue;
          becomes(Number(id), person);
        }
    },
  };
}
