import { ConfigError } from '../config.ts';
import { LibraryError } from '../library/library-error.ts';
import { withoutTokens } from '../log.ts';
import { exits, UsageError } from './failure.ts';
import type { Surroundings } from './open.ts';

type Command = (args: string[], around: Surroundings) => Promise<number>;

/** Each command's room is entered only when it is asked for: `ask` need not wait for the reader to load. */
const commands: Record<string, { does: string; open(): Promise<Command> }> = {
  start: {
    does: 'runs the bot; without BOT_TOKEN a demo in the browser',
    open: async () => (await import('./start.ts')).start,
  },
  load: { does: 'PATH… [--archive]: loads articles', open: async () => (await import('./load.ts')).load },
  read: {
    does: '[FILE|-] [--published DATE] [--jsonl] | --feed FILE…: reads, stores nothing',
    open: async () => (await import('./read.ts')).read,
  },
  ask: {
    does: '"/who NAME" [--chat private|group] [--json]: asks the bot',
    open: async () => (await import('./ask.ts')).ask,
  },
  digest: {
    does: '--preview [--chat ID]: what the next digest would say',
    open: async () => (await import('./digest.ts')).digest,
  },
  export: {
    does: 'articles|people|stories|quotes|timeline [--about TEXT] [--limit N]: JSON Lines',
    open: async () => (await import('./exporting.ts')).exporting,
  },
  people: {
    does: 'list [NAME] | show ID | join ID ID | split ID ARTICLE|NAME: says who is who, and decides it',
    open: async () => (await import('./people.ts')).people,
  },
  remove: {
    does: 'article ID | source NAME: takes articles out',
    open: async () => (await import('./remove.ts')).remove,
  },
  deliveries: {
    does: '[--json]: what is due, sent, waiting, unknown or given up, and why',
    open: async () => (await import('./deliveries.ts')).deliveries,
  },
  topics: {
    does: 'try FILE | suggest [--limit N]: what a topics file would catch; what the articles bring up',
    open: async () => (await import('./topics.ts')).topics,
  },
  doctor: {
    does: 'checks configuration, database and token',
    open: async () => (await import('./doctor.ts')).doctor,
  },
  backup: {
    does: 'FILE: copies the database while the bot runs',
    open: async () => (await import('./backup.ts')).backup,
  },
  restore: { does: 'FILE: puts a copy back', open: async () => (await import('./backup.ts')).restore },
};

/** Runs one command; gives the exit code. Errors are one line on stderr. */
export async function run([name, ...args]: string[], around: Surroundings): Promise<number> {
  const command = name === undefined ? undefined : Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) {
    const asked = name === undefined || name === 'help' || name === '--help';
    const list = Object.entries(commands).map(([each, { does }]) => `  ${each.padEnd(10)} ${does}`);
    const stream = asked && name !== undefined ? around.out : around.err;
    stream.write(`${asked ? '' : `there is no command ${name}; these there are:\n`}${list.join('\n')}\n`);
    return asked && name !== undefined ? exits.done : exits.usage;
  }
  try {
    return await (await command.open())(args, around);
  } catch (error) {
    around.err.write(`${withoutTokens(said(error))}\n`);
    return isUsage(error) ? exits.usage : exits.failed;
  }
}

function isUsage(error: unknown): boolean {
  const code = (error as { code?: string }).code ?? '';
  return error instanceof UsageError || code.startsWith('ERR_PARSE_ARGS');
}

/** An error as a line that says what was wrong and what to do; what nobody foresaw with its trace. */
function said(error: unknown): string {
  if (error instanceof ConfigError) return error.lines.join('\n');
  if (error instanceof LibraryError) return `${error.message}. ${error.fix}`;
  if (isUsage(error)) return (error as Error).message.split('\n')[0] ?? '';
  const code = (error as { code?: string }).code;
  if (code === 'ENOENT') return `there is no file ${(error as { path?: string }).path ?? ''}`;
  if (code === 'EACCES') return `this user may not open ${(error as { path?: string }).path ?? ''}`;
  if (
    error instanceof Error &&
    ['Failure', 'KnowledgeError', 'ForeignBot', 'GrammyError', 'HttpError'].includes(error.name)
  )
    return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
