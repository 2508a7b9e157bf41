import type { Library } from '../../../src/store.ts';
import { topicOf } from '../articles.ts';
import { copiesIn, type Entry } from '../ledger.ts';
import type { Subscriber, Typed } from './people.ts';

/** One run of the bot's process, from its start to its SIGKILL. */
export type Life = {
  /** The last call that came before the process was gone. */
  lastCall: number;
  /** `chat:article` of each part that stood as being sent when the process was gone. */
  sending: Set<string>;
  /** The words that were typed, had not been dealt with and had no known answer when the process was gone. */
  unanswered: Set<string>;
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

/**
 * What should be in the chats, from what was subscribed and loaded, against what is there; nothing here asks
 * the bot. What was in its database at each kill only decides what was rightly repeated.
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
  /** Told of each repetition without a cause. */
  onOdd?(line: string): void;
}): Promise<CrashFigures> {
  const { library, subscribers, articles, typed, entries, lives } = parts;
  const odd = (what: string, one: Entry, other: Entry) => {
    const ends = lives.map(({ lastCall }) => lastCall);
    const near = ends.filter(last => last > one.number - 50 && last < other.number + 50);
    parts.onOdd?.(`${what}: call ${one.number}, then ${other.number}; lives ended after ${near.join(', ')}`);
  };
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
  const delivered = entries.filter(({ message }) => message !== null);
  const at: Context = { byChat: Map.groupBy(delivered, ({ chat }) => chat), lives, odd };
  for (const subscriber of subscribers) {
    countDigests(figures, subscriber, articles, at);
    const there = (await library.subscriptions.ofChat(subscriber.place.chat_id)).length;
    figures.doubled += Math.max(0, there - 1);
    figures.missing += subscriber.from !== null && there === 0 ? 1 : 0;
  }
  for (const one of typed) countAnswers(figures, one, at);
  return figures;
}

type Context = {
  /** The calls that Telegram carried out. */
  byChat: Map<number, Entry[]>;
  lives: Life[];
  odd(what: string, one: Entry, other: Entry): void;
};

function countDigests(
  figures: CrashFigures,
  { place, topic, from }: Subscriber,
  articles: number,
  { byChat, lives, odd }: Context,
): void {
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
      const [one, other] = [callOf(calls, all[nth - 1]!.message), callOf(calls, copy.message)];
      if (endedBetween(lives, one, other).some(({ sending }) => sending.has(`${chat}:${item}`))) continue;
      figures.causeless += 1;
      odd(`${chat}:${item}`, one, other);
    }
  }
}

function countAnswers(
  figures: CrashFigures,
  { subscriber, word }: Typed,
  { byChat, lives, odd }: Context,
): void {
  const { chat_id: chat } = subscriber.place;
  const calls = byChat.get(chat) ?? [];
  const answers = subscriber.place.chat().filter(({ from, text }) => from === 'bot' && text.includes(word));
  if (answers.length === 0) figures.unanswered += 1;
  for (const [nth, answer] of answers.entries()) {
    if (nth === 0) continue;
    figures.answeredAgain += 1;
    const [one, other] = [callOf(calls, answers[nth - 1]!.message_id), callOf(calls, answer.message_id)];
    if (endedBetween(lives, one, other).some(({ unanswered }) => unanswered.has(word))) continue;
    figures.answeredTwice += 1;
    odd(word, one, other);
  }
}

function callOf(calls: Entry[], message: number): Entry {
  return calls.find(call => call.message === message)!;
}

/** The lives that ended after one call and before another. */
function endedBetween(lives: Life[], one: Entry, other: Entry): Life[] {
  return lives.filter(({ lastCall }) => lastCall >= one.number && lastCall < other.number);
}
