/** A process that opens a library on the word of its parent, to be killed while it takes over an older database. */
import { openLibrary } from '../../src/store.ts';

process.on('message', () => {
  openLibrary(process.argv[2]!).close();
  process.exit(0);
});
process.send?.('ready');
