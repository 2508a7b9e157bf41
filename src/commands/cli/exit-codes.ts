/** Exit codes that scripts rely on. `usage` is EX_USAGE of sysexitCodes.h. */
export const exitCodes = { ok: 0, failed: 1, refused: 2, usage: 64 } as const;

/** The arguments don't fit the command; the message says what is wrong, and `run` adds the usage line. */
export class UsageError extends Error {
  override name = 'UsageError';
}

/** The command can't do what it was asked to; the message is one line that says what to do. */
export class Failure extends Error {
  override name = 'Failure';
}
