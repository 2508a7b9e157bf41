import type { Source, Sources } from '../../library/sources/types.ts';
import { idOf } from '../../reading/text/article-id.ts';
import type { Library } from '../../store.ts';
import { readArticle, type Stored, storeReading } from '../store-article.ts';
import type { Readers } from '../workers/readers.ts';

/** A post of a Telegram channel. */
export type ChannelPost = {
  chatId: number;
  messageId: number;
  /** The channel's name. */
  channel: string;
  /** The channel's public name without the `@`, if it has one. */
  username: string | null;
  text: string;
  /** Milliseconds since the epoch. */
  postedAt: number;
  editedAt: number | null;
};

/** The address of a channel as a source. */
export function channelUrl(chatId: number): string {
  return `telegram:${chatId}`;
}

/** The source that a channel is, if its posts are taken. */
export async function channelSource(sources: Sources, chatId: number): Promise<Source | null> {
  const source = await sources.at(channelUrl(chatId));
  return source === null || source.removedAt !== null || source.paused ? null : source;
}

/** Stores a post as an article, in place of what the post said before it was edited. */
export async function takePost(
  post: ChannelPost,
  source: Source | null,
  now: number,
  parts: { library: Library; readers: Readers },
): Promise<Stored> {
  const key = `${post.chatId}-${post.messageId}`;
  const published = new Date(post.postedAt).toISOString();
  const read = await readArticle(
    {
      id: `t${key}`,
      text: post.text,
      publishedAt: published,
      ...(post.editedAt === null ? {} : { updatedAt: new Date(post.editedAt).toISOString() }),
      ...(post.username === null ? {} : { url: `https://t.me/${post.username}/${post.messageId}` }),
      source: source?.name ?? post.channel,
    },
    parts.readers,
    now,
  );
  const stored: Stored =
    'refused' in read
      ? { outcome: 'refused', ...read.refused }
      : await storeReading(parts.library, read.reading, { now, archive: source?.archive ?? false });
  if (source !== null) {
    const isRefused = stored.outcome === 'refused';
    const item = {
      key,
      guid: key,
      url: null,
      title: 'reading' in read ? read.reading.title : null,
      hash: idOf(post.text),
      article: isRefused ? null : stored.id,
      problem: isRefused ? stored.reason : null,
      teaser: false,
    };
    await parts.library.sources.keepItems(source.id, [item], now);
  }
  return stored;
}
