// Plain JavaScript from before modules, so that a Node of any age can read it as far as the sentence below.
var needed = [22, 23];
var found = process.versions.node.split('.').map(Number);

if (found[0] < needed[0] || (found[0] === needed[0] && found[1] < needed[1])) {
  var problem = 'Communiqué needs Node ' + needed.join('.') + ' or newer, this is ' + process.versions.node;
  var fix =
    'run it with `npm start`, which brings its own Node on Linux x64, or install Node 24 from https://nodejs.org';
  process.stderr.write(problem + ': ' + fix + '\n');
  process.exit(1);
}

// What was compiled once is kept next to the dependencies: from the second start on it is loaded in half the time, and
// without what strips the types, which takes 20 MB. Where nothing can be written there, all goes on as before.
var path = require('node:path');
var modules = require('node:module');
// Commands for which `src/main.ts` sets V8 otherwise have a place of their own: code of other settings is not taken.
var own = /^(?:load|read)$/.test(process.argv[2]) ? process.argv[2] : '';
if (modules.enableCompileCache && !process.env.NODE_COMPILE_CACHE)
  modules.enableCompileCache(path.join(__dirname, '../node_modules/.cache/compiled', own));

// An old Node stops at the mere sight of `import()`, so it is compiled only after the check.
var load = new Function('address', 'return import(address)');
load(require('node:url').pathToFileURL(path.join(__dirname, '../src/main.ts')).href);
