import { articlesOf } from './articles.ts';
import { backupTo } from './backup.ts';
import { type Database, type DatabaseOptions, openDatabase } from './database.ts';
import { exportsOf } from './exports.ts';
import { inboxOf } from './inbox.ts';
import { keptQuestionsOf } from './kept-questions.ts';
import { newsOf } from './news.ts';
import { outboxOf } from './outbox.ts';
import { ownerOf } from './owner.ts';
import { peopleOf } from './people.ts';
import { searchOf } from './search.ts';
import { storiesOf } from './stories.ts';
import { subscriptionsOf } from './subscriptions.ts';
import { timelineOf } from './timeline.ts';
import { topicsOf } from './topics.ts';

/** The library in one file: each noun of it, joined on one connection. */
export type Library = ReturnType<typeof libraryOn>;

/**
 * Opens the library in the file at `path`; see `openDatabase`.
 * @throws LibraryError with a `fix` for the owner
 */
export function openLibrary(path: string, options: DatabaseOptions = {}): Library {
  return libraryOn(openDatabase(path, options));
}

function libraryOn(database: Database) {
  return {
    articles: articlesOf(database),
    people: peopleOf(database),
    topics: topicsOf(database),
    stories: storiesOf(database),
    search: searchOf(database),
    timeline: timelineOf(database),
    news: newsOf(database),
    /** What the library holds, a plain object at a time; see the machine contract. */
    export: exportsOf(database),
    /** Writes a consistent copy to `file` while the library is used. */
    backup: (file: string) => backupTo(database, file),
    inbox: inboxOf(database),
    outbox: outboxOf(database),
    subscriptions: subscriptionsOf(database),
    keptQuestions: keptQuestionsOf(database),
    owner: ownerOf(database),
    /** Ends the connection; nothing of the library may be called after it. */
    close: () => {
      database.close();
    },
  };
}
