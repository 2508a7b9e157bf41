import type { Api } from 'grammy';
import type { InlineKeyboardMarkup, MessageEntity } from 'grammy/types';
import type { Clock } from '../clock.ts';
import type { Outbox, Part } from '../library/outbox.ts';
import type { Subscriptions } from '../library/subscriptions.ts';
import type { Log } from '../log.ts';
import { type Outcome, outcomeOf } from '../telegram/outcome.ts';
import { type Pacer, Stopped } from '../telegram/pacer.ts';

/** A part's message as it stands in the outbox. */
export type PartBody = { text: string; entities: MessageEntity[]; markup?: InlineKeyboardMarkup };

/** How many chats are served side by side; how fast is the pacer's business. */
const chatsAtOnce = 200;
/** A part whose fate is unknown is sent again until it was begun this often. */
const attemptsAllowed = 5;
/** In milliseconds: together longer than Telegram, or a line to it, is usually gone. */
const pausesAfterFailure = [5_000, 60_000, 600_000, 3_600_000];

export type Sender = {
  /** Sends what is planned; returns at once. */
  wake(): void;
  /** Resolves when nothing is under way and nothing can be sent now. */
  idle(): Promise<void>;
  /** Nothing more is begun; resolves when the calls under way have ended. */
  stop(): Promise<void>;
};

/**
 * Brings the outbox to Telegram, part by part: in order within a chat, chats side by side. A part is
 * committed as `sending` before its call, so that after a crash nothing is taken for sent that was not.
 * @param parts.api an Api whose calls do not wait for the pacer by themselves
 * @param parts.repeated the words put before a part that may have arrived already
 * @param parts.onUnauthorized called when Telegram no longer takes the token
 */
