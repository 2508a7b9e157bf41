import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../src/database/database.ts';
import { guarded } from '../../src/database/guard.ts';
import type { LibraryError } from '../../src/database/library-error.ts';
import { deliveriesSchema } from '../../src/database/migrations/deliveries/index.ts';
import { createInbox } from '../../src/deliveries/inbox.ts';
import { scratchFolder } from '../library/scratch.ts';

const folder = scratchFolder();
const update = (updateId: number) => ({ updateId, queue: 'chat 1', body: '{}' });

/** An inbox on a connection that does not wait by itself, and another connection that can lock its file. */
function locked(name: string, patience: number) {
  const path = join(folder, name);
  const [own, other] = [1, 2].map(() => openDatabase(path, deliveriesSchema));
  onTestFinished(() => {
    for (const database of [own!, other!]) database.close();
  });
  own!.pragma('busy_timeout = 0');
  const broken: LibraryError[] = [];
  const inbox = guarded(createInbox(own!), { path, patience, onBroken: error => broken.push(error) });
  other!.exec('begin immediate');
  return { inbox, other: other!, broken };
}

test('a lock is waited for while others have their turn, and nothing is done twice', async () => {
  const { inbox, other, broken } = locked('waiting.db', Number.POSITIVE_INFINITY);
  let stored = false;
  const storing = inbox.receive([update(1)], 0).then(fresh => {
    stored = true;
    return fresh;
  });
  // Reading is not held up by a lock for writing.
  expect(await inbox.waiting()).toEqual([]);
  for (let turns = 0; turns < 20; turns += 1) await turn();
  expect(stored).toBe(false);
  other.exec('rollback');
  expect(await storing).toHaveLength(1);
  expect(await inbox.receive([update(1)], 0)).toEqual([]);
  expect(broken).toEqual([]);
});

test('with no patience left a lock is an error in a sentence', async () => {
  const { inbox, other, broken } = locked('impatient.db', 0);
  await expect(inbox.receive([update(1)], 0)).rejects.toMatchObject({ kind: 'busy' });
  expect(broken).toHaveLength(1);
  other.exec('rollback');
});
