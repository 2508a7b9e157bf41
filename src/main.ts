const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 14)) {
  process.stderr.write(
    `Communiqué needs Node 22.14 or newer, this is ${process.versions.node}: run it by \`npm start\`, which brings its own, or install Node 24 from https://nodejs.org\n`,
  );
  process.exit(1);
}

// Whoever reads our output may stop early, as `head` does: that is no failure of ours.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

// What follows is loaded only now: on an older Node it would fail before the sentence above is said.
const { enableCompileCache } = await import('node:module');
// Half of a short command's time is the compiling of its code: kept from one run to the next where that can be.
enableCompileCache();
const { run } = await import('./commands/run.ts');
const code = await run(process.argv.slice(2), {
  environment: process.env,
  folder: process.cwd(),
  out: process.stdout,
  err: process.stderr,
  input: process.stdin,
});
// All that was to be said has been written; what is still open, as a kept connection, need not be waited for.
process.exit(code);

export {};
