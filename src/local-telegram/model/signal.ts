/** Notifies listeners that something happened. */
export type Signal<Event> = {
  emit(event: Event): void;
  /** The function returned ends the listening. */
  on(listener: (event: Event) => void): () => void;
};

/** A signal without listeners yet. */
export function createSignal<Event>(): Signal<Event> {
  const listeners = new Set<(event: Event) => void>();
  return {
    emit: event => {
      for (const listener of [...listeners]) listener(event);
    },
    on: listener => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/**
 * Waits until `look` gives something, looking again whenever the signal is given. `patience` (milliseconds
 * of the machine's time) is only the guard against waiting for ever; `explain` then words the error.
 */
export function until<Event, Found>(
  signal: Signal<Event>,
  look: () => Found | undefined,
  patience: number,
  explain: () => string,
): Promise<Found> {
  return new Promise((resolve, reject) => {
    const found = look();
    if (found !== undefined) return resolve(found);
    const guard = setTimeout(() => {
      stop();
      reject(new Error(explain()));
    }, patience);
    guard.unref();
    const stop = signal.on(() => {
      try {
        const next = look();
        if (next === undefined) return;
        stop();
        clearTimeout(guard);
        resolve(next);
      } catch (error) {
        stop();
        clearTimeout(guard);
        reject(error);
      }
    });
  });
}
