import { enableCompileCache } from 'node:module';
import { constants, setPriority } from 'node:os';
import { setFlagsFromString } from 'node:v8';

// The reader of our output may close the pipe early, as `head` does: that's not an error on our side.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

// Work that takes long leaves the processor to a bot on the same machine.
if (['load', 'remove'].includes(process.argv[2] ?? '')) setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
// What runs for long next to the bot leaves memory to it: it is collected sooner, at some cost in time.
if (process.argv[2] === 'load') setFlagsFromString('--optimize-for-size');
// With V8's own threshold, much of the processor time of reading a few hundred articles goes into optimized machine code
// that is hardly used any more before they are read: what is to be optimized must have run more often.
if (['load', 'read'].includes(process.argv[2] ?? ''))
  setFlagsFromString('--invocation-count-for-turbofan=40000');
// A heap that starts small is searched for garbage each time it has grown by half, until the reader has all it keeps.
if (process.argv[2] === 'read') setFlagsFromString('--initial-old-space-size=128');
// Compiling accounts for half the run time of short commands, so the cache must be on before the rest is loaded; and
// after V8 is set, as code that was compiled with other settings is not taken.
enableCompileCache();
const { run } = await import('./commands/run.ts');
const code = await run(process.argv.slice(2), {
  environment: process.env,
  folder: process.cwd(),
  out: process.stdout,
  err: process.stderr,
  input: process.stdin,
});
// All output has been written; whatever is still open, such as an idle connection, need not be waited for.
process.exit(code);
