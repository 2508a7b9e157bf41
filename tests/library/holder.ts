/** A process of its own that holds a library's instance lock, or its deliveries' lock for writing, until it is killed. */

import { openDatabase } from '../../src/database/database.ts';
import { lockInstance } from '../../src/database/instance-lock.ts';
import { deliveriesSchema } from '../../src/database/migrations/deliveries/index.ts';
import { newsSchema } from '../../src/database/migrations/news/index.ts';
import { deliveriesPath } from '../../src/database/two-files.ts';

const [file = '', what] = process.argv.slice(2);
const database = openDatabase(
  what === 'claim' ? file : deliveriesPath(file),
  what === 'claim' ? newsSchema : deliveriesSchema,
);
if (what === 'claim') lockInstance(file);
else database.exec('begin immediate');
process.send?.('held');
// What nobody refers to is closed one day.
setInterval(() => database.open, 60_000);
