import { type Api, GrammyError } from 'grammy';
import type { Update } from 'grammy/types';
import type { Clock } from '../system/clock.ts';
import { createFaultLog } from '../system/fault-log.ts';
import type { Log } from '../system/log.ts';
import type { Link } from './link.ts';
import { type Conflict, conflictOf, createWebhookRemover } from './webhook.ts';

/** Seconds for which Telegram holds back an empty answer. */
const pollSeconds = 30;
/** The pause after a failure, in milliseconds, doubles up to this one. */
const maxPause = 30_000;

export type Poller = {
  /** Runs until `stop`. Rejects with the GrammyError if Telegram rejects the token (401). */
  run(): Promise<void>;
  /** Ends the current poll; what it would have brought comes again after the next start. */
  stop(): void;
};

/**
 * Fetches updates by long polling. An update is acknowledged only after `receive` has resolved for it, so that
 * none is lost if the process dies in between.
 */
export function createPoller(parts: {
  /** An Api that the link observes. */
  api: Api;
  clock: Clock;
  link: Pick<Link, 'down' | 'up' | 'pause'>;
  log: Log;
  allowedUpdates: readonly Exclude<keyof Update, 'update_id'>[];
  receive(updates: Update[]): Promise<void>;
}): Poller {
  const { api, clock, link, log, receive } = parts;
  const stopping = new AbortController();
  const webhooks = createWebhookRemover({ api, clock, log });
  const logFault = createFaultLog(log, clock);
  let offset: number | undefined;
  let failures = 0;
  // One may be left over from an earlier program; with it, polling would bring nothing.
  let mayHaveWebhook = true;

  /** While nothing gets through, the link finds out when something does again. */
  async function rest(pause: number): Promise<void> {
    if (!link.down) await link.pause(pause, stopping.signal);
    await link.up(stopping.signal);
  }

  async function poll(): Promise<void> {
    if (mayHaveWebhook) await webhooks.remove(stopping.signal);
    mayHaveWebhook = false;
    const updates = await api.getUpdates(
      {
        ...(offset === undefined ? {} : { offset }),
        timeout: pollSeconds,
        limit: 100,
        allowed_updates: [...parts.allowedUpdates],
      },
      stopping.signal as Parameters<Api['getUpdates']>[1],
    );
    failures = 0;
    const last = updates.at(-1);
    if (!last) return;
    await receive(updates);
    offset = last.update_id + 1;
  }

  async function recover(error: unknown): Promise<void> {
    failures += 1;
    const conflict = conflictOf(error);
    if (conflict === 'webhook') mayHaveWebhook = true;
    const pause = conflict === 'webhook' ? webhooks.pause() : pauseAfter(error, failures);
    // A contest over the webhook is reported by the remover, once.
    if (conflict === 'webhook' && pause > 1000) log.debug({ error, pause }, explain(conflict));
    else logFault({ error, pause }, explain(conflict));
    await rest(pause).catch(() => {}); // the program ends
  }

  return {
    run: async () => {
      while (!stopping.signal.aborted) {
        try {
          await poll();
        } catch (error) {
          if (stopping.signal.aborted) return;
          if (error instanceof GrammyError && error.error_code === 401) throw error;
          await recover(error);
        }
      }
    },
    stop: () => stopping.abort(),
  };
}

function pauseAfter(error: unknown, failures: number): number {
  const asked = error instanceof GrammyError ? error.parameters.retry_after : undefined;
  return asked === undefined ? Math.min(maxPause, 1000 * 2 ** (failures - 1)) : asked * 1000;
}

function explain(conflict: Conflict | null): string {
  if (conflict === 'poller')
    return 'another program fetches updates with this token: stop it, or give it a token of its own';
  if (conflict === 'webhook') return 'a webhook is set, so updates cannot be fetched: it will be removed';
  return 'updates could not be fetched; trying again';
}
