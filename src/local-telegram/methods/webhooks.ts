import { apiError, badRequest } from '../model/api-error.ts';
import { flag, integer, json, text } from '../model/parameters.ts';
import { allow } from '../rules/mailbox.ts';
import type { Method } from '../rules/method.ts';
import { isLoopback } from '../rules/webhook-sender.ts';

/** Addresses of the web by HTTPS; on this machine plain HTTP will do. */
function isAllowed(url: string): boolean {
  if (!URL.canParse(url)) return false;
  return new URL(url).protocol === 'https:' || isLoopback(url);
}

export const webhookMethods: Record<string, Method> = {
  setWebhook: {
    parameters: [
      'url',
      'certificate',
      'ip_address',
      'max_connections',
      'allowed_updates',
      'drop_pending_updates',
      'secret_token',
    ],
    run: ({ world, parameters }) => {
      const url = text(parameters, 'url');
      const secret = text(parameters, 'secret_token');
      if (secret.length > 256) throw badRequest('secret token is too long');
      if (!/^[A-Za-z0-9_-]*$/.test(secret)) throw badRequest('secret token contains unallowed characters');
      const now = world.clock.now();
      if (world.webhook && now < world.webhook.setAt + 1000) {
        throw apiError(429, 'retry after 1', { retry_after: 1 });
      }
      allow(world, json(parameters, 'allowed_updates', 'allowed_updates'));
      if (flag(parameters, 'drop_pending_updates')) world.mailbox.pending = [];
      if (url !== '' && !isAllowed(url)) {
        throw badRequest('bad webhook: An HTTPS URL must be provided for webhook');
      }
      if (url === '') delete world.webhook;
      else {
        world.webhook = {
          url,
          ...(secret && { secret }),
          maxConnections: integer(parameters, 'max_connections', 40),
          setAt: now,
        };
        world.mailbox.waiting?.fail('terminated by setWebhook request');
      }
      world.changes.emit({ kind: 'updates' });
      return true;
    },
  },
  deleteWebhook: {
    parameters: ['drop_pending_updates'],
    run: ({ world, parameters }) => {
      delete world.webhook;
      if (flag(parameters, 'drop_pending_updates')) world.mailbox.pending = [];
      world.changes.emit({ kind: 'updates' });
      return true;
    },
  },
};
