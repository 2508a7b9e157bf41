import { describe, expect, onTestFinished, test } from 'vitest';
import type { Deliveries } from '../../src/deliveries/deliveries.ts';
import { usualSubscription } from '../deliveries/usual-subscription.ts';

/** An empty store of one engine; `reopen` gives what a later process finds in it. */
export type DeliveriesEngine = { open(): { store: Deliveries; reopen(): Deliveries; close(): void } };

/** What every engine that keeps deliveries must do; the rest of the program relies on nothing more. */
export function deliveriesContract(name: string, engine: DeliveriesEngine): void {
  const opened = () => {
    const made = engine.open();
    onTestFinished(made.close);
    return made;
  };
  const subscribe = async ({ subscriptions }: Deliveries, chatId: number) => {
    await subscriptions.add({
      ...usualSubscription,
      origin: `chat ${chatId}`,
      chatId,
      userId: chatId,
      nextDue: 100,
      created: 0,
      deliveredUpTo: 5,
    });
    return (await subscriptions.ofChat(chatId))[0]!;
  };
  const plan = async (store: Deliveries, subscriptionId: number, deliveredUpTo: number | null = 9) => {
    const bodies = await store.outbox.keep(
      ['one', 'two'].map(text => ({ text: JSON.stringify({ text }), articles: ['a'] })),
      [],
      100,
    );
    return store.outbox.plan([{ subscriptionId, due: 100, nextDue: 200, deliveredUpTo, bodies, now: 100 }]);
  };

  describe(`deliveries in ${name}`, () => {
    test('an update is handled once, in the order of arrival, also after a restart', async () => {
      const { store, reopen } = opened();
      const update = (updateId: number) => ({ updateId, queue: 'chat 1', body: `{"update_id":${updateId}}` });
      expect((await store.inbox.receive([update(1), update(2)], 0)).map(one => one.updateId)).toEqual([1, 2]);
      expect((await store.inbox.receive([update(2), update(3)], 0)).map(one => one.updateId)).toEqual([3]);
      await store.inbox.finish(1, [{ key: 'k', state: '{"step":2}' }], 1);
      const later = reopen();
      expect((await later.inbox.waiting()).map(one => one.updateId)).toEqual([2, 3]);
      expect(await later.inbox.conversation('k')).toBe('{"step":2}');
    });

    test('a digest and its subscription’s cursor are one transaction, done once', async () => {
      const { store, reopen } = opened();
      const { id } = await subscribe(store, 1);
      expect(await plan(store, id)).toBe(1);
      expect(await plan(store, id)).toBe(0);
      const later = reopen();
      expect((await later.subscriptions.get(id))?.deliveredUpTo).toBe(9);
      expect(await later.outbox.counts()).toEqual({ planned: 2 });
    });

    test('a part is taken by one process only, and its parts go in order', async () => {
      const { store, reopen } = opened();
      const { id } = await subscribe(store, 1);
      await plan(store, id);
      const other = reopen();
      const [part, same] = [await store.outbox.next(1, 101), await other.outbox.next(1, 101)];
      expect(part?.part).toBe(1);
      expect(await store.outbox.begin(part!, 101)).toBe(true);
      expect(await other.outbox.begin(same!, 101)).toBe(false);
      await store.outbox.sent(part!.id, 7, 102);
      expect((await other.outbox.next(1, 103))?.part).toBe(2);
    });

    test('what was being sent when a process ended may have arrived, and is marked when it is sent again', async () => {
      const { store, reopen } = opened();
      const { id } = await subscribe(store, 1);
      await plan(store, id);
      await store.outbox.begin((await store.outbox.next(1, 101))!, 101);
      const later = reopen();
      expect(await later.outbox.recover(102)).toBe(1);
      expect(await later.outbox.counts()).toEqual({ planned: 1, unknown: 1 });
      expect((await later.outbox.next(1, 103))?.state).toBe('unknown');
    });

    test('a digest of which nothing arrived puts the cursor back', async () => {
      const { store } = opened();
      const { id } = await subscribe(store, 1);
      await plan(store, id);
      for (let part = await store.outbox.next(1, 101); part; part = await store.outbox.next(1, 101)) {
        await store.outbox.begin(part, 101);
        await store.outbox.fail(part.id, 'forbidden', 102, 'refused');
      }
      expect((await store.subscriptions.get(id))?.deliveredUpTo).toBe(5);
    });

    test('people who have left are not written to', async () => {
      const { store } = opened();
      const { id } = await subscribe(store, 1);
      await plan(store, id);
      const part = await store.outbox.next(1, 101);
      await store.personalData.erase(1);
      expect(await store.outbox.begin(part!, 102)).toBe(false);
      expect(await store.subscriptions.ofChat(1)).toEqual([]);
    });
  });
}
