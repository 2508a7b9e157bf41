/** What waits in a line; kept small, as there may be tens of thousands. */
type Waiting<Turn> = { turn: Turn; ready: true | Promise<unknown>; onEnd: (() => void) | null };

/** Turns in lines: within a line one after the other, in all at most `most` at once, the longest waiting first. */
export type Lines<Turn> = {
  /** Whether anything waits or runs in a line. */
  has(line: string): boolean;
  /** Resolves when what is in a line now has ended; null if there is nothing. */
  endOf(line: string): Promise<void> | null;
  /** @param ready what the turn waits for besides those before it; must not reject */
  join(line: string, turn: Turn, ready: true | Promise<unknown>): void;
  /** Resolves when every line is empty. */
  empty(): Promise<void>;
};

/** @param run carries a turn out; must not reject */
export function createLines<Turn>(most: number, run: (turn: Turn) => Promise<void>): Lines<Turn> {
  const lines = new Map<string, Waiting<Turn>[]>();
  const due = createFifo<{ line: string; waiting: Waiting<Turn> }>();
  const awaited: (() => void)[] = [];
  let running = 0;

  function begin(line: string, waiting: Waiting<Turn>): void {
    const queue = () => {
      due.add({ line, waiting });
      runDue();
    };
    if (waiting.ready === true) queue();
    else void waiting.ready.then(queue);
  }

  function runDue(): void {
    for (let next = running < most && due.take(); next; next = running < most && due.take()) {
      const { line, waiting } = next;
      running += 1;
      void run(waiting.turn).then(() => end(line, waiting));
    }
  }

  function end(line: string, { onEnd }: Waiting<Turn>): void {
    running -= 1;
    const rest = lines.get(line)!;
    rest.shift();
    onEnd?.();
    if (rest[0]) begin(line, rest[0]);
    else lines.delete(line);
    runDue();
    if (lines.size === 0) for (const resolve of awaited.splice(0)) resolve();
  }

  return {
    has: line => lines.has(line),
    endOf(line) {
      const last = lines.get(line)?.at(-1);
      if (!last) return null;
      return new Promise(resolve => {
        const before = last.onEnd;
        last.onEnd = () => {
          before?.();
          resolve();
        };
      });
    },
    join(line, turn, ready) {
      const waiting: Waiting<Turn> = { turn, ready, onEnd: null };
      const others = lines.get(line);
      if (others) others.push(waiting);
      else {
        lines.set(line, [waiting]);
        begin(line, waiting);
      }
    },
    empty: () => (lines.size === 0 ? Promise.resolve() : new Promise(resolve => awaited.push(resolve))),
  };
}

/** How many taken items are dropped together. */
const dropAt = 1000;

/** First in, first out; taking one costs the same however many there are. */
function createFifo<Item>() {
  const items: (Item | undefined)[] = [];
  let first = 0;
  return {
    add: (item: Item) => void items.push(item),
    take(): Item | undefined {
      if (first === items.length) return undefined;
      const item = items[first];
      items[first] = undefined;
      first += 1;
      if (first >= dropAt) {
        items.splice(0, first);
        first = 0;
      }
      return item;
    },
  };
}
