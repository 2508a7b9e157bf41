import type { NewSubscription } from '../../src/deliveries/subscriptions/subscriptions.ts';

/** A digest of everything, at 08:00 UTC every day, for the first chat. */
export const usualSubscription: Omit<NewSubscription, 'origin' | 'nextDue' | 'created'> = {
  chatId: 1,
  threadId: null,
  userId: 1,
  topics: [],
  people: [],
  weekdays: [1, 2, 3, 4, 5, 6, 7],
  times: ['08:00'],
  zone: 'UTC',
};
