import { z } from 'zod';
import { plainLine } from '../text/markup.ts';
import type { Feed } from './feed.ts';
import { feedDate } from './feed-date.ts';
import { address, type Base, contentOf, nameOf } from './item-parts.ts';

const text = z.coerce.string().optional().catch(undefined);
const itemSchema = z.object({
  title: text,
  link: text,
  description: text,
  author: text,
  pubDate: text,
  guid: z
    .union([z.string().transform(value => ({ '#value': value })), z.object({ '#value': text })])
    .optional()
    .catch(undefined),
});
const schema = z.object({
  rss: z.object({
    channel: z.object({
      title: text,
      link: text,
      language: text,
      ttl: z.coerce.number().positive().optional().catch(undefined),
      item: z.array(itemSchema.catch({})).default([]),
    }),
  }),
});

/** A feed in the RSS elements written as JSON, `{"rss": {"channel": …}}`; null for other JSON. Throws for anything but JSON. */
export function fromRssInJson(json: string, base: Base): Feed | null {
  const parsed = schema.safeParse(JSON.parse(json));
  if (!parsed.success) return null;
  const { channel } = parsed.data.rss;
  return {
    format: 'rss',
    title: line(channel.title),
    home: address(channel.link, base),
    language: channel.language ?? null,
    ttlMinutes: channel.ttl ?? null,
    salvaged: false,
    items: channel.item.map(item => ({
      id: item.guid?.['#value'] ?? null,
      url: address(item.link, base),
      title: line(item.title),
      publishedAt: feedDate(item.pubDate),
      updatedAt: null,
      author: nameOf(item.author),
      ...contentOf(item.description, undefined),
    })),
  };
}

function line(given: string | undefined): string | null {
  return (given && plainLine(given)) || null;
}
