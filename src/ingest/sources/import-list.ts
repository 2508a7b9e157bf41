import type { Source, Sources } from '../../library/sources/types.ts';
import { addressWithoutSecrets, webAddress } from '../../sources/fetch/address.ts';
import type { Opml, OpmlFeed } from '../../sources/opml/opml.ts';

/** New sources of a list are asked one after the other, this many milliseconds apart. */
const apart = 2_000;

/** What came of a list: which were added, which were there already, and which can't be used, as they have no address. */
export type Imported = { added: Source[]; known: Source[]; refused: OpmlFeed[] };

/**
 * Adds the feeds of a list, each with its folders. A feed that is in several folders becomes one source, in the
 * first of them that isn't one of its labels, with the others as labels.
 */
export async function importList(list: Opml, sources: Sources, now: number): Promise<Imported> {
  const imported: Imported = { added: [], known: [], refused: [] };
  const byUrl = new Map<string, OpmlFeed[]>();
  for (const feed of list.feeds) {
    const url = webAddress(feed.url);
    if (url === null) imported.refused.push(feed);
    else byUrl.set(url, [...(byUrl.get(url) ?? []), feed]);
  }
  for (const [url, feeds] of byUrl) {
    const named = feeds.flatMap(({ labels = [] }) => labels);
    const first = feeds.find(({ folders }) => !named.includes(folders.join('/'))) ?? feeds[0]!;
    const others = feeds.filter(feed => feed !== first).map(({ folders }) => folders.join('/'));
    const labels = [...new Set([...named, ...others])].filter(Boolean);
    const { source, isNew } = await sources.add(
      {
        kind: first.isPage ? 'page' : 'feed',
        name: first.title ?? addressWithoutSecrets(url),
        // The list's title is what its owner knows it by.
        renamed: first.title !== null,
        url,
        home: first.home,
        language: first.language ?? null,
        folders: first.folders,
        labels,
        textFrom: first.textFrom ?? 'auto',
        archive: first.archive ?? false,
        dueAt: now + imported.added.length * apart,
      },
      now,
    );
    imported[isNew ? 'added' : 'known'].push(source);
  }
  return imported;
}

/** All feeds and pages as a list, each in its folders. */
export function sourcesAsList(sources: readonly Source[]): Opml {
  const feeds = sources
    .filter(({ kind }) => kind !== 'channel')
    .flatMap(({ kind, url, name, home, folders, labels, language, textFrom, archive }) => {
      // A comma would part a label in two.
      const whole = labels.filter(label => !label.includes(','));
      const feed = {
        url,
        ...(kind === 'page' ? { isPage: true as const } : {}),
        title: name,
        home,
        ...(language === null ? {} : { language }),
        ...(whole.length === 0 ? {} : { labels: whole }),
        ...(textFrom === 'auto' ? {} : { textFrom }),
        ...(archive ? { archive } : {}),
      };
      // A label with a folder's form is the other folder that an import found it in.
      const places = [folders, ...labels.map(label => label.split('/'))];
      return places.map(each => ({ ...feed, folders: each }));
    });
  return { title: 'Sources', feeds };
}
