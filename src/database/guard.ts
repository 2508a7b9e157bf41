import { setTimeout as sleep } from 'node:timers/promises';
import { LibraryError } from './library-error.ts';
import { codeOf, translateError } from './translate-errors.ts';

export type GuardOptions = {
  path: string;
  /** How long another connection's lock is waited for, in milliseconds; may be Infinity. */
  patience: number;
  /** Called when the database cannot be used any longer. */
  onBroken(error: LibraryError): void;
};

/** Between two attempts at a locked database, in milliseconds: others have their turn on this thread meanwhile. */
const retryEvery = 50;

/**
 * The same repositories, whose functions wait for a lock of another connection without blocking this thread, and
 * whose failures for want of the database (a full disk, a damaged file) come as a LibraryError and are reported
 * to `onBroken` as well. Errors of other kinds pass. A function is called again after a lock, so it must run at
 * most one transaction.
 */
export function guarded<Repositories extends object>(
  repositories: Repositories,
  options: GuardOptions,
): Repositories {
  const guardedValue = (value: unknown) => {
    if (typeof value === 'function') return guardedFunction(value as AnyFunction, options);
    return typeof value === 'object' && value !== null ? guarded(value, options) : value;
  };
  return Object.fromEntries(
    Object.entries(repositories).map(([name, value]) => [name, guardedValue(value)]),
  ) as Repositories;
}

type AnyFunction = (...args: unknown[]) => unknown;

function guardedFunction(act: AnyFunction, options: GuardOptions): AnyFunction {
  return (...args) => {
    const result = act(...args);
    if (isStream(result)) return guardedStream(result, options);
    return result instanceof Promise
      ? result.catch(error => again(error, () => act(...args), options))
      : result;
  };
}

async function again(first: unknown, act: () => unknown, options: GuardOptions): Promise<unknown> {
  let error = first;
  const since = performance.now();
  while (isLocked(error) && performance.now() - since < options.patience) {
    await sleep(retryEvery);
    try {
      return await act();
    } catch (next) {
      error = next;
    }
  }
  throw failure(error, options);
}

/** The error to throw, reported if it is the database's. */
function failure(error: unknown, { path, onBroken }: GuardOptions): unknown {
  // Only SQLite's own: a file that the caller named and that does not exist is not an error of the database.
  const known = codeOf(error).startsWith('SQLITE_') ? translateError(error, path) : error;
  if (known instanceof LibraryError) onBroken(known);
  return known;
}

function isLocked(error: unknown): boolean {
  return /^SQLITE_(BUSY|LOCKED)/.test(codeOf(error));
}

function isStream(value: unknown): value is AsyncGenerator<unknown> {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value;
}

async function* guardedStream(stream: AsyncGenerator<unknown>, options: GuardOptions) {
  try {
    yield* stream;
  } catch (error) {
    throw failure(error, options);
  }
}
