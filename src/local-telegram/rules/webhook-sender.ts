import type { Update } from '../model/types.ts';
import type { Webhook, World } from '../model/world.ts';
import { expire } from './mailbox.ts';

/** In milliseconds: the first wait after a failure, doubled each time up to the longest. */
const firstWait = 1000;
const longestWait = 60_000;
/** What a Retry-After of the bot's may ask for at most. */
const longestAsked = 3600_000;

type Outcome = { ok: true; body: string } | { ok: false; reason: string; retryAfter?: number };

/** Carries out the method that a bot wrote into its reply; its result is lost. */
export type ReplyRunner = (method: string, parameters: Record<string, unknown>) => Promise<unknown>;

/**
 * Sends waiting updates to the bot's webhook: those of one chat one after the other, several chats at once,
 * each again after a failure, until it is taken. The function returned ends this.
 */
export function sendToWebhook(world: World, run: ReplyRunner): () => void {
  const ended = new AbortController();
  /** Chats with an update under way, and the ids of those: a webhook that is set again has its own. */
  let busy = new Set<string>();
  let taken = new Set<number>();
  let current: Webhook | undefined;

  const pump = () => {
    const { webhook, mailbox } = world;
    if (!webhook || ended.signal.aborted) return;
    if (webhook !== current) [current, busy, taken] = [webhook, new Set(), new Set()];
    const [chats, ids] = [busy, taken];
    const waiting = new Set(busy);
    for (const { update } of mailbox.pending) {
      if (busy.size >= webhook.maxConnections) return;
      const chat = chatOf(update);
      if (waiting.has(chat) || taken.has(update.update_id)) continue;
      waiting.add(chat);
      busy.add(chat);
      taken.add(update.update_id);
      deliver(update, webhook)
        .catch(() => {}) // the server closes, or the bot's reply calls a method wrongly: it gets no error, as from Telegram
        .finally(() => {
          chats.delete(chat);
          ids.delete(update.update_id);
          world.changes.emit({ kind: 'updates' });
        });
    }
  };

  const deliver = async (update: Update, webhook: Webhook) => {
    for (let wait = firstWait; ; wait = Math.min(longestWait, wait * 2)) {
      expire(world);
      if (world.webhook !== webhook || !isPending(world, update)) return;
      const outcome = await post(webhook, update, ended.signal);
      if (outcome.ok) {
        world.mailbox.pending = world.mailbox.pending.filter(entry => entry.update !== update);
        await runReply(outcome.body, run);
        return;
      }
      webhook.lastError = { at: Math.floor(world.clock.now() / 1000), message: outcome.reason };
      world.changes.emit({ kind: 'updates' });
      await world.clock.sleep(outcome.retryAfter ?? wait, ended.signal);
    }
  };

  const stop = world.changes.on(({ kind }) => {
    if (kind === 'updates') pump();
  });
  return () => {
    stop();
    ended.abort();
  };
}

async function post(webhook: Webhook, update: Update, signal: AbortSignal): Promise<Outcome> {
  if (!isLoopback(webhook.url))
    return { ok: false, reason: 'Failed to resolve host: Name or service not known' };
  try {
    const response = await fetch(webhook.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(webhook.secret && { 'x-telegram-bot-api-secret-token': webhook.secret }),
      },
      body: JSON.stringify(update),
      redirect: 'manual',
      signal,
    });
    const body = await response.text();
    if (response.ok) return { ok: true, body };
    const asked = Number(response.headers.get('retry-after') ?? Number.NaN) * 1000;
    const reason = `Wrong response from the webhook: ${response.status} ${response.statusText}`;
    return { ok: false, reason, ...(asked > 0 && { retryAfter: Math.min(asked, longestAsked) }) };
  } catch {
    return { ok: false, reason: 'Connection refused' };
  }
}

async function runReply(body: string, run: ReplyRunner): Promise<void> {
  let reply: unknown;
  try {
    reply = JSON.parse(body);
  } catch {
    // A reply need not be a call.
    return;
  }
  if (typeof reply !== 'object' || reply === null || !('method' in reply)) return;
  const { method, ...parameters } = reply;
  await run(String(method), parameters);
}

/** Nothing leaves this machine. */
export function isLoopback(address: string): boolean {
  return ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(address).hostname);
}

function isPending(world: World, update: Update): boolean {
  return world.mailbox.pending.some(entry => entry.update === update);
}

/** The chat an update belongs to, else the person it comes from. */
function chatOf(update: Update): string {
  const content = Object.values(update).find(value => typeof value === 'object') as {
    chat?: { id: number };
    message?: { chat: { id: number } };
    from?: { id: number };
  };
  return String(content.chat?.id ?? content.message?.chat.id ?? content.from?.id ?? '');
}
