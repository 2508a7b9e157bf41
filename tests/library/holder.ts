/** A process of its own that holds a library's claim, or its lock for writing, until it is killed. */

import { openDatabase } from '../../src/database/database.ts';
import { claim } from '../../src/database/instance-lock.ts';

const [file = '', what] = process.argv.slice(2);
const database = openDatabase(file);
if (what === 'claim') claim(file);
else database.exec('begin immediate');
process.send?.('held');
// What nobody refers to is closed one day.
setInterval(() => database.open, 60_000);
