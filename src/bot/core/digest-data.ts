import { z } from 'zod';
import { windowFrom } from '../../answers/digest/window.ts';
import type { StoredQueries } from '../../deliveries/stored-queries.ts';

const strings = z.array(z.string());
/** What a digest was composed from, as `filterText` writes it; a forged key may lead to any other query. */
const storedFilter = z.object({
  topics: strings,
  people: strings,
  words: strings,
  without: strings,
  withoutSources: strings,
});

/** What a button under a digest asks for; null if its data are forged or no longer stored. */
export async function parseDigestButton(data: string, stored: Pick<StoredQueries, 'get'>) {
  const [, act, rest = ''] = /^c\|d\.(more|why)\.(.+)$/.exec(data) ?? [];
  const asked = act === undefined ? null : windowFrom(rest);
  const query = asked && (await stored.get(asked.window.key));
  if (!asked || !query?.startsWith('{')) return null;
  const filter = storedFilter.safeParse(JSON.parse(query)).data;
  return filter ? { act, ...asked, filter } : null;
}
