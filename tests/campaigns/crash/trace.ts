import type { Update } from 'grammy/types';
import { openDatabase } from '../../../src/database/database.ts';
import { deliveriesSchema } from '../../../src/database/migrations/deliveries/index.ts';
import { deliveriesPath } from '../../../src/database/two-files.ts';
import type { Call, LocalTelegram } from '../../../src/local-telegram/local-telegram.ts';

/**
 * What happened in each chat, in order: the updates fetched, the calls made, and at each kill what was waiting in the
 * inbox with the replies that were known. It explains a conversation that does not end.
 * @param file the library that the bot has open
 */
export function createTrace(telegram: LocalTelegram, file: string) {
  const inbox = inboxReader(file);
  const byChat = new Map<number, string[]>();
  const chatOfTap = new Map<string, number>();
  const fetched = new Set<number>();
  let open: Call[] = [];
  let last = 0;
  let kills = 0;

  function note(chat: number | undefined, line: string): void {
    if (chat === undefined) return;
    const lines = byChat.get(chat) ?? [];
    byChat.set(chat, lines);
    lines.push(line);
  }

  function noteUpdate(update: Update, call: number): void {
    const tap = update.callback_query;
    const message = update.message ?? tap?.message;
    if (tap && message) chatOfTap.set(tap.id, message.chat.id);
    const again = fetched.has(update.update_id) ? ' again' : '';
    fetched.add(update.update_id);
    const what = tap ? `tap ${tap.data} on ${message?.message_id}` : `typed ${update.message?.text}`;
    note(message?.chat.id, `${call} fetched${again} ${update.update_id}: ${what}`);
  }

  function noteCall({ number, method, parameters, answer, error }: Call): void {
    if (method.toLowerCase() === 'getupdates') {
      for (const update of (answer ?? []) as Update[]) noteUpdate(update, number);
      return;
    }
    const chat = chatOfTap.get(String(parameters.callback_query_id)) ?? Number(parameters.chat_id);
    const message =
      (answer as { message_id?: number } | undefined)?.message_id ?? parameters.message_id ?? '';
    const [first] = String(parameters.text ?? '').split('\n');
    note(chat, `${number} ${method} ${message} ${first} ${error ? `refused: ${error.description}` : ''}`);
  }

  return {
    /** Enters the calls that have been answered since the last time. To be called often. */
    collect(): void {
      const first = telegram.calls[0]?.number ?? last + 1;
      const fresh = telegram.calls.slice(Math.max(0, last + 1 - first));
      last = fresh.at(-1)?.number ?? last;
      const all = [...open, ...fresh];
      open = all.filter(call => call.answer === undefined && call.error === undefined);
      for (const call of all) if (!open.includes(call)) noteCall(call);
    },
    /** The process is gone. */
    killed(): void {
      this.collect();
      kills += 1;
      for (const chat of byChat.keys()) note(chat, `kill ${kills}`);
      for (const { chat, line } of inbox.read()) note(chat, line);
    },
    /** The lines of a chat. */
    of: (chat: number): string[] => byChat.get(chat) ?? [],
    close: () => inbox.close(),
  };
}

export type Trace = ReturnType<typeof createTrace>;

function inboxReader(file: string) {
  const database = openDatabase(deliveriesPath(file), deliveriesSchema);
  const waiting = database.prepare(
    `select update_id as id, queue, attempts,
       (select group_concat(nth || ' ' || method, ', ') from replies where replies.update_id = inbox.update_id) as known
     from inbox where state = 'waiting'`,
  );
  return {
    read: () =>
      (waiting.all() as { id: number; queue: string; attempts: number; known: string | null }[]).map(
        ({ id, queue, attempts, known }) => ({
          chat: Number(queue.split(' ')[1]),
          line: `  waiting: ${id}, begun ${attempts} times, replies known: ${known ?? 'none'}`,
        }),
      ),
    close: () => {
      database.close();
    },
  };
}
