import { integer, json } from '../model/parameters.ts';
import { allow, conflict, poll } from '../rules/mailbox.ts';
import type { Method } from '../rules/method.ts';

export const updateMethods: Record<string, Method> = {
  getUpdates: {
    parameters: ['offset', 'limit', 'timeout', 'allowed_updates'],
    run: ({ world, parameters, signal }) => {
      if (world.webhook) {
        return conflict(
          world,
          "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
          signal,
        );
      }
      allow(world, json(parameters, 'allowed_updates', 'allowed_updates'));
      return poll(world, {
        offset: integer(parameters, 'offset'),
        limit: clamp(integer(parameters, 'limit', 100), 1, 100, 100),
        timeout: clamp(integer(parameters, 'timeout'), 0, 50, 0),
        signal,
      });
    },
  },
  getWebhookInfo: {
    parameters: [],
    run: ({ world: { webhook, mailbox } }) => ({
      url: webhook?.url ?? '',
      has_custom_certificate: false,
      pending_update_count: mailbox.pending.length,
      ...(webhook && { max_connections: webhook.maxConnections }),
      ...(webhook?.lastError && {
        last_error_date: webhook.lastError.at,
        last_error_message: webhook.lastError.message,
      }),
      ...(mailbox.allowed && { allowed_updates: [...mailbox.allowed] }),
    }),
  },
};

/** What lies below the least becomes the usual, what lies above the most becomes the most. */
function clamp(value: number, least: number, most: number, usual: number): number {
  return value < least ? usual : Math.min(value, most);
}
