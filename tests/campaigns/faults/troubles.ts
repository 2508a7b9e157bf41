import type { LocalTelegram, Trouble } from '../../../src/local-telegram/local-telegram.ts';
import { type Chat, idOf } from './chats.ts';

/** What goes wrong with one chat's digest, and how it ends. */
export type Mishap = {
  name: string;
  /** Whether the digest can arrive while it lasts. */
  away: boolean;
  /** Carried out before the digest is due. */
  before?(): void;
  /** Carried out while digests go out. */
  meanwhile?(): void;
  /** Carried out when all others have theirs. */
  after?(): void;
};

type Wire = {
  trouble: Trouble;
  /** How often in a row at most: a part is given up after five unknown fates. */
  times: number;
};

const answers = (code: number, description: string): Trouble => ({ code, description });

/** Replies after which the same part may be sent again. */
const passing: Record<string, Wire> = {
  '500': { trouble: answers(500, 'Internal Server Error: restart'), times: 3 },
  '502 with a page': { trouble: 'bad-gateway', times: 3 },
  'reset before': { trouble: 'reset-before', times: 4 },
  'reset after': { trouble: 'reset-after', times: 3 },
  truncated: { trouble: 'truncated', times: 3 },
  stall: { trouble: 'stall', times: 1 },
  'entities refused': {
    trouble: answers(400, "Bad Request: can't parse entities: entity beyond the end of the text"),
    times: 1,
  },
};

const refusals = {
  private: ['Forbidden: bot was blocked by the user', 'Forbidden: user is deactivated'],
  group: [
    'Forbidden: bot was kicked from the group chat',
    'Forbidden: bot is not a member of the supergroup chat',
    'Forbidden: the group chat was deleted',
  ],
};

/** A mishap by chance for a chat; `random` gives numbers from 0 to 1. */
export function mishapFor(telegram: LocalTelegram, chat: Chat, random: () => number): Mishap {
  const pick = <Item>(from: Item[]) => from[Math.floor(random() * from.length)]!;
  const kinds = [
    flooded,
    wire,
    wire,
    wire,
    refused,
    ...(chat.kind === 'private' ? [blocked] : inGroups(chat)),
  ];
  return pick(kinds)();

  function fails(trouble: Trouble, times: number): Pick<Mishap, 'before' | 'after'> {
    let undo = () => {};
    const after = Math.floor(random() * 3);
    return {
      before: () => {
        ({ undo } = telegram.fails({ method: 'sendMessage', chat: idOf(chat), after, times, with: trouble }));
      },
      after: () => undo(),
    };
  }

  function flooded(): Mishap {
    const seconds = 1 + Math.floor(random() * 90);
    const trouble = {
      code: 429,
      description: `Too Many Requests: retry after ${seconds}`,
      retry_after: seconds,
    };
    return { name: '429', away: false, ...fails(trouble, 1 + Math.floor(random() * 3)) };
  }

  function wire(): Mishap {
    const [name, { trouble, times }] = pick(Object.entries(passing));
    return { name, away: false, ...fails(trouble, 1 + Math.floor(random() * times)) };
  }

  /** Refused in the middle, and back later. */
  function refused(): Mishap {
    const name = pick(chat.kind === 'private' ? refusals.private : refusals.group);
    const fault = fails({ code: 403, description: name }, 1);
    return {
      name,
      away: true,
      ...fault,
      after: () => {
        fault.after!();
        leaves();
        returns();
      },
    };
  }

  function blocked(): Mishap {
    return {
      name: 'blocked',
      away: true,
      ...(random() < 0.5 ? { before: leaves } : { meanwhile: leaves }),
      after: returns,
    };
  }

  function inGroups({ kind, groups, topic, admin }: Chat): (() => Mishap)[] {
    const group = groups.at(-1)!;
    const kicked = () => ({ ...blocked(), name: 'kicked' });
    const mute = () => admin.in(group).mutes('bot');
    const muted = (): Mishap => ({
      name: 'no right to write',
      away: true,
      ...(random() < 0.5 ? { before: mute } : { meanwhile: mute }),
      after: () => admin.in(group).demotes('bot'),
    });
    const upgraded = (): Mishap => {
      const upgrade = () => {
        chat.kind = 'supergroup';
        groups.push(admin.in(group).upgrades());
      };
      return {
        name: 'upgraded',
        away: false,
        ...(random() < 0.3 ? { before: upgrade } : { meanwhile: upgrade }),
      };
    };
    const topicGone = (): Mishap => {
      const end = () => {
        chat.swept = random() < 0.5;
        if (topic) admin.in(group)[chat.swept ? 'deletes' : 'closes'](topic);
        chat.topic = null;
      };
      return { name: 'topic gone', away: false, ...(random() < 0.5 ? { before: end } : { meanwhile: end }) };
    };
    return [kicked, muted, ...(kind === 'group' ? [upgraded] : []), ...(topic ? [topicGone] : [])];
  }

  function leaves(): void {
    if (chat.kind === 'private') chat.admin.blocks();
    else chat.admin.in(chat.groups.at(-1)!).removes('bot');
  }

  function returns(): void {
    if (chat.kind === 'private') chat.admin.unblocks();
    else chat.admin.in(chat.groups.at(-1)!).adds('bot');
  }
}
