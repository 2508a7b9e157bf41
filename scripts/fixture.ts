/**
 * Writes a database of one schema with something in every table, as SQL, for the test that each of them is
 * still opened: `node scripts/fixture.ts news|deliveries [VERSION]`, the newest if none is named. It is the fixture
 * of the schema before, migrated by the step of this one, with the rows of `rows-VERSION.sql` if there is such a file.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { ownPath } from '../src/commands/cli/open.ts';
import { deliveriesSchema } from '../src/database/migrations/deliveries/index.ts';
import { newsSchema } from '../src/database/migrations/news/index.ts';
import { countsOf, dumpOf, fromDump } from '../tests/library/dump.ts';

const [room = '', wanted] = process.argv.slice(2);
const schema = { news: newsSchema, deliveries: deliveriesSchema }[room];
if (!schema) throw new Error('name the file: news or deliveries');
const folder = ownPath(`tests/database/fixtures/${room}`);
const version = Number(wanted ?? schema.steps.at(-1)!.version);
const at = schema.steps.findIndex(step => step.version === version);
if (at < 0) throw new Error(`there is no step to schema ${version}`);

const before = at === 0 ? '' : readFileSync(`${folder}/schema-${schema.steps[at - 1]!.version}.sql`, 'utf8');
const database = fromDump(':memory:', before);
database.exec(schema.steps[at]!.sql);
database.pragma(`application_id = ${schema.applicationId}`);
database.pragma(`user_version = ${version}`);
const rows = `${folder}/rows-${version}.sql`;
if (existsSync(rows)) database.exec(readFileSync(rows, 'utf8'));
const empty = Object.entries(countsOf(database)).flatMap(([table, count]) => (count === 0 ? [table] : []));
if (empty.length > 0) throw new Error(`nothing is in ${empty.join(', ')}: write rows for it into ${rows}`);
writeFileSync(`${folder}/schema-${version}.sql`, dumpOf(database));