export function createSender(parts: {
  api: Api;
  outbox: Outbox;
  subscriptions: Subscriptions;
  pacer: Pacer;
  clock: Clock;
  log: Log;
  repeated: string;
  onUnauthorized(error: unknown): void;
}): Sender {
  const { api, outbox, subscriptions, pacer, clock, log } = parts;
  const busy = new Map<number, Promise<void>>();
  const notBefore = new Map<number, number>();
  const failures = new Map<number, number>();
  const stopping = new AbortController();
  let filling: Promise<void> | null = null;
  let again = false;

  function wake(): void {
    if (stopping.signal.aborted) return;
    if (filling) {
      again = true;
      return;
    }
    filling = fill()
      .catch(error => log.error({ error }, 'the outbox could not be read'))
      .finally(() => {
        filling = null;
        if (again) {
          again = false;
          wake();
        }
      });
  }

  async function fill(): Promise<void> {
    for (const chat of await outbox.chats()) {
      if (busy.size >= chatsAtOnce) return;
      if (busy.has(chat) || (notBefore.get(chat) ?? 0) > clock.now()) continue;
      const end = serve(chat)
        .catch(error => {
          if (!(error instanceof Stopped)) log.error({ error, chat }, 'a chat could not be served');
        })
        .finally(() => {
          busy.delete(chat);
          wake();
        });
      busy.set(chat, end);
    }
  }

  /** Sends a chat's parts until there are none or one has to wait. */
  async function serve(chat: number): Promise<void> {
    for (;;) {
      const part = await outbox.next(chat);
      if (!part || stopping.signal.aborted) return;
      await pacer.turn(chat, 'digest');
      if (!(await outbox.begin(part, clock.now()))) continue;
      const answer = await call(part, JSON.parse(part.body) as PartBody).catch((error: unknown) => ({
        error,
      }));
      if ('error' in answer) {
        if (await settle(part, outcomeOf(answer.error), answer.error)) continue;
        return;
      }
      await outbox.sent(part.id, answer.message_id, clock.now());
      failures.delete(chat);
    }
  }

  function call(part: Part, body: PartBody) {
    const marked = part.state === 'unknown' ? shifted(body, `${parts.repeated}\n\n`) : body;
    return api.sendMessage(part.chatId, marked.text, {
      entities: marked.entities,
      link_preview_options: { is_disabled: true },
      ...(part.threadId === null ? {} : { message_thread_id: part.threadId }),
      ...(body.markup ? { reply_markup: body.markup } : {}),
    });
  }

  /** What Telegram's answer means for the part and its chat; whether the chat's next part may go at once. */
  async function settle(part: Part, outcome: Outcome, error: unknown): Promise<boolean> {
    const now = clock.now();
    const why = error instanceof Error ? error.message : String(error);
    switch (outcome.means) {
      case 'flooded':
        await outbox.giveBack(part, now);
        pacer.flooded(part.chatId, outcome.seconds);
        pause(part.chatId, outcome.seconds * 1000);
        return false;
      case 'unsent':
        await outbox.giveBack(part, now);
        pause(part.chatId, growing(part.chatId));
        return false;
      case 'unauthorized':
        await outbox.giveBack(part, now);
        parts.onUnauthorized(error);
        stopping.abort();
        return false;
      case 'moved':
        await outbox.giveBack(part, now);
        await subscriptions.moveChat(part.chatId, outcome.to);
        wake();
        return false;
      case 'topic-gone':
        // Where General itself is closed, nothing can be written for now.
        if (part.threadId === null) return await settle(part, { means: 'no-right' }, error);
        await outbox.giveBack(part, now);
        await subscriptions.leaveThread(part.subscriptionId);
        log.warn({ subscription: part.subscriptionId }, 'its topic is closed or gone: it goes on in General');
        return true;
      case 'unreachable':
      case 'no-right':
        // What it was to get waits with it: its reader may come back.
        await outbox.giveBack(part, now);
        await subscriptions.rest(part.chatId, now);
        log.warn({ chat: part.chatId, why }, 'the chat refuses messages: its subscriptions rest');
        return false;
      case 'refused':
        return await sendPlain(part, why);
      case 'unknown':
        if (part.attempts + 1 >= attemptsAllowed) {
          await outbox.dead(part.id, why, now);
          log.error({ part: part.id, why }, 'given up: its fate stayed unknown');
          return true;
        }
        await outbox.unknown(part.id, why, now);
        pause(part.chatId, growing(part.chatId));
        return false;
    }
  }

  /** A message that Telegram does not take is tried once more as bare words: better plain than lost. */
  async function sendPlain(part: Part, why: string): Promise<boolean> {
    const body = JSON.parse(part.body) as PartBody;
    log.warn({ part: part.id, why }, 'refused by Telegram: sent again as plain text');
    if (body.entities.length === 0 && !body.markup) {
      await outbox.dead(part.id, why, clock.now());
      log.error({ part: part.id, why }, 'given up: refused even as plain text');
      return true;
    }
    await pacer.turn(part.chatId, 'digest');
    try {
      const message = await call(part, { text: body.text, entities: [] });
      await outbox.sent(part.id, message.message_id, clock.now());
      return true;
    } catch (error) {
      const outcome = outcomeOf(error);
      if (outcome.means !== 'refused') return await settle(part, outcome, error);
      await outbox.dead(part.id, why, clock.now());
      log.error({ part: part.id, why }, 'given up: refused even as plain text');
      return true;
    }
  }

  function growing(chat: number): number {
    const times = failures.get(chat) ?? 0;
    failures.set(chat, times + 1);
    return pausesAfterFailure[Math.min(times, pausesAfterFailure.length - 1)]!;
  }

  function pause(chat: number, ms: number): void {
    notBefore.set(chat, clock.now() + ms);
    clock
      .sleep(ms, stopping.signal)
      .then(() => {
        notBefore.delete(chat);
        wake();
      })
      .catch(() => {}); // the program ends: the part stays in the outbox
  }

  async function idle(): Promise<void> {
    while (filling || busy.size > 0) await Promise.all([filling, ...busy.values()]);
  }

  return {
    wake,
    idle,
    stop: async () => {
      stopping.abort();
      await idle();
    },
  };
}

/** The message with words put before it, its entities moved along. */
function shifted(body: PartBody, before: string): PartBody {
  return {
    ...body,
    text: before + body.text,
    entities: body.entities.map(entity => ({ ...entity, offset: entity.offset + before.length })),
  };
}
