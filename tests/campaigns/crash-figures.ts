import type { Library } from '../../src/library/library.ts';
import { topicOf } from './articles.ts';
import type { Subscriber, Typed } from './crash-people.ts';
import { copiesIn, type Entry } from './ledger.ts';

/** One run of the bot's process, from its start to its SIGKILL. */
export type Life = {
  /** The last call that came before the process was gone. */
  lastCall: number;
  /** The kill, in milliseconds of the machine's time. */
  killed: number;
  /** `chat:article` of each part that stood as being sent when the process was gone. */
  sending: Set<string>;
};

export type CrashFigures = {
  kills: number;
  subscribers: number;
  due: number;
  lost: number;
  unasked: number;
  repeated: number;
  unmarked: number;
  causeless: number;
  commands: number;
  unanswered: number;
  answeredAgain: number;
  answeredTwice: number;
  conversations: number;
  unfinished: number;
  doubled: number;
  missing: number;
};

/** Within so many milliseconds of a reply the process surely had not always written down that it came. */
const replyUnread = 3000;

/**
 * What should be in the chats, from what was subscribed and loaded, against what is there; nothing here asks
 * the bot how it fared. `Life.sending` only narrows what passes as a repetition with a cause.
 */
export async function crashFigures(parts: {
  library: Library;
  subscribers: Subscriber[];
  unfinished: number;
  conversations: number;
  articles: number;
  typed: Typed[];
  entries: Entry[];
  lives: Life[];
}): Promise<CrashFigures> {
  const { library, subscribers, articles, typed, entries, lives } = parts;
  const figures: CrashFigures = {
    kills: lives.length,
    subscribers: subscribers.length,
    due: 0,
    lost: 0,
    unasked: 0,
    repeated: 0,
    unmarked: 0,
    causeless: 0,
    commands: typed.length,
    unanswered: 0,
    answeredAgain: 0,
    answeredTwice: 0,
    conversations: parts.conversations,
    unfinished: parts.unfinished,
    doubled: 0,
    missing: 0,
  };
  const byChat = Map.groupBy(
    entries.filter(({ message }) => message !== null),
    ({ chat }) => chat,
  );

  for (const { place, topic, from } of subscribers) {
    const chat = place.chat_id;
    const calls = byChat.get(chat) ?? [];
    const copies = Map.groupBy(copiesIn(place.chat()), ({ item }) => item);
    const wanted = (item: number) => topic === null || topicOf(item) === topic;
    for (let item = from ?? articles + 1; item <= articles; item += 1) {
      if (!wanted(item)) continue;
      figures.due += 1;
      if (!copies.has(item)) figures.lost += 1;
    }
    for (const [item, all] of copies) {
      if (!wanted(item)) figures.unasked += 1;
      for (const [nth, copy] of all.entries()) {
        if (nth === 0) continue;
        figures.repeated += 1;
        if (!copy.marked) figures.unmarked += 1;
        const before = calls.find(({ message }) => message === all[nth - 1]!.message)!;
        const life = cutOff(
          before,
          calls.filter(({ items }) => items.length > 0),
          lives,
        );
        if (!life?.sending.has(`${chat}:${item}`)) figures.causeless += 1;
      }
    }
    const there = (await library.subscriptions.ofChat(chat)).length;
    figures.doubled += Math.max(0, there - 1);
    figures.missing += from !== null && there === 0 ? 1 : 0;
  }

  for (const { subscriber, word } of typed) {
    const { chat_id: chat } = subscriber.place;
    const calls = byChat.get(chat) ?? [];
    const answers = subscriber.place.chat().filter(({ from, text }) => from === 'bot' && text.includes(word));
    if (answers.length === 0) figures.unanswered += 1;
    for (const answer of answers.slice(0, -1)) {
      figures.answeredAgain += 1;
      const before = calls.find(({ message }) => message === answer.message_id)!;
      if (
        !cutOff(
          before,
          calls.filter(({ items }) => items.length === 0),
          lives,
        )
      )
        figures.answeredTwice += 1;
    }
  }
  return figures;
}

/**
 * The life in which a call's reply may not have been read before the kill: calls of a kind to one chat are made
 * one after the other, so it was the last of them, and shortly before the kill.
 */
function cutOff(call: Entry, ofKind: Entry[], lives: Life[]): Life | null {
  const life = lives.find(({ lastCall }) => call.number <= lastCall);
  if (!life || life.killed - call.seen > replyUnread) return null;
  const later = ofKind.some(({ number }) => number > call.number && number <= life.lastCall);
  return later ? null : life;
}
