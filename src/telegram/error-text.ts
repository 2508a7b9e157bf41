import { GrammyError, HttpError } from 'grammy';
import { redactTokens } from '../system/log.ts';

/** A failed call's error for the owner, in Telegram's or the network's words, without a token. */
export function errorText(error: unknown): string {
  if (error instanceof GrammyError) return redactTokens(error.description);
  const inner = error instanceof HttpError ? error.error : error;
  const { message, cause } = (inner ?? {}) as { message?: string; cause?: { message?: string } };
  return redactTokens([message ?? String(inner), cause?.message].filter(Boolean).join(': '));
}
