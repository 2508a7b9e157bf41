import { until } from '../model/signal.ts';
import type { Button, Entity, Post, User } from '../model/types.ts';
import type { InlineAnswer, Query, Room, World } from '../model/world.ts';
import { amend, press, type SendOptions, say, write } from '../rules/actions.ts';
import { openDeepLink } from '../rules/deep-links.ts';
import { askInline, chosenPost, reportChosen } from '../rules/inline.ts';
import { keepInlinePost } from '../rules/inline-posts.ts';
import { findButton, isBots, transcript, type Viewed, viewed } from './viewed.ts';

/** What the bot answered to a press: a notice or an alert; `url` where the button or the answer opens one. */
export type PressAnswer = { text?: string; show_alert?: boolean; url?: string };

/** A person in a chat: their fingers and eyes there. */
export type Place = {
  chat_id: number;
  /** Writes. Throws where Telegram's apps wouldn't let this person write here. */
  says(text: string, options?: { entities?: Entity[] }): Viewed;
  /** Sends a picture. */
  sendsPhoto(caption?: string): Viewed;
  /** Writes in answer to a message. */
  replies(to: Viewed | number, text: string): Viewed;
  /** Changes a message of one's own. */
  edits(message: Viewed | number, text: string): Viewed;
  /** The next message of the bot here that this person has not read, waited for if need be. */
  reads(): Promise<Viewed>;
  /** The bot's messages here not read so far; they stay unread. */
  unread(): Viewed[];
  /** The newest message here, by anyone, that matches in its current form; waited for. A string matches as a part of the text. */
  sees(what: string | RegExp | ((message: Viewed) => boolean)): Promise<Viewed>;
  /**
   * Presses the button so labelled on the newest message that has one (waited for), or on the given
   * message. Resolves when the bot has answered. A link into the bot, on the button or in the answer, is
   * followed in the private chat.
   */
  presses(label: string | RegExp, on?: Viewed | number): Promise<PressAnswer>;
  /** Sends a press with made-up data, which apps don't allow but Telegram does. Its answer's link is not followed. */
  forges(data: string, on: Viewed | number): { answered(): Promise<PressAnswer> };
  /**
   * Types the bot's name and a question into the line; gives the results, which Telegram may have kept from
   * before. `offset` is the `next_offset` of the results before.
   */
  asksInline(query: string, offset?: string): Promise<InlineAnswer>;
  /** Sends one of the results into this chat. */
  picks(result: Record<string, unknown>): Viewed;
  /** All messages in this chat, oldest first. */
  chat(): Viewed[];
};

/** `read` holds the ids of the messages this person has read in this chat. */
export function createPlace(
  world: World,
  room: Room,
  person: User,
  read: Set<number>,
  patience: number,
  manner: Pick<SendOptions, 'thread' | 'anonymous'> = {},
): Place {
  const here = (post: Post) => !room.forum || (post.message_thread_id ?? 1) === (manner.thread ?? 1);
  const posts = () => [...room.posts.values()].filter(here);
  const chat = () => posts().map(post => viewed(world, post));
  const unread = () => posts().filter(post => isBots(world, post) && !read.has(post.message_id));
  const where = room.person ? 'the private chat with the bot' : `"${room.title}"`;
  const lacking = (what: string) => () =>
    `${person.first_name} waited in ${where} for ${what}. The end of that chat:\n${transcript(chat())}`;
  const wait = <Found>(look: () => Found | undefined, what: string) =>
    until(world.changes, look, patience, lacking(what));
  const markRead = (id: number) => {
    read.add(id);
    for (const old of read) if (!room.posts.has(old)) read.delete(old);
  };
  const find = (message: Viewed | number): Post => {
    const id = typeof message === 'number' ? message : message.message_id;
    const found = room.posts.get(id);
    if (!found) throw new Error(`There is no message ${id} in ${where}`);
    return found;
  };

  const pressed = async (post: Post, button: Button): Promise<PressAnswer> => {
    if (button.url !== undefined) {
      openDeepLink(world, person, button.url);
      return { url: button.url };
    }
    if (button.callback_data === undefined) throw new Error(`"${button.text}" calls nothing back`);
    const { id } = press(world, room, person, post, button.callback_data);
    const look = (): Query['answer'] => world.queries.get(id)?.answer;
    const answer = await wait(look, `an answer to the press of "${button.text}"`);
    if (answer.url !== undefined) openDeepLink(world, person, answer.url);
    return answer;
  };

  return {
    chat_id: room.id,
    says: (text, options = {}) => viewed(world, say(world, room, person, text, { ...manner, ...options })),
    replies: (to, text) => viewed(world, say(world, room, person, text, { ...manner, answers: find(to) })),
    sendsPhoto: caption =>
      viewed(
        world,
        write(
          world,
          room,
          person,
          {
            photo: [{ file_id: 'photo', file_unique_id: 'photo' }],
            ...(caption !== undefined && { caption }),
          },
          manner,
        ),
      ),
    edits: (message, text) => viewed(world, amend(world, room, find(message), text)),
    reads: async () => {
      const next = await wait(() => {
        const first = unread()[0];
        if (first) markRead(first.message_id);
        return first;
      }, 'a message from the bot');
      return viewed(world, next);
    },
    unread: () => unread().map(post => viewed(world, post)),
    sees: what => {
      const fits = (message: Viewed) => {
        if (typeof what === 'function') return what(message);
        return typeof what === 'string' ? message.text.includes(what) : what.test(message.text);
      };
      return wait(
        () => chat().findLast(fits),
        typeof what === 'function' ? 'a certain message' : String(what),
      );
    },
    presses: async (label, on) => {
      const { post, button } = await wait(() => {
        const candidates = on === undefined ? posts().reverse() : [find(on)];
        for (const post of candidates) {
          const button = findButton(post, label);
          if (button) return { post, button };
        }
        return undefined;
      }, `a button ${label}`);
      return pressed(post, button);
    },
    forges: (data, on) => {
      const { id } = press(world, room, person, find(on), data);
      return { answered: () => wait(() => world.queries.get(id)?.answer, `an answer to ${data}`) };
    },
    asksInline: (query, offset = '') => askInline(world, person, query, offset, patience),
    picks: result => {
      const picked = write(world, room, person, chosenPost(world, person, result), manner);
      reportChosen(world, person, result, keepInlinePost(world, picked));
      return viewed(world, picked);
    },
    chat,
  };
}
