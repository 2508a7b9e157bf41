import type { Group, Person, Topic } from '../../../src/local-telegram/local-telegram.ts';
import type { Choice, Stage } from '../stage.ts';

/** A chat with one subscription to everything. */
export type Chat = {
  kind: 'private' | 'group' | 'supergroup' | 'forum';
  admin: Person;
  /** The groups it has been, the present one last; none for a private chat. */
  groups: Group[];
  topic: Topic | null;
  /** Its topic was deleted, and with it what stood there: then Telegram's call log must tell what came. */
  swept: boolean;
};

export function idOf({ groups, admin }: Chat): number {
  return groups.at(-1)?.id ?? admin.chat_id;
}

/** All ids that it has had. */
export function idsOf({ groups, admin }: Chat): number[] {
  return groups.length > 0 ? groups.map(({ id }) => id) : [admin.chat_id];
}

/** In ten chats: seven private ones, a basic group, a supergroup, and a forum with its digest in a topic. */
const kinds: Chat['kind'][] = [...Array(7).fill('private'), 'group', 'supergroup', 'forum'];

export async function createChats(
  { telegram, subscribe }: Stage,
  { count, due, time }: { count: number; due: number; time: string },
): Promise<Chat[]> {
  const choices: Choice[] = [];
  const chats: Chat[] = [];
  for (let number = 0; number < count; number += 1) {
    const kind = kinds[number % kinds.length]!;
    const admin = telegram.person(`Person ${number}`);
    if (kind === 'private') admin.starts();
    const chat: Chat = { kind, admin, groups: [], topic: null, swept: false };
    if (kind !== 'private') {
      const forum = kind === 'forum';
      const group = telegram.group(`Chat ${number}`, {
        kind: forum ? 'supergroup' : kind,
        forum,
        admins: [admin],
      });
      chat.groups.push(group);
      if (forum) chat.topic = admin.in(group).opensTopic('News');
    }
    chats.push(chat);
    choices.push({
      chatId: idOf(chat),
      threadId: chat.topic?.id ?? null,
      userId: admin.user.id,
      time,
      nextDue: due,
      // Of several messages, and of one.
      length: number % 2 === 0 ? 'full' : 'short',
    });
  }
  await subscribe(choices);
  return chats;
}
