import { flushCompileCache } from 'node:module';

// Vitest ends its processes with a signal, upon which Node would not keep what it compiled.
const keepCompiled = () => {
  flushCompileCache();
  process.kill(process.pid, 'SIGTERM');
};
// A setup file is run before each test file: once a process is enough.
if (process.listenerCount('SIGTERM') === 0) process.once('SIGTERM', keepCompiled);
