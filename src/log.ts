import pino from 'pino';

export type Log = Pick<pino.Logger, 'debug' | 'info' | 'warn' | 'error'>;

/** A bot token wherever it may stand: in an address, in an error's text. */
const token = /\b\d{5,}:[A-Za-z0-9_-]{30,}/g;

/** JSON lines on stderr, so that stdout stays clean for pipes; tokens are blotted out of every line. */
export function createLog(level: string): Log {
  return pino(
    {
      level,
      base: undefined,
      serializers: { error: pino.stdSerializers.err },
      hooks: { streamWrite: line => line.replace(token, '[token]') },
    },
    pino.destination({ dest: 2, sync: true }),
  );
}
