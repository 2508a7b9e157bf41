import { Failure } from '../cli/exit-codes.ts';

/** How long work in progress may take to finish when the program is asked to end, in milliseconds. */
export const grace = 5_000;

/** A port in use as a sentence for the user; other errors unchanged. */
export function portTaken(error: unknown, port: number): unknown {
  if ((error as { code?: string }).code !== 'EADDRINUSE') return error;
  return new Failure(
    `port ${port} is in use: set PORT to another one, for example PORT=${port + 1} npm start`,
  );
}

/** Resolves when a signal asks the program to end. */
export function interrupted(): Promise<void> {
  return new Promise(resolve => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
}
