import type { Database } from '../../database/database.ts';
import { createPageRetries } from './page-retries.ts';
import { type ItemRow, itemColumns, itemFrom, sourceFrom, stored } from './rows.ts';
import type { NewSource, Source, SourceChanges, SourceFigures, SourceNews, Sources } from './types.ts';

const columns: Record<keyof SourceChanges, string> = {
  name: 'name',
  renamed: 'renamed',
  url: 'url',
  home: 'home',
  labels: 'labels',
  folders: 'folders',
  language: 'language',
  textFrom: 'text_from',
  archive: 'archive',
  paused: 'paused',
};

/** The sources of the library. */
export function createSources(database: Database): Sources {
  const byId = database.prepare('select * from sources where id = ?');
  const byUrl = database.prepare('select * from sources where url = ? order by removed_at is null desc, id');
  const all = database.prepare(
    'select * from sources where removed_at is null order by name collate nocase, id',
  );
  const due = database.prepare(`
    select * from sources where due_at <= ? and paused = 0 and removed_at is null order by due_at, id limit ?`);
  const insert = database.prepare(`
    insert into sources (kind, name, renamed, url, home, labels, folders, language, text_from, archive, added, due_at,
      polling)
    values (@kind, @name, @renamed, @url, @home, @labels, @folders, @language, @textFrom, @archive, @added, @dueAt,
      @polling)`);
  const setPolling = database.prepare(
    'update sources set polling = @polling, due_at = @dueAt, url = @url where id = @id',
  );
  const setDue = database.prepare('update sources set due_at = ? where id = ?');
  const remove = database.prepare('update sources set removed_at = ?, removal = ? where id = ?');
  const restore = database.prepare(
    'update sources set removed_at = null, removal = null where id = ? and removed_at is not null',
  );
  const removed = database.prepare(
    `select id, removal = 'with-articles' as articles from sources where removed_at < ? order by removed_at`,
  );
  const eraseItems = database.prepare('delete from source_items where source = ?');
  const eraseRetries = database.prepare('delete from page_retries where source = ?');
  const erase = database.prepare('delete from sources where id = ? and removed_at is not null');

  const oneOf = (row: unknown): Source | null => (row === undefined ? null : sourceFrom(row));

  const add = database.transaction((given: NewSource, now: number) => {
    const there = oneOf(byUrl.get(given.url));
    if (there) {
      if (there.removedAt !== null) restore.run(there.id);
      return { source: { ...there, removedAt: null }, isNew: there.removedAt !== null };
    }
    const isAsked = given.kind === 'feed' || given.kind === 'page';
    const { lastInsertRowid } = insert.run({
      kind: given.kind,
      name: given.name,
      url: given.url,
      home: given.home ?? null,
      language: given.language ?? null,
      renamed: Number(given.renamed ?? false),
      labels: JSON.stringify(given.labels ?? []),
      folders: JSON.stringify(given.folders ?? []),
      textFrom: given.textFrom ?? 'auto',
      archive: Number(given.archive ?? false),
      added: now,
      dueAt: given.dueAt ?? (isAsked ? now : null),
      polling: given.polling ?? null,
    });
    return { source: sourceFrom(byId.get(lastInsertRowid)), isNew: true };
  });

  const change = database.transaction((id: number, changes: SourceChanges) => {
    for (const [name, value] of Object.entries(changes))
      if (value !== undefined)
        database
          .prepare(`update sources set ${columns[name as keyof SourceChanges]} = ? where id = ?`)
          .run(stored(value), id);
  });

  const eraseAll = database.transaction((id: number) => {
    eraseRetries.run(id);
    eraseItems.run(id);
    erase.run(id);
  });

  return {
    add: async (source, now) => add.immediate(source, now),
    get: async id => oneOf(byId.get(id)),
    at: async url => oneOf(byUrl.get(url)),
    list: async () => all.all().map(sourceFrom),
    due: async (now, limit) => due.all(now, limit).map(sourceFrom),
    change: async (id, changes) => change.immediate(id, changes),
    setPolling: async (id, state) => void setPolling.run({ id, ...state }),
    setDue: async (id, dueAt) => void setDue.run(dueAt, id),
    remove: async (id, now, { withArticles }) =>
      void remove.run(now, withArticles ? 'with-articles' : 'keep-articles', id),
    restore: async id => restore.run(id).changes === 1,
    removedBefore: async moment =>
      (removed.all(moment) as { id: number; articles: number }[]).map(({ id, articles }) => ({
        id,
        withArticles: articles === 1,
      })),
    erase: async id => eraseAll.immediate(id),
    ...createItems(database),
    ...createEvents(database),
    ...createPageRetries(database),
  };
}

