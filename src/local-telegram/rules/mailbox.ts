import { apiError, badRequest } from '../model/api-error.ts';
import type { Update } from '../model/types.ts';
import type { World } from '../model/world.ts';

/** Update types a bot gets only if it asks for them by name. */
const onlyByName = new Set(['chat_member', 'message_reaction', 'message_reaction_count']);

/** Telegram keeps an update this long for a bot that doesn't come for it. */
const updateLife = 24 * 3600_000;

/** After so long without any, the next update's id is random: it may be lower than those before. */
const idLife = 7 * 24 * 3600_000;
const largestId = 2 ** 30;

/** A second conflict within this time is reported only after as much time again. */
const conflictPause = 3000;

export type Poll = { offset: number; limit: number; timeout: number; signal: AbortSignal };

/** Puts an update into the bot's mailbox, unless the bot has not asked for its kind. */
export function mail(world: World, kind: string, content: unknown): void {
  const { mailbox } = world;
  const wanted = mailbox.allowed ? mailbox.allowed.has(kind) : !onlyByName.has(kind);
  if (!wanted) return;
  const now = world.clock.now();
  if (now >= (mailbox.lastAt ?? now) + idLife) mailbox.nextId = 1 + Math.floor(world.random() * largestId);
  mailbox.lastAt = now;
  const update: Update = { update_id: mailbox.nextId++, [kind]: structuredClone(content) };
  mailbox.pending.push({ update, at: now });
  world.changes.emit({ kind: 'updates' });
}

/** Keeps what `allowed_updates` said; absent keeps the previous choice, an empty list is the default. */
export function allow(world: World, given: unknown): void {
  if (given === undefined) return;
  if (!Array.isArray(given)) throw badRequest("can't parse allowed_updates: expected an Array");
  world.mailbox.allowed = given.length === 0 ? undefined : new Set(given.map(String));
}

/** Refuses a poll that something else ended or forbids; repeats are slowed down. */
export async function conflict(world: World, reason: string, signal: AbortSignal): Promise<never> {
  const { mailbox, clock } = world;
  if (clock.now() < (mailbox.nextConflict ?? 0))
    await clock.sleep(conflictPause, signal).catch(() => {}); // hung up
  else mailbox.nextConflict = clock.now() + conflictPause;
  throw apiError(409, reason);
}

/** Long polling: what is there, else what comes within `timeout` seconds of the server's clock. */
export async function poll(world: World, { offset, limit, timeout, signal }: Poll): Promise<Update[]> {
  const { mailbox } = world;
  mailbox.waiting?.fail(
    'terminated by other getUpdates request; make sure that only one bot instance is running',
  );
  expire(world);
  acknowledge(world, offset);
  const { previous } = mailbox;
  const now = world.clock.now();
  const again = previous?.offset === offset && now > previous.at;
  mailbox.previous = { offset, at: now };
  const waits = again && timeout < 3 && now < previous.at + 3000 ? 3 : timeout;
  const most = again && now < previous.at + 500 ? 1 : limit;
  const take = () => mailbox.pending.slice(0, most).map(({ update }) => update);
  if (mailbox.pending.length > 0 || waits === 0) return take();
  await arrival(world, waits * 1000, signal);
  return take();
}

/** Resolves with the next update or after `ms`; rejects when another poll or a webhook ends this one. */
function arrival(world: World, ms: number, signal: AbortSignal): Promise<void> {
  const { mailbox } = world;
  return new Promise((resolve, reject) => {
    const over = new AbortController();
    const end = () => {
      stop();
      signal.removeEventListener('abort', finish);
      over.abort();
      if (mailbox.waiting === self) delete mailbox.waiting;
      world.changes.emit({ kind: 'updates' });
    };
    const finish = () => {
      end();
      resolve();
    };
    const self = {
      fail: (reason: string) => {
        end();
        conflict(world, reason, signal).catch(reject);
      },
    };
    const stop = world.changes.on(change => {
      if (change.kind === 'updates' && mailbox.pending.length > 0) finish();
    });
    mailbox.waiting = self;
    if (signal.aborted) return finish();
    signal.addEventListener('abort', finish, { once: true });
    world.clock.sleep(ms, over.signal).then(finish, () => {});
    world.changes.emit({ kind: 'updates' });
  });
}

function acknowledge(world: World, offset: number): void {
  const { mailbox } = world;
  const before = mailbox.pending.length;
  // An offset that is still to come is none: a bot may know higher ids than there are now.
  if (offset > mailbox.nextId) return;
  if (offset > 0) mailbox.pending = mailbox.pending.filter(({ update }) => update.update_id >= offset);
  else if (offset < 0) mailbox.pending = mailbox.pending.slice(offset);
  if (mailbox.pending.length !== before) world.changes.emit({ kind: 'updates' });
}

/** Drops updates that weren't fetched in time. */
export function expire(world: World): void {
  const oldest = world.clock.now() - updateLife;
  const { mailbox } = world;
  if ((mailbox.pending[0]?.at ?? oldest) < oldest) {
    mailbox.pending = mailbox.pending.filter(({ at }) => at >= oldest);
  }
}
