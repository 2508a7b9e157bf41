import { openDatabase } from '../../src/database/database.ts';
import { deliveriesSchema } from '../../src/database/migrations/deliveries/index.ts';
import { deliveriesPath } from '../../src/database/two-files.ts';
import {
  createSubscriptions,
  type NewSubscription,
} from '../../src/deliveries/subscriptions/subscriptions.ts';

/** Adds subscriptions to the database in `file` at a stroke: one by one, each would be written to the disk by itself. */
export async function addSubscriptions(
  file: string,
  subscriptions: Omit<NewSubscription, 'origin'>[],
): Promise<void> {
  const database = openDatabase(deliveriesPath(file), deliveriesSchema);
  const { add, count } = createSubscriptions(database);
  const before = await count();
  database.exec('begin');
  for (const [at, subscription] of subscriptions.entries())
    await add({ ...subscription, origin: `many:${before + at}` });
  database.exec('commit');
  database.close();
}
