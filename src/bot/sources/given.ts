import type { Message } from 'grammy/types';
import type { ChannelPost } from '../../ingest/sources/take-posts.ts';
import { addressToFetch } from '../../sources/fetch/address.ts';

/** What someone sends that articles could be taken from. */
export type Given =
  /** Links of the web, what is none may be among them, as `ftp:`; and whether other words are with them. */
  | { kind: 'links'; addresses: string[]; hasWords: boolean }
  /** A channel, by a link or its name. */
  | { kind: 'channel'; name: string }
  /** A file of a kind that isn't read. */
  | { kind: 'other-file'; name: string }
  | { kind: 'file'; file: string; name: string; size: number; list: boolean }
  | { kind: 'post'; post: ChannelPost; canAdd: boolean };

/** Besides the links there are no more characters than this in a message that means the links. */
const mostBesides = 100;
/** Fewer words with a link say nothing by themselves: `this one`. */
const fewestWords = 3;
const articleFiles = /\.(?:jsonl?|html?|txt|md)$/i;
const listFiles = /\.(?:opml|xml)$/i;

/** What a message gives, or null if it is a question or a command. */
export function givenIn(message: Message): Given | null {
  if (message.forward_origin) return postIn(message);
  const { document } = message;
  if (document) {
    const name = document.file_name ?? '';
    const isList = listFiles.test(name);
    if (!isList && !articleFiles.test(name)) return { kind: 'other-file', name };
    return { kind: 'file', file: document.file_id, name, size: document.file_size ?? 0, list: isList };
  }
  return linksIn(message);
}

/** A whole message that is written like an address; Telegram marks only those of the schemes that it knows. */
const addressOnly = /^(?:feed|rss|podcast|itpc|https?|ftp|file|gopher):\S+$/i;
/** A link to a chat of Telegram, and its name there; an invitation has none. */
const telegramLink =
  /^(?:https?:\/\/)?(?:www\.)?(?:t|telegram)\.me\/(?:s\/)?(?:([a-z]\w{3,31})(?:\/\d+)?|\+[\w-]+|joinchat\/[\w-]+|c\/\d+\/\d+)\/?$/i;

/** Telegram marks what is a link: it knows which endings are those of sites. A command may be followed by links. */
function linksIn({ text: whole, entities = [] }: Message): Given | null {
  const command = /^\/sources(?:@\w+)?\s+/i.exec(whole ?? '')?.[0] ?? '';
  if (whole === undefined || (whole.startsWith('/') && command === '')) return null;
  const text = whole.slice(command.length).trim();
  const links = entities.filter(({ type }) => type === 'url' || type === 'text_link');
  const written = links.map(link =>
    link.type === 'text_link' ? link.url : whole.slice(link.offset, link.offset + link.length),
  );
  if (addressOnly.test(text)) written.splice(0, Number.POSITIVE_INFINITY, text);
  const [first] = written;
  if (first === undefined) return null;
  const length = addressOnly.test(text) ? text.length : links.reduce((sum, link) => sum + link.length, 0);
  if (text.length - length > mostBesides) return null;
  const telegram = written.length === 1 ? telegramLink.exec(first) : null;
  if (telegram) return { kind: 'channel', name: telegram[1] ?? first };
  // As they were written: where no scheme was, both may be meant.
  const addresses = new Map(written.toReversed().map(each => [addressToFetch(each) ?? each, each]));
  const besides = written.reduce((rest, link) => rest.replace(link, ' '), text);
  const hasWords = (besides.match(/\p{L}{2,}/gu)?.length ?? 0) >= fewestWords;
  return { kind: 'links', addresses: [...addresses.values()].toReversed(), hasWords };
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
