import pino from 'pino';

export type Log = Pick<pino.Logger, 'debug' | 'info' | 'warn' | 'error'>;

const token = /\d{5,}:[A-Za-z0-9_-]{30,}/g;

/** The text with every bot token blotted out, wherever it stands: in an address, in an error. */
export function withoutTokens(text: string): string {
  return text.replace(token, '[token]');
}

/** JSON lines on stderr, so that stdout stays clean for pipes; tokens are blotted out of every line. */
export function createLog(level: string): Log {
  return pino(
    {
      level,
      base: undefined,
      serializers: { error: pino.stdSerializers.err },
      hooks: { streamWrite: withoutTokens },
    },
    pino.destination({ dest: 2, sync: true }),
  );
}
