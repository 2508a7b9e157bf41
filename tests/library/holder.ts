/** A process of its own that holds a library's claim, or its lock for writing, until it is killed. */
import { openDatabase } from '../../src/library/database.ts';
import { openLibrary } from '../../src/library/library.ts';

const [file = '', what] = process.argv.slice(2);
if (what === 'claim') openLibrary(file).claim();
else openDatabase(file).exec('begin immediate');
process.send?.('held');
setInterval(() => {}, 60_000);
