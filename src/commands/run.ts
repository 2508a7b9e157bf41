import { readFileSync } from 'node:fs';
import { LibraryError } from '../database/library-error.ts';
import { ConfigError } from '../system/config.ts';
import { redactTokens } from '../system/log.ts';
import { parseArguments } from './cli/arguments.ts';
import { exitCodes, UsageError } from './cli/exit-codes.ts';
import { type CommandIo, ownPath, writeLine } from './cli/open.ts';
import { helpFor, overview, usageOf } from './help.ts';
import { commands } from './table.ts';

/** Errors whose message is a line for the user; of all others the stack trace is shown. */
const plainErrors = ['Failure', 'DamagedReading', 'KnowledgeError', 'ForeignBot', 'GrammyError', 'HttpError'];

/** Runs one command; gives the exit code. Errors are one line on stderr. */
export async function run([name, ...args]: string[], io: CommandIo): Promise<number> {
  if (name === undefined) {
    await writeLine(io.err, overview());
    return exitCodes.usage;
  }
  if (name === '--version') {
    await writeLine(io.out, version());
    return exitCodes.ok;
  }
  if (name === 'help' || name === '--help' || name === '-h') return help(args[0], io);
  if (!isCommand(name)) return unknownCommand(name, io);
  if (args.includes('--help')) return help(name, io);
  const { options = {}, open } = commands[name]!;
  try {
    const parsed = parseArguments(args, options);
    return await (await open())(parsed, io);
  } catch (error) {
    await writeLine(io.err, redactTokens(errorLine(error, name, args)));
    return error instanceof UsageError ? exitCodes.usage : exitCodes.failed;
  }
}

async function help(name: string | undefined, io: CommandIo): Promise<number> {
  if (name !== undefined && !isCommand(name)) return unknownCommand(name, io);
  await writeLine(io.out, name === undefined ? overview() : helpFor(name));
  return exitCodes.ok;
}

async function unknownCommand(name: string, io: CommandIo): Promise<number> {
  await writeLine(io.err, `unknown command: ${name}\n\n${overview()}`);
  return exitCodes.usage;
}

function isCommand(name: string): boolean {
  return Object.hasOwn(commands, name);
}

function version(): string {
  return (JSON.parse(readFileSync(ownPath('package.json'), 'utf8')) as { version: string }).version;
}

/** More calls than this are not all named in one line. */
const mostCalls = 3;

/** The calls of a command, only those of the subcommand that was meant where there are many. */
function usageLine(command: string, args: string[]): string {
  const all = usageOf(command);
  const own = all.filter(call => args.includes(call.split(' ')[2] ?? ''));
  const calls = own.length > 0 ? own : all;
  return calls.length > mostCalls
    ? `\`communique ${command} --help\` explains each`
    : `Usage: ${calls.join(' or ')}`;
}

/** What was wrong and what to do; unexpected errors with their stack trace. */
function errorLine(error: unknown, command: string, args: string[]): string {
  if (error instanceof UsageError) return `${command}: ${error.message}. ${usageLine(command, args)}`;
  if (error instanceof ConfigError) return error.lines.join('\n');
  if (error instanceof LibraryError) return `${error.message}. ${error.fix}`;
  const { code, path = '' } = error as { code?: string; path?: string };
  if (code === 'ENOENT') return `no such file: ${path}`;
  if (code === 'EACCES') return `no permission to open ${path}`;
  if (!(error instanceof Error)) return String(error);
  return plainErrors.includes(error.name) ? error.message : (error.stack ?? error.message);
}
