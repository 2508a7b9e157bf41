import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Update } from 'grammy/types';
import { expect, onTestFinished, test } from 'vitest';
import { createDispatcher } from '../../src/bot/intake/dispatcher.ts';
import { LibraryError } from '../../src/database/library-error.ts';
import { openLibrary } from '../../src/store.ts';
import { type Clock, stillClock } from '../../src/system/clock.ts';
import { createLog, type Log } from '../../src/system/log.ts';
import { putEmptyLibrary } from '../library/scratch.ts';

const said = (update_id: number, chat = 7): Update =>
  ({
    update_id,
    message: { message_id: update_id, date: 0, text: String(update_id), chat: { id: chat, type: 'private' } },
  }) as Update;

/** A dispatcher on an inbox in a file, on a clock whose pauses pass at once, and what it has done. */
function dispatching(
  handle: (update: Update) => Promise<void> = async () => {},
  log: Log = createLog('silent'),
) {
  const folder = mkdtempSync(join(tmpdir(), 'dispatcher-'));
  const file = join(folder, 'library.db');
  putEmptyLibrary(file);
  const library = openLibrary(file);
  onTestFinished(() => {
    library.close();
    rmSync(folder, { recursive: true });
  });
  const still = stillClock(0);
  const clock: Clock = { ...still, sleep: async ms => still.turnTo(still.now() + ms) };
  const handled: number[] = [];
  const givenUp: number[] = [];
  const repeated: number[] = [];
  const start = () =>
    createDispatcher({
      inbox: library.inbox,
      clock,
      link: { pause: ms => clock.sleep(ms).then(() => false) },
      log,
      handle: async update => {
        await handle(update);
        handled.push(update.update_id);
        return [];
      },
      giveUp: async update => void givenUp.push(update.update_id),
      receiveTap: async () => true,
      receiveRepeatedTap: async update => void repeated.push(update.update_id),
    });
  const written = (...updates: Update[]) =>
    library.inbox.receive(
      updates.map(update => ({ updateId: update.update_id, queue: 'chat 7', body: JSON.stringify(update) })),
      0,
    );
  return { library, still, handled, givenUp, repeated, start, written };
}

test('what waits from before the start comes before what comes after it, each once', async () => {
  const { handled, start, written } = dispatching();
  await written(said(1), said(2), said(3));
  const dispatcher = start();
  const resumed = dispatcher.resume();
  await dispatcher.receive([said(3), said(4), said(5)]);
  await resumed;
  await dispatcher.idle();
  expect(handled).toEqual([1, 2, 3, 4, 5]);
});

test('an update that comes a second time is not handled again, also after the next start', async () => {
  const { handled, start } = dispatching();
  const dispatcher = start();
  await dispatcher.receive([said(1)]);
  await dispatcher.receive([said(1)]);
  await dispatcher.idle();
  const next = start();
  await next.resume();
  await next.receive([said(1)]);
  await next.idle();
  expect(handled).toEqual([1]);
});

test('an update that cannot be handled is given up after three tries, and its sender hears of it', async () => {
  let tries = 0;
  const { handled, givenUp, start } = dispatching(async ({ update_id }) => {
    if (update_id !== 1) return;
    tries += 1;
    throw new Error('a fault of ours');
  });
  const dispatcher = start();
  await dispatcher.receive([said(1), said(2)]);
  await dispatcher.idle();
  expect({ tries, givenUp, handled }).toEqual({ tries: 3, givenUp: [1], handled: [2] });
});

test('a chat that is slow holds up no other', async () => {
  let free = () => {};
  const gate = new Promise<void>(resolve => {
    free = resolve;
  });
  const { handled, start } = dispatching(({ update_id }) => (update_id === 1 ? gate : Promise.resolve()));
  const dispatcher = start();
  await dispatcher.receive([said(1), said(2), said(3, 8)]);
  await expect.poll(() => handled).toEqual([3]);
  free();
  await dispatcher.idle();
  expect(handled).toEqual([3, 1, 2]);
});

test('what came to a group before its upgrade is handled before what comes after it', async () => {
  let free = () => {};
  const gate = new Promise<void>(resolve => {
    free = resolve;
  });
  const { handled, start } = dispatching(({ update_id }) => (update_id === 1 ? gate : Promise.resolve()));
  const dispatcher = start();
  const upgrade = said(3, -2);
  upgrade.message!.migrate_from_chat_id = -1;
  await dispatcher.receive([said(1, -1), said(2, -1), upgrade, said(4, -2), said(5, -3)]);
  await expect.poll(() => handled).toEqual([5]);
  free();
  await dispatcher.idle();
  expect(handled).toEqual([5, 1, 2, 3, 4]);
});

