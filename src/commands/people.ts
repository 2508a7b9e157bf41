import { parseArgs } from 'node:util';
import type { DecidingOutcome, People, PersonSummary } from '../library/model/types.ts';
import { readConfig } from '../system/config.ts';
import { exits, Failure, UsageError } from './failure.ts';
import { type Surroundings, withLibrary, writeLine } from './open.ts';

const usage =
  'people list [NAME] [--limit N], people show ID, people join ID ID, people split ID ARTICLE|NAME';
const usualLimit = 30;

/**
 * `people list [NAME]`: who is known by a name, or who stands in the most articles; `people show ID`: in which
 * articles, and what each calls them; `people join ID ID` and `people split ID ARTICLE|NAME`: decides by hand
 * who is who, for good.
 */
export async function people(args: string[], around: Surroundings): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { limit: { type: 'string' } },
  });
  const [what, ...words] = positionals;
  const limit = Number(values.limit ?? usualLimit);
  if (!Number.isInteger(limit) || limit < 1) throw new UsageError('--limit takes a whole number from 1 on');
  const task = taskFor(what, words, limit);
  const { database } = readConfig(around.environment, around.folder);
  const lines = await withLibrary(database, library => task(library.people));
  for (const line of lines) await writeLine(around.out, line);
  return exits.done;
}

type Task = (people: People) => Promise<string[]>;

function taskFor(what: string | undefined, words: string[], limit: number): Task {
  const [id = '', other = ''] = words.map(word => word.replace(/^#(?=\d+$)/, ''));
  if (what === 'list') return people => listed(people, words.join(' '), limit);
  if (what === 'show' && words.length === 1) return people => shown(people, id);
  if (what === 'join' && words.length === 2) return people => joined(people, id, other);
  if (what === 'split' && words.length > 1) return people => parted(people, id, words.slice(1).join(' '));
  throw new UsageError(usage);
}

async function listed(people: People, name: string, limit: number): Promise<string[]> {
  if (name === '') return (await people.leading(limit)).map(lineOf);
  const { fits, nearest } = await people.find(name);
  if (fits.length > 0) return fits.slice(0, limit).map(lineOf);
  const near = nearest.map(person => `${person.id} ${person.name}`).join(', ');
  throw new Failure(`nobody is called ${name}${near === '' ? '' : `; nearest: ${near}`}`);
}

function lineOf({ id, name, role, articles }: PersonSummary): string {
  return [id, name, role ?? '', counted(articles)].join('\t');
}

async function shown(people: People, id: string): Promise<string[]> {
  const person = await people.get(id);
  if (!person) throw nobody(id);
  const written = await people.writtenAs(id);
  return [
    lineOf(person),
    ...written.map(({ article, name, role }) =>
      [article.id, article.published ?? '', name, role ?? ''].join('\t'),
    ),
  ];
}

async function joined(people: People, id: string, other: string): Promise<string[]> {
  const done = mended(await people.join(id, other));
  return [`${counted(done.articles)} joined to ${done.id} ${(await people.get(done.id))?.name ?? ''}`];
}

async function parted(people: People, id: string, what: string): Promise<string[]> {
  const done = mended(await people.split(id, what));
  return [
    `${counted(done.articles)} parted from ${id}: now ${done.id} ${(await people.get(done.id))?.name ?? ''}`,
  ];
}

/** @throws Failure where nothing was done */
function mended(result: DecidingOutcome): Extract<DecidingOutcome, { outcome: 'done' }> {
  if (result.outcome === 'done') return result;
  if (result.outcome === 'nobody') throw nobody(result.id);
  if (result.outcome === 'same') throw new Failure('both are one person already: name two');
  if (result.outcome === 'all')
    throw new Failure(`all of their articles (${result.articles}) would go: name fewer, by an article’s id`);
  throw new Failure(
    `none of their articles has the id ${result.what} or calls them so; \`people show ID\` lists both`,
  );
}

function nobody(id: string): Failure {
  return new Failure(`there is nobody with the id ${id}; \`people list NAME\` tells ids`);
}

function counted(articles: number): string {
  return `${articles} ${articles === 1 ? 'article' : 'articles'}`;
}
