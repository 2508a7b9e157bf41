import { type ApiError, apiError } from '../model/api-error.ts';
import { flag, type Parameters, text } from '../model/parameters.ts';
import { codePoints } from '../text/text.ts';

/** What Telegram publishes: about one message a second in a chat, 20 a minute in a group, 30 a second in all. */
const published = {
  private: { burst: 5, perSecond: 1 },
  group: { burst: 20, perSecond: 20 / 60 },
  overall: { burst: 30, perSecond: 30 },
  // With `allow_paid_broadcast`: up to 1000 a second, the other limit not counted.
  paid: { burst: 1000, perSecond: 1000 },
  // That these are limited too is said, how far is not.
  asking: { burst: 60, perSecond: 30 },
};

/** Calls that write into no chat, and have a limit of their own each. */
const limitedAlone = new Set(['getme', 'getupdates']);

/** Messages on their way into one chat, and what comes of more: the server stalls, then refuses. */
const mostUnsent = 310;
const stall = 3000;
const unsentRetryAfter = 60;

/** Longer messages reach the limits sooner, in characters. */
const longMessage = 500;

type Bucket = { burst: number; perSecond: number; left: number; at: number };

export type Flood = {
  /** The refusal this call meets, if it comes too soon. Counts the call otherwise. */
  check(method: string, parameters: Parameters): ApiError | undefined;
  /** Counts a message as on its way into its chat, until the function returned is called. */
  sends(method: string, parameters: Parameters): () => void;
  /** What a call meets, after this many milliseconds, with too many on their way into its chat. */
  crowded(method: string, parameters: Parameters): { after: number; refusal: ApiError } | undefined;
  /** Records that a chat was refused for `retryAfter` seconds. */
  refused(method: string, parameters: Parameters, retryAfter: number): void;
  /** Whether this call comes although its chat was asked to wait. */
  tooSoon(method: string, parameters: Parameters): boolean;
  /** Messages a second that this Telegram takes in all. */
  overall(): number;
};

/**
 * Telegram's limits, each a little off its published figure by chance, on the clock handed in. Where
 * `limits` is false nothing is refused, but refusals by a fault are still recorded.
 */
export function createFlood(now: () => number, random: () => number, limits: boolean): Flood {
  const buckets = new Map<string, Bucket>();
  const waits = new Map<string, number>();
  const unsent = new Map<string, number>();
  const about = (figure: number) => figure * (0.8 + 0.4 * random());

  const bucket = (key: string, kind: keyof typeof published): Bucket => {
    const existing = buckets.get(key);
    if (existing) return existing;
    const burst = Math.max(1, Math.round(about(published[kind].burst)));
    const created = { burst, perSecond: about(published[kind].perSecond), left: burst, at: now() };
    buckets.set(key, created);
    return created;
  };

  const refill = (filled: Bucket) => {
    const passed = Math.max(0, now() - filled.at) / 1000;
    filled.left = Math.min(filled.burst, filled.left + passed * filled.perSecond);
    filled.at = now();
  };

  const refuse = (chat: string, seconds: number): ApiError => {
    waits.set(chat, now() + seconds * 1000);
    return tooMany(seconds);
  };

  return {
    check: (method, parameters) => {
      const chat = chatOf(method, parameters);
      if (!limits || chat === undefined) return undefined;
      const left = Math.ceil(((waits.get(chat) ?? 0) - now()) / 1000);
      if (left > 0) return tooMany(left);
      const words = text(parameters, 'text') || text(parameters, 'caption');
      const cost = codePoints(words) > longMessage ? 1.5 : 1;
      const both = limitedAlone.has(chat)
        ? [bucket(chat, 'asking')]
        : [
            bucket(chat, chat.startsWith('-') || chat.startsWith('@') ? 'group' : 'private'),
            flag(parameters, 'allow_paid_broadcast') ? bucket('paid', 'paid') : bucket('', 'overall'),
          ];
      for (const each of both) refill(each);
      const lacking = both.find(({ left, burst }) => left < Math.min(cost, burst));
      if (lacking) return refuse(chat, Math.ceil((cost - lacking.left) / lacking.perSecond + 3 * random()));
      for (const each of both) each.left -= cost;
      return undefined;
    },
    sends: (method, parameters) => {
      const chat = chatOf(method, parameters);
      if (!limits || chat === undefined || limitedAlone.has(chat)) return () => {};
      unsent.set(chat, (unsent.get(chat) ?? 0) + 1);
      return () => {
        const left = unsent.get(chat)! - 1;
        if (left > 0) unsent.set(chat, left);
        else unsent.delete(chat);
      };
    },
    crowded: (method, parameters) => {
      const chat = chatOf(method, parameters);
      if (chat === undefined || (unsent.get(chat) ?? 0) <= mostUnsent) return undefined;
      return { after: stall, refusal: tooMany(unsentRetryAfter) };
    },
    refused: (method, parameters, retryAfter) => {
      const chat = chatOf(method, parameters);
      if (chat !== undefined) waits.set(chat, now() + retryAfter * 1000);
    },
    tooSoon: (method, parameters) => {
      const chat = chatOf(method, parameters);
      return chat !== undefined && now() < (waits.get(chat) ?? 0);
    },
    overall: () => bucket('', 'overall').perSecond,
  };
}

function tooMany(seconds: number): ApiError {
  return apiError(429, `retry after ${seconds}`, { retry_after: seconds });
}

/** The chat a call writes into, or its own name for one limited alone; nothing for calls that no limit concerns. */
function chatOf(method: string, parameters: Parameters): string | undefined {
  if (limitedAlone.has(method.toLowerCase())) return method.toLowerCase();
  if (!/^(send|edit|copy|forward)/i.test(method) || /^sendchataction$/i.test(method)) return undefined;
  return text(parameters, 'chat_id').trim() || undefined;
}
