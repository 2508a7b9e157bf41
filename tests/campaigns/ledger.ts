import type { Call, LocalTelegram } from '../../src/local-telegram/local-telegram.ts';
import { loadMessages } from '../../src/rendering/messages.ts';
import { itemsIn } from './articles.ts';

/** The words that stand before a part which may have arrived already. */
export const mark = loadMessages().say('digest-repeated');

/** A call that writes, as Telegram saw it. */
export type Entry = {
  number: number;
  chat: number;
  thread: number | null;
  text: string;
  /** The articles that it tells, where it is part of a digest. */
  items: number[];
  /** The message that it became; null where it was not carried out. */
  message: number | null;
  /** The code with which Telegram refused it; null where it did not. */
  refused: number | null;
  /** Whether it was carried out and its reply was broken. */
  lost: boolean;
  fault: string | null;
  /** Whether the bot offered to pay for it. */
  paid: boolean;
  /** Milliseconds of the clock. */
  at: number;
};

/** Telegram's own call log, copied as it grows: it keeps only the last ten thousand. */
export function createLedger(telegram: LocalTelegram, onEntry: (entry: Entry) => void = () => {}) {
  const entries: Entry[] = [];
  let last = 0;
  let open: Call[] = [];
  return {
    entries,
    /** Enters the calls that have come and been answered since the last time. To be called often. */
    collect(): void {
      const first = telegram.calls[0]?.number ?? last + 1;
      if (first > last + 1) throw new Error(`calls ${last + 1} to ${first - 1} went by unseen`);
      const fresh = telegram.calls.slice(last + 1 - first);
      last = fresh.at(-1)?.number ?? last;
      const waiting = [...open, ...fresh.filter(({ method }) => /^(send|edit)/.test(method))];
      open = waiting.filter(call => call.answer === undefined && call.error === undefined);
      for (const call of waiting) {
        if (open.includes(call)) continue;
        const entry = entryOf(call);
        entries.push(entry);
        onEntry(entry);
      }
    },
    /** Calls that have come and not been answered. */
    get waiting() {
      return open.length;
    },
    /** The number of the last call that has come. */
    get last() {
      return last;
    },
  };
}

export type Ledger = ReturnType<typeof createLedger>;

function entryOf(call: Call): Entry {
  const text = String(call.parameters.text ?? '');
  const answer = call.answer as { message_id?: number } | undefined;
  return {
    number: call.number,
    chat: Number(call.parameters.chat_id),
    thread:
      call.parameters.message_thread_id === undefined ? null : Number(call.parameters.message_thread_id),
    text,
    items: call.method === 'sendMessage' ? itemsIn(text) : [],
    message: answer?.message_id ?? null,
    refused: call.error?.code ?? null,
    lost: call.lost === true,
    fault: call.fault ?? null,
    paid: call.parameters.allow_paid_broadcast === true,
    at: call.at,
  };
}

/** Before its heading a digest may say that it comes late, or for the second time. */
const digest = /^(?:[^\n]+\n\n){0,2}News\b/;

/** What stands in a chat of a digest: which article, in which message, and whether that message is marked. */
export type Copy = { item: number; message: number; marked: boolean };

/** All parts of digests in a chat in their order; previews and answers are none. */
export function copiesIn(
  chat: { message_id: number; from: string; text: string; edited: boolean }[],
): Copy[] {
  return chat
    .filter(({ from, edited }) => from === 'bot' && !edited)
    .filter(({ text }) => digest.test(text) && !text.includes('A preview'))
    .flatMap(({ message_id, text }) =>
      itemsIn(text).map(item => ({ item, message: message_id, marked: text.startsWith(mark) })),
    );
}
