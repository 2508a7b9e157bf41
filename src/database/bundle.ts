import { closeSync, openSync, readSync, statSync, writeSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import type { Database } from './database.ts';
import { syncFile } from './files.ts';

/**
 * A backup is a news database that carries the deliveries' file in a table of its own, in pieces. One rename puts
 * both back, so no crash leaves the one without the other.
 */

/** In bytes. */
const pieceSize = 1 << 20;

/** Whether a news database carries deliveries. */
export function holdsDeliveries(database: Database): boolean {
  return (
    database.prepare("select 1 from sqlite_schema where name = 'bundled_deliveries'").pluck().get() === 1
  );
}

/** Puts the closed deliveries database at `deliveries` into the news database at `file`, which no other process uses. */
export function bundleDeliveries(file: string, deliveries: string): void {
  const database = new Sqlite(file);
  const from = openSync(deliveries, 'r');
  try {
    database.pragma('journal_mode = DELETE');
    database.exec('create table bundled_deliveries (piece integer primary key, bytes blob not null) strict');
    const insert = database.prepare('insert into bundled_deliveries (bytes) values (?)');
    const { size } = statSync(deliveries);
    database.transaction(() => {
      for (let at = 0; at < size; at += pieceSize) {
        const piece = Buffer.alloc(Math.min(pieceSize, size - at));
        readSync(from, piece, 0, piece.length, at);
        insert.run(piece);
      }
    })();
  } finally {
    closeSync(from);
    database.close();
  }
}

/** Writes the deliveries that a news database carries to the file `to`, with `applicationId` in its header. */
export function extractDeliveries(database: Database, to: string, applicationId: number): void {
  const file = openSync(to, 'w');
  try {
    const pieces = database.prepare('select bytes from bundled_deliveries order by piece').pluck();
    for (const bytes of pieces.iterate() as IterableIterator<Buffer>) writeSync(file, bytes);
  } finally {
    closeSync(file);
  }
  const deliveries = new Sqlite(to);
  deliveries.pragma(`application_id = ${applicationId}`);
  deliveries.close();
  syncFile(to);
}
