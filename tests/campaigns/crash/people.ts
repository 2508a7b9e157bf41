import type { Group, Person, Place } from '../../../src/local-telegram/local-telegram.ts';
import { topics } from '../articles.ts';
import type { Choice, Stage } from '../stage.ts';

/** The times of day at which digests are due. */
export const slots = ['02:00', '08:00', '13:00', '19:00'];

/** A chat with one subscription, or about to have one. */
export type Subscriber = {
  place: Place;
  person: Person;
  group: Group | null;
  /** The topic, or null for everything. */
  topic: string | null;
  time: string;
  /** The first article that it must be told; null while it has not been told that it is subscribed. */
  from: number | null;
};

/** What somebody typed; its word is in the answer. */
export type Typed = { subscriber: Subscriber; word: string };

/** One in twenty is a group, one in five subscribes by the guided conversation. */
const everyGroup = 20;
const everyGuided = 5;
/** How many go through the conversation at the same time. */
const guidesAtOnce = 8;

export async function createSubscribers(
  { telegram, subscribe }: Stage,
  { count, firstDue }: { count: number; firstDue(time: string): number },
): Promise<{ subscribed: Subscriber[]; guided: Subscriber[] }> {
  const choices: Choice[] = [];
  const subscribed: Subscriber[] = [];
  const guided: Subscriber[] = [];
  for (let number = 0; number < count; number += 1) {
    const person = telegram.person(`Person ${number}`);
    const group = number % everyGroup === 1 ? telegram.group(`Group ${number}`, { admins: [person] }) : null;
    const topic = number % 3 === 0 ? null : topics[number % topics.length]!;
    const time = slots[number % slots.length]!;
    const place = group ? person.in(group) : person;
    if (number % everyGuided === 0) {
      guided.push({ place, person, group, topic, time, from: null });
      continue;
    }
    subscribed.push({ place, person, group, topic, time, from: 1 });
    choices.push({
      chatId: place.chat_id,
      userId: person.user.id,
      topics: topic === null ? [] : [topic],
      time,
      nextDue: firstDue(time),
      // Of several messages, and of one.
      length: choices.length % 2 === 0 ? 'full' : 'short',
    });
  }
  await subscribe(choices);
  return { subscribed, guided };
}

/** The conversations by which people subscribe, some of them at the same time. */
export function createConversations(
  stage: Pick<Stage, 'articles'>,
  guided: Subscriber[],
  random: () => number,
) {
  /** Those who have begun and not ended. */
  const underWay = new Set<Subscriber>();
  const failed: unknown[] = [];
  let begun = 0;

  async function converse(subscriber: Subscriber): Promise<void> {
    underWay.add(subscriber);
    try {
      await goThroughGuide(subscriber, random);
      subscriber.from = stage.articles + 1;
      underWay.delete(subscriber);
    } catch (error) {
      failed.push(error);
    }
  }

  return {
    underWay,
    failed,
    get begun() {
      return begun;
    },
    /** Begins one more, if fewer than `wanted` have begun. */
    beginUpTo(wanted: number): void {
      if (begun < wanted && underWay.size < guidesAtOnce) void converse(guided[begun++]!);
    },
  };
}

/** Goes through the conversation by buttons and words. Resolves when the bot has said that it is done. */
async function goThroughGuide({ place, topic, time }: Subscriber, random: () => number): Promise<void> {
  const typing = random() < 0.5;
  place.says('/subscribe');
  if (topic === null) await place.presses('All news ›');
  else {
    const label = topic[0]!.toUpperCase() + topic.slice(1);
    if (typing) {
      await place.sees('What should the digest cover?');
      place.says(label);
      await place.sees(`Selected: ${label}`);
    } else await place.presses(label);
    await place.presses('Done ›');
  }
  const offered = time === '08:00' || time === '19:00';
  if (offered && !typing) await place.presses(`Every day ${time}`);
  else {
    await place.sees('When should I send it?');
    place.says(`every day ${time}`);
  }
  await place.presses('✓ Subscribe');
  await place.sees('subscribed.');
}

/** The words that commands have in them. */
export const wordsTyped = /qx\d+x/g;

/** Types a command with a word in it that nobody typed before. */
export function typeCommand(subscriber: Subscriber, number: number, random: () => number): Typed {
  const word = `qx${number}x`;
  const forms = [`/who ${word}`, `/search ${word}`, `/${word}`, `/quotes ${word}`];
  const form = forms[Math.floor(random() * forms.length)]!;
  const { group, place } = subscriber;
  place.says(group && form.startsWith('/qx') ? `/who ${word}` : form);
  return { subscriber, word };
}
