/**
 * Does work on items as they come, several at once, and gives the outcomes in the items' order, each as soon
 * as it is its turn. No further item is taken while `most` are under way, or while those under way weigh
 * `heaviest` together. Where the items end in an error, it is thrown behind the outcomes of those before it.
 */
export async function* inOrder<Item, Outcome>(
  items: AsyncIterable<Item>,
  work: (item: Item) => Promise<Outcome>,
  limits: { most: number; heaviest: number; weigh(item: Item): number },
): AsyncGenerator<Outcome> {
  const iterator = items[Symbol.asyncIterator]();
  const underWay: { weight: number; outcome: Promise<Outcome> }[] = [];
  let weight = 0;
  let pending: Promise<Step<Item>> | null = null;
  let end: { error?: unknown } | null = null;
  try {
    for (;;) {
      if (!end && underWay.length < limits.most && weight < limits.heaviest)
        pending ??= iterator.next().then(
          step => (step.done ? { end: {} } : { item: step.value }),
          error => ({ end: { error } }),
        );
      const first = underWay[0]?.outcome.then(outcome => ({ outcome }));
      if (!pending && !first) break;
      const turn = await Promise.race([pending, first].filter(one => one !== null && one !== undefined));
      if ('outcome' in turn) {
        weight -= underWay.shift()!.weight;
        yield turn.outcome;
        continue;
      }
      pending = null;
      if ('end' in turn) end = turn.end;
      else {
        const outcome = work(turn.item);
        outcome.catch(() => {}); // thrown when it is its turn
        underWay.push({ weight: limits.weigh(turn.item), outcome });
        weight += underWay.at(-1)!.weight;
      }
    }
  } finally {
    // Items that are still being waited for may never come.
    if (!pending) await iterator.return?.();
  }
  if (end && 'error' in end) throw end.error;
}

type Step<Item> = { item: Item } | { end: { error?: unknown } };
