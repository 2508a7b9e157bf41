import pino from 'pino';
import { escapeControls } from './control-characters.ts';

export type Log = Pick<pino.Logger, 'debug' | 'info' | 'warn' | 'error'>;

const tokenPattern = /(?<!\d)\d{5,}:[A-Za-z0-9_-]{30,}/g;

/** The text with every bot token replaced, wherever it is: in an address, in an error. */
export function redactTokens(text: string): string {
  return text.replace(tokenPattern, '[token]');
}

/**
 * JSON lines on stderr, so that stdout stays clean for pipes; tokens are redacted in every line. Of an error only
 * what went wrong is written: it may also contain what was said to whom, which does not belong in a log.
 */
export function createLog(level: string, to: pino.DestinationStream = standardError()): Log {
  return pino(
    {
      level,
      base: undefined,
      serializers: { error: withoutPayload },
      hooks: { streamWrite: line => escapeControls(redactTokens(line)) },
    },
    to,
  );
}

function standardError(): pino.DestinationStream {
  const destination = pino.destination({ dest: 2, sync: true });
  // A line that can't be written, as on a full disk, is lost: there is nowhere else to report it.
  destination.on('error', () => {});
  return destination;
}

function withoutPayload(error: unknown): unknown {
  if (!(error instanceof Error)) return String(error);
  const { name, message, stack, cause } = error;
  const {
    code,
    error_code,
    error: inner,
  } = error as { code?: unknown; error_code?: unknown; error?: unknown };
  const behind = cause ?? inner;
  return {
    type: name,
    message,
    stack,
    ...(code !== undefined && { code }),
    ...(error_code !== undefined && { error_code }),
    ...(behind !== undefined && { cause: withoutPayload(behind) }),
  };
}
