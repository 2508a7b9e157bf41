import type { Transformer } from 'grammy';

/**
 * How fast calls may go. Telegram's published guide (core.telegram.org/bots/faq#broadcasting-to-users): about 30
 * messages a second in all, one a second in a chat with short bursts allowed, 20 a minute in a group. A bucket of
 * `burst` that fills at `rate` gives at most `burst + rate × T` calls in any time T: here never more than 30 in a
 * second, nor than 20 in a minute in a group.
 */
export type RateLimit = {
  /** Calls a second in all, and how many of them at once. */
  overall: number;
  overallBurst: number;
  /**
   * Digests a second if the bot pays for them, in addition to the calls above; null if it doesn't. Telegram then
   * accepts up to 1000 a second (`allow_paid_broadcast`, core.telegram.org/bots/api#sendmessage).
   */
  paid: number | null;
  /** Messages at once in a private chat, and then a second. */
  chatBurst: number;
  chatPerSecond: number;
  groupBurst: number;
  groupPerMinute: number;
};

/** The limits that hold for every bot, by what Telegram publishes. */
export const defaultRateLimit: RateLimit = {
  overall: 27.5,
  overallBurst: 3,
  paid: null,
  chatBurst: 3,
  chatPerSecond: 1,
  groupBurst: 7,
  groupPerMinute: 13,
};

/** With paid broadcasts. */
export const paidRateLimit: RateLimit = { ...defaultRateLimit, paid: 900 };

/** For the Api of paid broadcasts: Telegram takes 0.1 Stars a message from the bot's balance. */
export const payForBroadcasts: Transformer = (call, method, payload, signal) =>
  method.startsWith('send')
    ? call(method, { ...payload, allow_paid_broadcast: true }, signal)
    : call(method, payload, signal);

/** Messages longer than this, in characters, reach a chat's limit sooner (telegra.ph/Hitting-limits-bot-FAQ). */
const longMessage = 500;

/** How many short messages one counts for in its chat. */
export function weightOf(payload: object): number {
  const { text, caption } = payload as { text?: unknown; caption?: unknown };
  const words = typeof text === 'string' ? text : typeof caption === 'string' ? caption : '';
  return words.length > longMessage ? 1.5 : 1;
}
