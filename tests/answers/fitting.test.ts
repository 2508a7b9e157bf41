import { afterAll, beforeAll, expect, test } from 'vitest';
import { explainedQuestions, questionFrom } from '../../src/answers/asking/registry.ts';
import { greetingPage, groupGreetingPage } from '../../src/answers/greeting.ts';
import { helpPage } from '../../src/answers/help.ts';
import { renderPlain } from '../../src/rendering/plain.ts';
import { messages, telegram } from '../rendering/pages.ts';
import { diary } from './collections.ts';
import { libraryOf, twoArticles } from './made-up.ts';

let two: Awaited<ReturnType<typeof libraryOf>>;
let many: Awaited<ReturnType<typeof libraryOf>>;

beforeAll(async () => {
  two = await libraryOf(...twoArticles);
  many = await libraryOf(...diary);
});
afterAll(() => {
  two.close();
  many.close();
});

test('long lists are turned page by page, and a page past the end is the last', async () => {
  const seen: string[] = [];
  for (let page = 1; page <= 3; page++) seen.push(await many.read('/timeline Verne --all', { page }));
  expect(new Set(seen.join('\n').match(/\d+ Jul 2031\n/g)).size).toBe(20);
  expect(await many.read('/timeline Verne --all', { page: 99 })).toBe(seen[2]);
  const turns = async (page: number) =>
    (await many.ask('/timeline Verne --all', { page })).buttons
      .flat()
      .flatMap(({ label, action }) =>
        action.kind === 'turn' && 'text' in label[0]!
          ? [[(label[0] as { text: string }).text, action.page]]
          : [],
      );
  expect(await turns(1)).toEqual([
    ['1/3', 1],
    ['▶', 2],
  ]);
  expect(await turns(2)).toEqual([
    ['◀', 1],
    ['2/3', 2],
    ['▶', 3],
  ]);
  expect(await turns(99)).toEqual([
    ['◀', 2],
    ['3/3', 3],
  ]);
});

test('every page of every answer fits one message with room to spare', async () => {
  const commands = [
    '/who Verne',
    '/quotes Verne',
    '/timeline',
    '/topics',
    '/topic countryside',
    '/latest',
    '/story day for the anvil',
    '/article #d1',
    '/search province',
    '/filter',
  ];
  for (const command of commands) {
    const [message, ...more] = telegram(await many.ask(command));
    expect(more, command).toEqual([]);
    expect([...message!.text].length, command).toBeLessThan(3500);
  }
});

test('in a group answers are short, without pages to turn, with a way to a private chat', async () => {
  const commands = [
    '/who Verne',
    '/quotes Verne',
    '/timeline',
    '/topics',
    '/topic countryside',
    '/latest',
    '/story anvil',
    '/article #d1',
    '/search province',
    '/filter',
  ];
  for (const command of commands) {
    const page = await many.ask(command, { chat: 'group', page: 3 });
    const [message, ...more] = telegram(page);
    expect(more).toEqual([]);
    expect([...message!.text].length, command).toBeLessThan(1200);
    const kinds = page.buttons.flat().map(({ action }) => action.kind);
    expect(kinds, command).toEqual(['private']);
  }
});

test('the greeting and the help show what can be asked with names of the library, and it works', async () => {
  const greeting = renderPlain(await greetingPage(two.library), messages);
  expect(greeting).toMatch(/^Hello! I’ve read 2 articles/);
  const commands = [...greeting.matchAll(/^→ .+: (\/.+)$/gm)].map(match => match[1]!);
  expect(commands).toContain('/who Okoro');
  for (const command of commands)
    expect(await two.read(command)).not.toMatch(/^(I haven’t|No |I couldn’t|I don’t)/);
  const help = renderPlain(await helpPage(two.library), messages);
  const shown = [...help.matchAll(/^• (\/.+?) — /gm)].map(match => match[1]!);
  expect(shown.length).toBe(explainedQuestions.length);
  for (const command of shown) expect(questionFrom(command), command).not.toBeNull();
  expect(renderPlain(await groupGreetingPage(two.library), messages)).toMatch(/\/who Okoro$/);
});
