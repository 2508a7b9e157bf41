/** Runs tasks one at a time per key, first come first served; different keys run in parallel. */
export class HostQueue {
  readonly #last = new Map<string, Promise<unknown>>();

  /** Runs the task when its turn comes; settles as the task does. */
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