function createItems(
  database: Database,
): Pick<Sources, 'items' | 'keepItems' | 'articles' | 'itemOf' | 'figures'> {
  const items = database.prepare(`select ${itemColumns} from source_items where source = ?`);
  const itemOf = database.prepare(`select source, ${itemColumns} from source_items where article = ?`);
  const keep = database.prepare(`
    insert into source_items (source, ${itemColumns}, arrived, seen)
    values (@source, @key, @guid, @url, @title, @hash, @article, @problem, @teaser, @now, @now)
    on conflict (source, key) do update set guid = excluded.guid, url = excluded.url, title = excluded.title,
      hash = excluded.hash, article = excluded.article, problem = excluded.problem, teaser = excluded.teaser,
      seen = excluded.seen`);
  const articles = database
    .prepare(
      'select article from source_items join articles on articles.id = article where source_items.source = ? limit ?',
    )
    .pluck();
  const figures = database.prepare(`
    select source, count(article) as articles, count(case when arrived >= ? then article end) as recent,
      max(case when article is not null then arrived end) as lastArrival
    from source_items group by source`);
  const keepAll = database.transaction(
    (source: number, kept: Parameters<Sources['keepItems']>[1], now: number) => {
      for (const item of kept) keep.run({ ...item, teaser: Number(item.teaser), source, now });
    },
  );

  return {
    items: async id => (items.all(id) as ItemRow[]).map(itemFrom),
    keepItems: async (id, kept, now) => keepAll.immediate(id, kept, now),
    articles: async (id, limit) => articles.all(id, limit) as string[],
    itemOf: async article => {
      const row = itemOf.get(article) as (ItemRow & { source: number }) | undefined;
      return row === undefined ? null : itemFrom(row);
    },
    figures: async since =>
      new Map(
        (figures.all(since) as (SourceFigures & { source: number })[]).map(({ source, ...counts }) => [
          source,
          counts,
        ]),
      ),
  };
}

function createEvents(database: Database): Pick<Sources, 'addEvents' | 'unreported' | 'setReported'> {
  const add = database.prepare(`
    insert into source_events (source, name, kind, cause, happened)
    select id, name, @kind, @cause, @now from sources where id = @id`);
  const unreported = database.prepare(
    'select id, source, name, kind, cause, happened from source_events where noted is null order by id',
  );
  const last = database.prepare('select max(noted) from source_events').pluck();
  const note = database.prepare('update source_events set noted = ? where id = ?');
  const addAll = database.transaction(
    (id: number, events: readonly { kind: string; cause: string | null }[], now: number) => {
      for (const event of events) add.run({ id, ...event, now });
    },
  );
  const noteAll = database.transaction((ids: readonly number[], now: number) => {
    for (const id of ids) note.run(now, id);
  });

  return {
    addEvents: async (id, events, now) => addAll.immediate(id, events, now),
    unreported: async () => ({
      events: unreported.all() as SourceNews[],
      lastReported: (last.get() as number | null) ?? null,
    }),
    setReported: async (ids, now) => noteAll.immediate(ids, now),
  };
}
