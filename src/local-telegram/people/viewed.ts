import type { Button, Entity, Post } from '../model/types.ts';
import type { World } from '../model/world.ts';

/** A message as a person sees it on the screen. */
export type Viewed = {
  message_id: number;
  chat_id: number;
  message_thread_id?: number;
  /** Who wrote it: 'bot', or a name. */
  from: string;
  /** The text, or the caption of a picture or document. */
  text: string;
  entities: Entity[];
  /** The labels of the buttons, row by row. */
  buttons: string[][];
  /** The message this one answers. */
  reply_to?: number;
  edited: boolean;
  /** Milliseconds since the epoch, to the second. */
  at: number;
  photo?: boolean;
  document?: string;
  /** The message as the Bot API has it. */
  post: Post;
};

/** A message as a person’s app shows it. */
export function viewed(world: World, post: Post): Viewed {
  const byBot = isBots(world, post);
  return {
    message_id: post.message_id,
    chat_id: post.chat.id,
    ...(post.message_thread_id && { message_thread_id: post.message_thread_id }),
    from: byBot ? 'bot' : (post.sender_chat?.title ?? post.from?.first_name ?? ''),
    text: post.text ?? post.caption ?? '',
    entities: post.entities ?? post.caption_entities ?? [],
    buttons: (post.reply_markup?.inline_keyboard ?? []).map(row => row.map(({ text }) => text)),
    ...(post.reply_to_message && { reply_to: post.reply_to_message.message_id }),
    edited: post.edit_date !== undefined,
    at: post.date * 1000,
    ...(post.photo && { photo: true }),
    ...(post.document && { document: String(post.document.file_name ?? '') }),
    post,
  };
}

/** Whether the bot wrote it; in a channel the message itself doesn't tell. */
export function isBots(world: World, post: Post): boolean {
  return world.rooms.get(post.chat.id)?.own.has(post.message_id) ?? false;
}

/** The first button under a post with this label. */
export function findButton(post: Post, label: string | RegExp): Button | undefined {
  return post.reply_markup?.inline_keyboard
    .flat()
    .find(({ text }) => (typeof label === 'string' ? text === label : label.test(text)));
}

/** The end of a chat in words, for errors. */
export function transcript(messages: readonly Viewed[]): string {
  if (messages.length === 0) return '  (nothing was said there)';
  return messages
    .slice(-6)
    .map(({ from, text, buttons }) => {
      const labels = buttons.flat().map(label => `[${label}]`);
      return `  ${from}: ${text.length > 300 ? `${text.slice(0, 300)}…` : text} ${labels.join(' ')}`.trimEnd();
    })
    .join('\n');
}
