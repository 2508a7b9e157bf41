import type { Message } from 'grammy/types';
import type { ChannelPost } from '../../ingest/sources/take-posts.ts';
import { webAddress } from '../../sources/fetch/address.ts';

/** What someone sends that articles could be taken from. */
export type Given =
  | { kind: 'link'; address: string }
  | { kind: 'file'; file: string; name: string; size: number; list: boolean }
  | { kind: 'post'; post: ChannelPost; canAdd: boolean };

/** Besides the link there are no more characters than this in a message that means the link. */
const mostBesides = 100;
const articleFiles = /\.(?:jsonl?|html?|txt|md)$/i;
const listFiles = /\.(?:opml|xml)$/i;

/** What a message gives, or null if it is a question or a command. */
export function givenIn(message: Message): Given | null {
  if (message.forward_origin) return postIn(message);
  const { document } = message;
  if (document) {
    const name = document.file_name ?? '';
    const isList = listFiles.test(name);
    if (!isList && !articleFiles.test(name)) return null;
    return { kind: 'file', file: document.file_id, name, size: document.file_size ?? 0, list: isList };
  }
  const address = linkIn(message);
  return address === null ? null : { kind: 'link', address };
}

/** Telegram marks what is a link: it knows which endings are those of sites. */
function linkIn({ text, entities = [] }: Message): string | null {
  if (text === undefined || text.startsWith('/')) return null;
  const links = entities.filter(({ type }) => type === 'url' || type === 'text_link');
  const [first] = links;
  if (!first || links.length > 1 || text.length - first.length > mostBesides) return null;
  const written =
    first.type === 'text_link' ? first.url : text.slice(first.offset, first.offset + first.length);
  return webAddress(written);
}

/** A forwarded post; of a person's or group's message, whose words may be read once. */
function postIn(message: Message): Given | null {
  const text = message.text ?? message.caption;
  const origin = message.forward_origin;
  if (!text?.trim() || !origin) return null;
  const common = { text, postedAt: origin.date * 1000, editedAt: null };
  if (origin.type === 'channel') {
    const { chat, message_id: messageId } = origin;
    const names = {
      channel: chat.title ?? '',
      username: 'username' in chat ? (chat.username ?? null) : null,
    };
    return { kind: 'post', post: { ...common, ...names, chatId: chat.id, messageId }, canAdd: true };
  }
  const named = 'sender_user' in origin ? origin.sender_user.first_name : null;
  const hidden = 'sender_user_name' in origin ? origin.sender_user_name : null;
  const group = 'sender_chat' in origin && 'title' in origin.sender_chat ? origin.sender_chat.title : null;
  const from = group ?? named ?? hidden ?? '';
  // Where it was first written isn't known, so it is known by where it was forwarded to.
  const place = { chatId: message.chat.id, messageId: message.message_id };
  return { kind: 'post', post: { ...common, ...place, channel: from, username: null }, canAdd: false };
}
