import { type Database, type DatabaseOptions, openDatabase } from './database.ts';
import { inboxOf } from './inbox.ts';
import { keptQuestionsOf } from './kept-questions.ts';
import { outboxOf } from './outbox.ts';
import { ownerOf } from './owner.ts';
import { subscriptionsOf } from './subscriptions.ts';

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
