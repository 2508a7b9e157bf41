/**
 * Writes a database of one schema with something in every table, as SQL, for the test that each of them is
 * still opened: `node scripts/fixture.ts [VERSION]`, the newest if none is named. It is the fixture of the
 * schema before, brought on by the step of this one, with the rows of `rows-VERSION.sql` if there is such a file.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { ownPath } from '../src/commands/cli/open.ts';
import { migrations } from '../src/database/migrations/index.ts';
import { countsOf, dumpOf, fromDump } from '../tests/library/dump.ts';

const folder = ownPath('tests/library/fixtures');
const version = Number(process.argv[2] ?? migrations.at(-1)!.version);
const at = migrations.findIndex(step => step.version === version);
if (at < 1) throw new Error(`there is no step to schema ${process.argv[2]} that has one before it`);

const before = readFileSync(`${folder}/schema-${migrations[at - 1]!.version}.sql`, 'utf8');
const database = fromDump(':memory:', before);
database.exec(migrations[at]!.sql);
database.pragma(`user_version = ${version}`);
const rows = `${folder}/rows-${version}.sql`;
if (existsSync(rows)) database.exec(readFileSync(rows, 'utf8'));
const empty = Object.entries(countsOf(database)).flatMap(([table, count]) => (count === 0 ? [table] : []));
if (empty.length > 0)
  throw new Error(
    `nothing is in ${empty.join(', ')}: write rows for it into tests/library/fixtures/rows-${version}.sql`,
  );
writeFileSync(`${folder}/schema-${version}.sql`, dumpOf(database));
