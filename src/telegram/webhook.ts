import { type Api, GrammyError } from 'grammy';
import type { Clock } from '../system/clock.ts';
import type { Log } from '../system/log.ts';

/** Milliseconds before the first removal, doubled for each further one up to the longest. */
const firstPause = 1_000;
const longestPause = 300_000;
/** A webhook set again within this time of the last removal, in milliseconds, is part of the same contest. */
const contest = 3_600_000;

/** Why Telegram refused `getUpdates` with 409: another program polls, or updates go to a webhook. */
export type Conflict = 'poller' | 'webhook';

/** Telegram's descriptions (Client.cpp of tdlib/telegram-bot-api): while one is active, and as one is set. */
const byWebhook = /webhook is active|terminated by setWebhook/i;

/** The cause of a 409 answer to `getUpdates`; null for any other error. */
export function conflictOf(error: unknown): Conflict | null {
  if (!(error instanceof GrammyError) || error.error_code !== 409) return null;
  return byWebhook.test(error.description) ? 'webhook' : 'poller';
}

/** Where Telegram sends updates instead of keeping them for polling. */
export type Webhook = {
  /** Without its path, which often holds a secret. */
  host: string;
  /** How many updates it has not taken yet. */
  pending: number;
};

/**
 * The webhook that is set, or null.
 * @throws GrammyError, HttpError
 */
export async function activeWebhook(api: Api, signal?: AbortSignal): Promise<Webhook | null> {
  const { url, pending_update_count } = await api.getWebhookInfo(signal as ApiSignal);
  if (!url) return null;
  return { host: URL.canParse(url) ? new URL(url).host : 'an unknown host', pending: pending_update_count };
}

type ApiSignal = Parameters<Api['getWebhookInfo']>[0];

export type WebhookRemover = {
  /**
   * Removes the webhook if there is one; its pending updates stay for polling. Logged once for each host.
   * @throws GrammyError, HttpError
   */
  remove(signal: AbortSignal): Promise<void>;
  /**
   * Milliseconds to wait before the next removal. It grows while another program keeps setting the webhook:
   * neither side loses an update, and Telegram is not flooded.
   */
  pause(): number;
};

/** Keeps polling possible where a webhook was left behind, or is set while the bot runs. */
export function createWebhookRemover(parts: { api: Api; clock: Clock; log: Log }): WebhookRemover {
  const { api, clock, log } = parts;
  let removals = 0;
  let last = Number.NEGATIVE_INFINITY;
  const said = new Set<string>();

  /** Forgets a contest that is over. */
  function calmDown(): void {
    if (clock.monotonic() - last < contest) return;
    removals = 0;
    said.clear();
  }

  function report({ host, pending }: Webhook): void {
    const facts = { host, pending, pause: pause() };
    const again = removals > 1;
    const line = again ? `${host} again` : host;
    log[said.has(line) ? 'debug' : 'warn'](
      facts,
      again
        ? `the webhook at ${host} was set again and is removed again: another program uses this token. Stop it, or give one of the two a token of its own`
        : `a webhook at ${host} was receiving the updates: it is removed, and ${pending} pending update${pending === 1 ? ' is' : 's are'} answered here`,
    );
    said.add(line);
  }

  const pause = () => Math.min(longestPause, firstPause * 2 ** Math.max(0, removals - 1));

  return {
    pause: () => {
      calmDown();
      return pause();
    },
    remove: async signal => {
      const webhook = await activeWebhook(api, signal);
      if (!webhook) return;
      await api.deleteWebhook({ drop_pending_updates: false }, signal as ApiSignal);
      calmDown();
      removals += 1;
      last = clock.monotonic();
      report(webhook);
    },
  };
}
