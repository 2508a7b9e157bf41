import { z } from 'zod';
import { overviewFrom, windowFrom } from '../../answers/digest/window.ts';
import type { StoredQueries } from '../../deliveries/stored-queries.ts';

/** A stored query that is JSON; a forged key may lead to one that isn't. */
export function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON, as the key was forged.
    return null;
  }
}

const strings = z.array(z.string());
/** What a digest was composed from, as `filterText` writes it. */
const storedFilter = z.object({
  topics: strings,
  people: strings,
  words: strings,
  without: strings,
  withoutSources: strings,
  withoutPeople: strings.default([]),
  withoutStories: strings.default([]),
});

/** What a button under a digest asks for; null if its data are forged or no longer stored. */
export async function parseDigestButton(data: string, stored: Pick<StoredQueries, 'get'>) {
  const [, act, rest = ''] = /^c\|d\.(more|why)\.(.+)$/.exec(data) ?? [];
  const asked = act === undefined ? null : windowFrom(rest);
  const filter = asked && (await filterOf(asked.window.key, stored));
  return filter ? { act, ...asked, filter } : null;
}

/** The short digest whose story a button opens, or which it goes back to; null as above. */
export async function parseOverviewButton(data: string, stored: Pick<StoredQueries, 'get'>) {
  const [, act, rest = ''] = /^c\|d\.(open|close)\.(.+)$/.exec(data) ?? [];
  const opened = act === undefined ? null : overviewFrom(rest);
  const filter = opened && (await filterOf(opened.window.key, stored));
  return filter ? { act, opened, filter } : null;
}

async function filterOf(key: string, stored: Pick<StoredQueries, 'get'>) {
  const query = await stored.get(key);
  return query ? (storedFilter.safeParse(jsonOrNull(query)).data ?? null) : null;
}
