import { backupTo } from './database/backup.ts';
import { type Database, type DatabaseOptions, openDatabase } from './database/database.ts';
import { spaceOf } from './database/disk-usage.ts';
import { claim } from './database/instance-lock.ts';
import { ownerOf } from './database/key-value.ts';
import type { LibraryError } from './database/library-error.ts';
import { timekeepingOf } from './database/timekeeping.ts';
import { watched } from './database/translate-errors.ts';
import { guestsOf } from './deliveries/access-list.ts';
import { inboxOf } from './deliveries/inbox.ts';
import { notesOf } from './deliveries/notifications.ts';
import { outboxOf } from './deliveries/outbox.ts';
import { belongingsOf } from './deliveries/personal-data.ts';
import { askedOf } from './deliveries/read-markers.ts';
import { overviewOf } from './deliveries/status.ts';
import { keptQuestionsOf } from './deliveries/stored-queries.ts';
import { subscriptionsOf } from './deliveries/subscriptions.ts';
import { articlesOf } from './library/articles/articles.ts';
import { exportsOf } from './library/exports.ts';
import { newsOf } from './library/news/news.ts';
import { peopleOf } from './library/people/people.ts';
import { searchOf } from './library/search/search.ts';
import { storiesOf } from './library/stories/stories.ts';
import { timelineOf } from './library/timeline/timeline.ts';
import { topicsOf } from './library/topics/topics.ts';

/** The library in one file: each noun of it, joined on one connection. */
export type Library = ReturnType<typeof openLibrary>;

/**
 * Opens the library in the file at `path`; see `openDatabase`.
 * @throws LibraryError with a `fix` for the owner
 */
export function openLibrary(path: string, options: DatabaseOptions = {}) {
  const database = openDatabase(path, options);
  let tell: (error: LibraryError) => void = () => {};
  const broken = new Promise<LibraryError>(resolve => {
    tell = resolve;
  });
  return {
    ...watched(roomsOn(database), path, error => tell(error)),
    /** Resolves once the database cannot be used any longer, as when its disk is full: it is time to stop. */
    broken,
    /** How large the database is and how much room its disk has; null for one in memory. */
    space: () => spaceOf(path),
    /** Claims the database for one running bot until the function given back is called; see `claim`. */
    claim: () => claim(path),
    /** Writes a consistent copy to `file` while the library is used. */
    backup: (file: string) => backupTo(database, file),
    /** Ends the connection; nothing of the library may be called after it. */
    close: () => {
      database.close();
    },
  };
}

function roomsOn(database: Database) {
  return {
    articles: articlesOf(database),
    people: peopleOf(database),
    topics: topicsOf(database),
    stories: storiesOf(database),
    search: searchOf(database),
    timeline: timelineOf(database),
    news: newsOf(database),
    asked: askedOf(database),
    /** What the library holds, a plain object at a time; see the machine contract. */
    export: exportsOf(database),
    inbox: inboxOf(database),
    outbox: outboxOf(database),
    subscriptions: subscriptionsOf(database),
    notes: notesOf(database),
    overview: overviewOf(database),
    guests: guestsOf(database),
    belongings: belongingsOf(database),
    keptQuestions: keptQuestionsOf(database),
    owner: ownerOf(database),
    timekeeping: timekeepingOf(database),
  };
}
