import { articlesSchema } from './0001-articles.ts';
import { deliveriesSchema } from './0002-deliveries.ts';
import { careSchema } from './0003-care.ts';
import { subscriptionsSchema } from './0004-subscriptions.ts';
import { bodiesSchema } from './0005-bodies.ts';
import { plansSchema } from './0006-plans.ts';
import { guestsSchema } from './0007-guests.ts';
import { peopleSchema } from './0008-people.ts';
import { timekeepingSchema } from './0009-timekeeping.ts';
import type { Migration } from './migration.ts';

export const migrations: readonly Migration[] = [
  articlesSchema,
  deliveriesSchema,
  careSchema,
  subscriptionsSchema,
  bodiesSchema,
  plansSchema,
  guestsSchema,
  peopleSchema,
  timekeepingSchema,
];
