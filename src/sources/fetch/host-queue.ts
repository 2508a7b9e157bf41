/** Lets one piece of work at a time go on for each key, in the order they came; those of other keys go on beside. */
export class HostQueue {
  readonly #last = new Map<string, Promise<unknown>>();

  /** Does the work when it is its turn; gives what it gives. */
  run<T>(key: string, work: () => Promise<T>): Promise<T> {
    const before = this.#last.get(key) ?? Promise.resolve();
    const mine = before.then(work, work);
    this.#last.set(key, mine);
    const leave = () => {
      if (this.#last.get(key) === mine) this.#last.delete(key);
    };
    mine.then(leave, leave);
    return mine;
  }
}
