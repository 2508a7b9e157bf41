import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { addressWithoutSecrets } from '../../sources/fetch/address.ts';
import type { Fetcher } from '../../sources/fetch/fetcher.ts';
import type { Cause } from '../../sources/fetch/outcome.ts';
import type { OpmlFeed } from '../../sources/opml/opml.ts';
import type { Parser } from '../../sources/parsing/parser.ts';

/** Lists of feeds to start with, by country and by topic. */
export type Pack = { name: string; group: 'countries' | 'topics' };

/** A feed of a pack that can't be read now. */
export type Skipped = { name: string; cause: Cause };

/** How many feeds are tried at the same time. */
const mostAtOnce = 8;

/** The packs in a folder with a folder for each group; none if it isn't there. */
export async function packsIn(folder: string): Promise<Pack[]> {
  const found: Pack[] = [];
  for (const group of ['countries', 'topics'] as const) {
    const names = await readdir(join(folder, group)).catch(() => []);
    for (const file of names.sort())
      if (file.endsWith('.opml')) found.push({ name: file.slice(0, -'.opml'.length), group });
  }
  return found;
}

/** The bytes of a pack, by its name in any case; null if there is none. */
export async function packNamed(folder: string, name: string): Promise<{ pack: Pack; bytes: Buffer } | null> {
  const packs = await packsIn(folder);
  const pack = packs.find(each => each.name.toLowerCase() === name.trim().toLowerCase());
  if (!pack) return null;
  return { pack, bytes: await readFile(join(folder, pack.group, `${pack.name}.opml`)) };
}

/** Fetches each feed once, several at a time: those that can be read, in their order, and those that can't. */
export async function readableFeeds(
  feeds: readonly OpmlFeed[],
  parts: { fetcher: Fetcher; parser: Parser },
): Promise<{ readable: OpmlFeed[]; skipped: Skipped[] }> {
  const causes: (Cause | null)[] = [];
  let next = 0;
  const work = async () => {
    for (let at = next++; at < feeds.length; at = next++) causes[at] = await causeAt(feeds[at]!.url, parts);
  };
  await Promise.all(Array.from({ length: mostAtOnce }, work));
  return {
    readable: feeds.filter((_, at) => causes[at] === null),
    skipped: feeds.flatMap(({ title, url }, at) => {
      const cause = causes[at];
      return cause ? [{ name: title ?? addressWithoutSecrets(url), cause }] : [];
    }),
  };
}

async function causeAt(
  url: string,
  { fetcher, parser }: { fetcher: Fetcher; parser: Parser },
): Promise<Cause | null> {
  const outcome = await fetcher.get(url);
  if (outcome.kind === 'unchanged') return null;
  if (outcome.kind === 'failed') return outcome.cause;
  const feed = await parser.feed({ bytes: outcome.body, charset: outcome.charset, url: outcome.url });
  return 'reason' in feed ? feed.reason : null;
}
