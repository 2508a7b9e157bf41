import { copiesIn, type Entry, mark } from '../ledger.ts';
import { type Chat, idsOf } from './chats.ts';

export type FaultFigures = {
  chats: number;
  due: number;
  lost: number;
  repeated: number;
  unmarked: number;
  causeless: number;
  markedForNothing: number;
  disordered: number;
};

/** After these, it can't be known outside of Telegram whether the message was sent. */
const unknowable = new Set([
  'Internal Server Error: restart',
  'bad-gateway',
  'reset-before',
  'reset-after',
  'truncated',
  'stall',
]);

/** What should be in the chats against what is: every article once in each, in order, marked where it must be. */
export function faultFigures(chats: Chat[], articles: number, entries: Entry[]): FaultFigures {
  const figures: FaultFigures = {
    chats: chats.length,
    due: chats.length * articles,
    lost: 0,
    repeated: 0,
    unmarked: 0,
    causeless: 0,
    markedForNothing: 0,
    disordered: 0,
  };
  const byChat = Map.groupBy(entries, ({ chat }) => chat);
  for (const chat of chats) {
    const calls = idsOf(chat).flatMap(id => byChat.get(id) ?? []);
    const standing = chat.groups.length > 0 ? chat.groups.flatMap(group => group.chat()) : chat.admin.chat();
    const copies = Map.groupBy(copiesIn(standing), ({ item }) => item);
    for (let item = 1; item <= articles; item += 1) {
      const found = copies.get(item) ?? [];
      const tries = calls.filter(({ items }) => items.includes(item));
      const swept = chat.swept && tries.some(({ message }) => message !== null);
      if (found.length === 0 && !swept) figures.lost += 1;
      countCopies(figures, found, tries);
    }
    figures.disordered += disorderIn(calls);
  }
  return figures;
}

/** Counts what is wrong with the copies of one article in one chat, given the calls that carried it. */
function countCopies(figures: FaultFigures, copies: ReturnType<typeof copiesIn>, tries: Entry[]): void {
  for (const [nth, { marked, message }] of copies.entries()) {
    const at = tries.findIndex(call => call.message === message);
    const doubtful = tries.slice(0, at).some(({ fault }) => fault !== null && unknowable.has(fault));
    if (marked && !doubtful) figures.markedForNothing += 1;
    if (nth === 0) continue;
    figures.repeated += 1;
    if (!marked) figures.unmarked += 1;
    const first = tries.find(call => call.message === copies[nth - 1]!.message);
    if (!first?.lost) figures.causeless += 1;
  }
}

/** How many parts of a digest came before an earlier part of it. */
function disorderIn(calls: Entry[]): number {
  const last = new Map<string, number>();
  let disorder = 0;
  for (const { text, message, items } of calls) {
    const [, day, part] = /^News · (.*) \((\d+)\/\d+\)/m.exec(text.replace(mark, '')) ?? [];
    if (message === null || items.length === 0 || day === undefined) continue;
    if (Number(part) < (last.get(day) ?? 0)) disorder += 1;
    last.set(day, Number(part));
  }
  return disorder;
}
