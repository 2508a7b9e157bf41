import type { DecidingOutcome, People } from '../../library/model/contracts.ts';
import type { PersonSummary } from '../../library/model/types.ts';
import { readConfig } from '../../system/config.ts';
import type { Arguments } from '../cli/arguments.ts';
import { exitCodes, Failure, UsageError } from '../cli/exit-codes.ts';
import { type CommandIo, withLibrary, writeLine } from '../cli/open.ts';

const defaultLimit = 30;

/**
 * `people list [NAME]`: people by name, or those in the most articles; `people show ID`: their articles, and
 * what each calls them; `people join ID ID` and `people split ID ARTICLE|NAME`: manual decisions, kept for good.
 */
export async function people(args: Arguments, io: CommandIo): Promise<number> {
  const [subcommand, ...words] = args.positionals;
  const task = taskFor(subcommand, words, args.count('limit') ?? defaultLimit);
  const { database } = readConfig(io.environment, io.folder);
  const lines = await withLibrary(database, library => task(library.people));
  for (const line of lines) await writeLine(io.out, line);
  return exitCodes.ok;
}

type Task = (people: People) => Promise<string[]>;

function taskFor(subcommand: string | undefined, words: string[], limit: number): Task {
  const [id = '', other = ''] = words.map(word => word.replace(/^#(?=\d+$)/, ''));
  if (subcommand === 'list') return people => list(people, words.join(' '), limit);
  if (subcommand === 'show' && words.length === 1) return people => show(people, id);
  if (subcommand === 'join' && words.length === 2) return people => join(people, id, other);
  if (subcommand === 'split' && words.length > 1)
    return people => split(people, id, words.slice(1).join(' '));
  throw new UsageError('say what to do');
}

async function list(people: People, name: string, limit: number): Promise<string[]> {
  if (name === '') return (await people.leading(limit)).map(lineOf);
  const { fits, nearest } = await people.find(name);
  if (fits.length > 0) return fits.slice(0, limit).map(lineOf);
  const near = nearest.map(person => `${person.id} ${person.name}`).join(', ');
  throw new Failure(`no one called ${name} was found${near === '' ? '' : `; did you mean: ${near}`}`);
}

function lineOf({ id, name, role, articles }: PersonSummary): string {
  return [id, name, role ?? '', counted(articles)].join('\t');
}

async function show(people: People, id: string): Promise<string[]> {
  const person = await people.get(id);
  if (!person) throw unknownId(id);
  const written = await people.writtenAs(id);
  return [
    lineOf(person),
    ...written.map(({ article, name, role }) =>
      [article.id, article.published ?? '', name, role ?? ''].join('\t'),
    ),
  ];
}

async function join(people: People, id: string, other: string): Promise<string[]> {
  const done = outcomeOf(await people.join(id, other));
  return [`${counted(done.articles)} merged into ${done.id} ${(await people.get(done.id))?.name ?? ''}`];
}

async function split(people: People, id: string, what: string): Promise<string[]> {
  const done = outcomeOf(await people.split(id, what));
  return [
    `${counted(done.articles)} split from ${id}: now ${done.id} ${(await people.get(done.id))?.name ?? ''}`,
  ];
}

/** @throws Failure where nothing was done */
function outcomeOf(result: DecidingOutcome): Extract<DecidingOutcome, { outcome: 'done' }> {
  if (result.outcome === 'done') return result;
  if (result.outcome === 'unknown') throw unknownId(result.id);
  if (result.outcome === 'same')
    throw new Failure('these are already the same person: give two different IDs');
  if (result.outcome === 'all')
    throw new Failure(
      `that is every one of their articles (${result.articles}): choose fewer, by article ID`,
    );
  throw new Failure(
    `none of their articles has the ID ${result.what} or uses that name; \`people show ID\` lists both`,
  );
}

function unknownId(id: string): Failure {
  return new Failure(`no person has the ID ${id}; \`people list NAME\` shows IDs`);
}

function counted(articles: number): string {
  return `${articles} ${articles === 1 ? 'article' : 'articles'}`;
}
