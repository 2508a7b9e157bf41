import { articlesOf } from './articles.ts';
import { askedOf } from './asked.ts';
import { backupTo } from './backup.ts';
import { belongingsOf } from './belongings.ts';
import { claim } from './claim.ts';
import { type Database, type DatabaseOptions, openDatabase } from './database.ts';
import { exportsOf } from './exports.ts';
import { watched } from './failures.ts';
import { guestsOf } from './guests.ts';
import { inboxOf } from './inbox.ts';
import { keptQuestionsOf } from './kept-questions.ts';
import type { LibraryError } from './library-error.ts';
import { newsOf } from './news.ts';
import { notesOf } from './notes.ts';
import { outboxOf } from './outbox.ts';
import { overviewOf } from './overview.ts';
import { ownerOf } from './owner.ts';
import { peopleOf } from './people.ts';
import { searchOf } from './search.ts';
import { spaceOf } from './space.ts';
import { storiesOf } from './stories.ts';
import { subscriptionsOf } from './subscriptions.ts';
import { timekeepingOf } from './timekeeping.ts';
import { timelineOf } from './timeline.ts';
import { topicsOf } from './topics.ts';

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