test.each([
  ['a token taken back', new Error("Call to 'sendMessage' failed! (401: Unauthorized)")],
  ['a full disk', new LibraryError('full', 'library.db cannot be written', 'Make room.')],
])('%s uses up none of the tries: the update is for the next start', async (_, error) => {
  let failures = 0;
  const { library, handled, givenUp, start } = dispatching(async () => {
    failures += 1;
    if (failures <= 5) throw error;
  });
  const dispatcher = start();
  await dispatcher.receive([said(1)]);
  await dispatcher.idle();
  expect({ handled, givenUp }).toEqual({ handled: [1], givenUp: [] });
  expect(await library.inbox.waiting()).toEqual([]);
});

test('a burst of 20,000 updates is on disk, not in memory, and is handled a part at a time', async () => {
  setFlagsFromString('--expose_gc');
  const collect = runInNewContext('gc') as () => void;
  const megabytes = () => {
    collect();
    return process.memoryUsage().heapUsed / 2 ** 20;
  };
  let open = () => {};
  const held = new Promise<void>(resolve => (open = resolve));
  let handledNow = 0;
  let most = 0;
  const { library, handled, start } = dispatching(async () => {
    most = Math.max(most, (handledNow += 1));
    await held;
    handledNow -= 1;
  });
  const dispatcher = start();
  await dispatcher.resume();
  const before = megabytes();
  for (let first = 0; first < 20_000; first += 100)
    await dispatcher.receive(
      Array.from({ length: 100 }, (_, at) => {
        const update = said(first + at, 1000 + first + at);
        update.message!.text = `${first + at} `.repeat(800);
        return update;
      }),
    );
  // 80 million characters have come.
  expect(megabytes() - before).toBeLessThan(12);
  expect(most).toBeGreaterThan(20);
  expect(most).toBeLessThan(100);
  // The others are for the next start, which a test need not wait for.
  const stopped = dispatcher.stop();
  open();
  await stopped;
  expect(handled).toHaveLength(most);
  expect(await library.inbox.waiting(undefined, 1)).toHaveLength(1);
  expect(megabytes() - before).toBeLessThan(20);
});

test('a long backlog is taken up in order after a start', async () => {
  const { handled, start, written } = dispatching();
  const updates = Array.from({ length: 250 }, (_, at) => said(at + 1));
  await written(...updates);
  const dispatcher = start();
  await dispatcher.resume();
  await dispatcher.idle();
  expect(handled).toEqual(updates.map(({ update_id }) => update_id));
});

const tapped = (update_id: number, data = 'x', user = 7): Update =>
  ({
    update_id,
    callback_query: {
      id: String(update_id),
      from: { id: user },
      data,
      message: { message_id: 1, chat: { id: 7, type: 'private' } },
    },
  }) as unknown as Update;

test('a repeated tap is done with before the first is handled, so that no later run carries it out', async () => {
  let free = () => {};
  const gate = new Promise<void>(resolve => {
    free = resolve;
  });
  const { library, repeated, start } = dispatching(() => gate);
  const dispatcher = start();
  await dispatcher.receive([tapped(1), tapped(2)]);
  await expect.poll(async () => (await library.inbox.waiting()).map(({ updateId }) => updateId)).toEqual([1]);
  expect(repeated).toEqual([2]);
  free();
  await dispatcher.idle();
});

test('of equal taps only the first is handled, others and later ones are', async () => {
  const { still, handled, repeated, start } = dispatching();
  const dispatcher = start();
  await dispatcher.receive([tapped(1), tapped(2), tapped(3, 'y'), tapped(4, 'x', 8), tapped(5)]);
  await dispatcher.idle();
  still.turnTo(still.now() + 5000);
  await dispatcher.receive([tapped(6)]);
  await dispatcher.idle();
  expect({ handled, repeated }).toEqual({ handled: [1, 3, 4, 6], repeated: [2, 5] });
});

test('an outage is logged as a warning, once a minute', async () => {
  const lines: { level: number; msg: string }[] = [];
  let failures = 0;
  const { start } = dispatching(
    async () => {
      failures += 1;
      if (failures <= 5) throw new Error("Call to 'sendMessage' failed! (502: Bad Gateway)");
    },
    createLog('debug', { write: line => void lines.push(JSON.parse(line)) }),
  );
  const dispatcher = start();
  await dispatcher.receive([said(1), said(2, 8)]);
  await dispatcher.idle();
  expect(lines.map(({ level, msg }) => [level, msg])).toEqual([[40, 'an update could not be handled yet']]);
});
