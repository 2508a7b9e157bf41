import { Api, GrammyError } from 'grammy';
import type { UserFromGetMe } from 'grammy/types';
import type { Clock } from '../system/clock.ts';
import type { Log } from '../system/log.ts';
import { nativeFetch } from './fetch.ts';
import { createLink, type Link } from './link.ts';
import { createPacer, type Pacer } from './pacer.ts';
import { defaultRateLimit, paidRateLimit } from './rate-limit.ts';

/** How long to wait for a probe, in seconds: a link that swallows calls must not delay the next one. */
const probeTimeout = 10;

export type Connection = {
  link: Link;
  pacer: Pacer;
  /** Who the bot is. */
  botInfo: UserFromGetMe;
  /** A client without `link` and `pacer` so far; it waits for an answer for `timeoutSeconds`. */
  unpaced(timeoutSeconds: number): Api;
};

/**
 * Connects to Telegram, trying again and again while it can't be reached.
 * @param parts.callTimeout how long to wait for Telegram's answers, in seconds
 * @param parts.paidBroadcasts whether the pacer keeps to the rate limit of broadcasts that the bot pays for
 * @param parts.signal aborts connecting
 * @param parts.onUnreachable reports failed attempts until the connection is made, which are logged otherwise; `pause`
 * in milliseconds
 * @throws GrammyError if Telegram rejects the token
 */
export async function connect(parts: {
  token: string;
  apiRoot: string;
  clock: Clock;
  log: Log;
  callTimeout: number;
  paidBroadcasts: boolean;
  signal?: AbortSignal;
  onUnreachable?(error: unknown, pause: number): void;
}): Promise<Connection> {
  const { token, apiRoot, clock, log } = parts;
  const unpaced = (timeoutSeconds: number) => new Api(token, { apiRoot, timeoutSeconds, fetch: nativeFetch });
  const probeApi = unpaced(Math.min(probeTimeout, parts.callTimeout));
  let starting = true;
  const link = createLink({
    clock,
    log,
    onFailure: (error, pause) => {
      if (!starting || !parts.onUnreachable) return false;
      parts.onUnreachable(error, pause);
      return true;
    },
    probe: signal => probeApi.getMe(signal as Parameters<Api['getMe']>[0]),
  });
  probeApi.config.use(link.observe);
  const pacer = createPacer(clock, parts.paidBroadcasts ? paidRateLimit : defaultRateLimit, link);
  const botInfo = await identify(probeApi, link, parts.signal).catch(error => {
    link.stop();
    throw error;
  });
  starting = false;
  return { link, pacer, botInfo, unpaced };
}

/** Asks Telegram who the bot is, again and again while it can't be reached. */
async function identify(api: Api, link: Link, signal?: AbortSignal): Promise<UserFromGetMe> {
  for (let pause = 1000; ; pause = Math.min(15_000, pause * 2)) {
    try {
      return await api.getMe(signal as Parameters<Api['getMe']>[0]);
    } catch (error) {
      if (signal?.aborted || (error instanceof GrammyError && error.error_code < 500)) throw error;
      if (!link.down) await link.pause(pause, signal);
      await link.up(signal);
    }
  }
}
