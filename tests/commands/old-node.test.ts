import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { parse } from 'acorn';
import { expect, test } from 'vitest';
import { ownPath } from '../../src/commands/cli/open.ts';

const entry = ownPath('bin/communique.js');

/** Runs the entry as if on another version of Node. */
function runOn(version: string) {
  const program = `Object.defineProperty(process.versions, 'node', { value: ${JSON.stringify(version)} });
    process.argv.push('communique', 'help');
    require(${JSON.stringify(entry)});`;
  return spawnSync(process.execPath, ['-e', program], { encoding: 'utf8' });
}

test.each(['8.17.0', '20.20.2', '22.22.0'])('on Node %s, one sentence says what to do', version => {
  const { status, stderr, stdout } = runOn(version);
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr).toContain(`needs Node 22.23 or newer, this is ${version}`);
  expect(stderr).toContain('npm start');
});

test('any Node can read the entry', () => {
  expect(() => parse(readFileSync(entry, 'utf8'), { ecmaVersion: 5 })).not.toThrow();
});

test('on a newer Node the command runs', () => {
  const { status, stdout } = runOn('30.0.0');
  expect({ status, found: stdout.includes('start') }).toEqual({ status: 0, found: true });
});

test('the versions named by the entry and by package.json are the same', () => {
  const { engines } = JSON.parse(readFileSync(ownPath('package.json'), 'utf8'));
  expect(runOn('8.17.0').stderr).toContain(`Node ${engines.node.replace('>=', '')} or newer`);
});
