/** Exit codes that scripts rely on. */
export const exits = { done: 0, failed: 1, refused: 2, usage: 64 } as const;

/** What a command was called with makes no sense; the message says how it is called. */
export class UsageError extends Error {
  override name = 'UsageError';
}

/** A command cannot do what it was asked; the message is one line that says what to do. */
export class Failure extends Error {
  override name = 'Failure';
}
