import { openDatabase } from '../../src/database/database.ts';
import { type NewSubscription, subscriptionsOf } from '../../src/deliveries/subscriptions.ts';

/** Adds subscriptions to the database in `file` at a stroke: one by one, each would be written to the disk by itself. */
export async function addSubscriptions(
  file: string,
  subscriptions: Omit<NewSubscription, 'origin'>[],
): Promise<void> {
  const database = openDatabase(file);
  const { add, count } = subscriptionsOf(database);
  const before = await count();
  database.exec('begin');
  for (const [at, subscription] of subscriptions.entries())
    await add({ ...subscription, origin: `many:${before + at}` });
  database.exec('commit');
  database.close();
}
