import { join } from 'node:path';
import { type Database, openDatabase } from '../../src/database/database.ts';
import { deliveriesSchema } from '../../src/database/migrations/deliveries/index.ts';
import type { Schema } from '../../src/database/migrations/migration.ts';
import { newsSchema } from '../../src/database/migrations/news/index.ts';
import { createDeliveries } from '../../src/deliveries/deliveries.ts';
import { createLibrary } from '../../src/library/library.ts';
import { scratchFolder } from '../library/scratch.ts';
import { deliveriesContract } from './deliveries.ts';
import { newsContract } from './news.ts';

const folder = scratchFolder();
let files = 0;

/** A file for each store, and a connection for each process that opens it. */
function sqlite<Store>(schema: Schema, create: (database: Database) => Store) {
  return {
    open() {
      files += 1;
      const path = join(folder, `contract-${files}.db`);
      const connections: Database[] = [];
      const connect = () => {
        connections.push(openDatabase(path, schema));
        return create(connections.at(-1)!);
      };
      const close = () => {
        for (const connection of connections) connection.close();
      };
      return { store: connect(), reopen: connect, close };
    },
  };
}

deliveriesContract('SQLite', sqlite(deliveriesSchema, createDeliveries));
newsContract('SQLite', sqlite(newsSchema, createLibrary));
