import { expect, test } from 'vitest';
import { crowdedFolders, cycles, floorOf, floors, knows, ownImports, roomOf } from './layout.ts';

const imports = ownImports();

test('every folder of src has its floor', () => {
  const files = [...new Set(imports.flatMap(({ from, to }) => [from, to]))];
  expect(files.filter(file => !floors.includes(floorOf(file)))).toEqual([]);
});

test('imports go down only', () => {
  const upward = imports
    .filter(({ from, to }) => floors.indexOf(floorOf(to)) > floors.indexOf(floorOf(from)))
    .map(({ from, to }) => `${from} imports ${to}`);
  expect(upward).toEqual([]);
});

test('a room knows only the rooms it may know', () => {
  const strange = imports
    .filter(({ from, to }) => {
      const [room, other] = [roomOf(from), roomOf(to)];
      return room !== other && knows[room] !== undefined && !knows[room].includes(other);
    })
    .map(({ from, to }) => `${from} imports ${to}`);
  expect(strange).toEqual([]);
});

test('no files import each other in a circle', () => {
  expect(cycles(imports)).toEqual([]);
});

test('a circle is found', () => {
  const circle = [
    { from: 'a.ts', to: 'b.ts' },
    { from: 'b.ts', to: 'c.ts' },
    { from: 'c.ts', to: 'b.ts' },
  ];
  expect(cycles(circle)).toEqual([['b.ts', 'c.ts', 'b.ts']]);
});

test.each(['src', 'tests'] as const)('no folder of %s holds more than 20 files', root => {
  expect(crowdedFolders(root, 20)).toEqual([]);
});
