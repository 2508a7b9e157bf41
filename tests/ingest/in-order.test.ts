import { expect, test } from 'vitest';
import { inOrder } from '../../src/ingest/workers/in-order.ts';

/** Work that is done when it is told to be. */
function bench() {
  const begun: number[] = [];
  const done = new Map<number, (outcome: string) => void>();
  const work = (item: number) =>
    new Promise<string>(resolve => {
      begun.push(item);
      done.set(item, resolve);
    });
  return { begun, work, finish: (item: number) => done.get(item)!(`done ${item}`) };
}

async function* from(...items: number[]) {
  yield* items;
}

const limits = { most: 3, heaviest: 100, weigh: (item: number) => item };
const turn = () => new Promise(resolve => setImmediate(resolve));

test('outcomes come in the order of the items, whichever is done first', async () => {
  const { work, finish, begun } = bench();
  const outcomes = inOrder(from(1, 2, 3, 4), work, limits);
  const first = outcomes.next();
  await turn();
  expect(begun).toEqual([1, 2, 3]);
  finish(3);
  finish(2);
  await turn();
  expect(begun).toEqual([1, 2, 3]);
  finish(1);
  expect((await first).value).toBe('done 1');
  expect((await outcomes.next()).value).toBe('done 2');
  const third = await outcomes.next();
  expect(third.value).toBe('done 3');
  const last = outcomes.next();
  await turn();
  finish(4);
  expect((await last).value).toBe('done 4');
  expect((await outcomes.next()).done).toBe(true);
});

test('no further item is taken while those under way weigh enough', async () => {
  const { work, finish, begun } = bench();
  const outcomes = inOrder(from(120, 1, 1), work, limits);
  const first = outcomes.next();
  await turn();
  expect(begun).toEqual([120]);
  finish(120);
  await first;
  void outcomes.next();
  await turn();
  expect(begun).toEqual([120, 1, 1]);
});

test('an outcome is given as soon as it is there, though the next item is long in coming', async () => {
  async function* slow() {
    yield 1;
    await new Promise(() => {});
  }
  const outcomes = inOrder(slow(), async item => item, limits);
  expect((await outcomes.next()).value).toBe(1);
});

test('an error of the items comes behind the outcomes before it; one of the work in its place', async () => {
  async function* broken() {
    yield 1;
    throw new Error('the file broke off');
  }
  const given: number[] = [];
  await expect(async () => {
    for await (const one of inOrder(broken(), async item => item, limits)) given.push(one);
  }).rejects.toThrow('broke off');
  expect(given).toEqual([1]);
  const work = async (item: number) => {
    if (item === 2) throw new Error('no');
    return item;
  };
  await expect(async () => {
    for await (const one of inOrder(from(7, 2, 3), work, limits)) given.push(one);
  }).rejects.toThrow('no');
  expect(given).toEqual([1, 7]);
});
