import { GrammyError, HttpError } from 'grammy';
import { redactTokens } from '../system/log.ts';

/** An error of a call in Telegram's words, or those of the line to it, as its owner is told: without a token. */
export function errorText(error: unknown): string {
  if (error instanceof GrammyError) return redactTokens(error.description);
  const inner = error instanceof HttpError ? error.error : error;
  const { message, cause } = (inner ?? {}) as { message?: string; cause?: { message?: string } };
  return redactTokens([message ?? String(inner), cause?.message].filter(Boolean).join(': '));
}
