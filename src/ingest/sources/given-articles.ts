import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { webAddress } from '../../sources/fetch/address.ts';
import type { Fetcher } from '../../sources/fetch/fetcher.ts';
import { decode } from '../../sources/text/decoding.ts';
import { repairMojibake } from '../../sources/text/mojibake.ts';
import type { Library } from '../../store.ts';
import type { Clock } from '../../system/clock.ts';
import { type LoadCounts, loadPaths } from '../load.ts';
import type { Readers } from '../workers/readers.ts';
import { readArticle, type Stored } from './store-article.ts';

/** Reads the page at an address once, as an article. */
export async function readPage(
  address: string,
  {
    library,
    readers,
    fetcher,
    clock,
  }: { library: Library; readers: Readers; fetcher: Fetcher; clock: Clock },
): Promise<Stored | { outcome: 'failed'; cause: string }> {
  const url = webAddress(address);
  if (url === null) return { outcome: 'failed', cause: 'address' };
  const outcome = await fetcher.get(url, { accept: 'text/html, */*;q=0.5' });
  if (outcome.kind !== 'fetched')
    return { outcome: 'failed', cause: outcome.kind === 'failed' ? outcome.cause : 'http-error' };
  const decoded = decode(outcome.body, outcome.charset);
  if (!('text' in decoded)) return { outcome: 'refused', reason: decoded.reason };
  const source = new URL(outcome.url).hostname.replace(/^www\./, '');
  const html = repairMojibake(decoded.text);
  const read = await readArticle({ text: '', html, url: outcome.url, source }, readers, clock.now());
  if ('refused' in read) return { outcome: 'refused', reason: read.refused };
  const added = await library.articles.add(read.reading, { now: clock.now() });
  return added.outcome === 'refused' ? added : { outcome: added.outcome, id: added.id };
}

/** Loads a file of articles, as `load` does. `name` decides how it is read, and the reasons call it by its last part. */
export async function takeFile(
  name: string,
  bytes: Uint8Array,
  { library, readers, clock }: { library: Library; readers: Readers; clock: Clock },
): Promise<{ counts: LoadCounts; reasons: string[] }> {
  const scratch = await mkdtemp(join(tmpdir(), 'communique-file-'));
  const reasons: string[] = [];
  try {
    const path = join(scratch, basename(name).replace(/^\.+/, '') || 'file.txt');
    await writeFile(path, bytes);
    const counts = await loadPaths(library, readers, [path], {
      now: clock.now(),
      onRefused: line => reasons.push(line.replace(`${scratch}/`, '')),
      onDoubt: line => reasons.push(line),
    });
    return { counts, reasons };
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}
