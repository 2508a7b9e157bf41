import { expect, test } from 'vitest';
import { findClickables } from '../../src/rendering/clickables.ts';
import { renderTelegram } from '../../src/rendering/telegram.ts';
import { messages } from './pages.ts';

test.each([
  [
    'Follow @newsroom and #Velmora on news.example.org/today!',
    ['@newsroom', '#Velmora', 'news.example.org/today'],
  ],
  [
    'See https://example.org/a?b=c, or write to press@example.org.',
    ['https://example.org/a?b=c', 'press@example.org'],
  ],
  ['Type /start or /who@some_bot now', ['/start', '/who@some_bot']],
  ['Читайте канал t.me/novyny та #Україна', ['t.me/novyny', '#Україна']],
  ['It ended.It is over, doctrine.he said; shares of $ACME fell', ['ended.It', '$ACME']],
  ['The U.S. and 1.5 million; and/or; 24/7; No. 4; 100 $ or C#', []],
])('%s', (text, expected) => {
  expect(findClickables(text).map(({ start, end }) => text.slice(start, end))).toEqual(expected);
});

test('in a quote they are shown letter for letter, and nothing of it can be tapped', () => {
  const text = 'Join @newsroom at t.me/news, type /start and use #Velmora';
  const [shown] = renderTelegram(
    { blocks: [{ kind: 'quote', text, credit: [{ text: 'Ines Calloway' }] }], buttons: [] },
    messages,
    () => ({ text: '', callback_data: '-' }),
  );
  expect(shown!.text).toContain(`“${text}”`);
  const codes = shown!.entities.filter(({ type }) => type === 'code');
  expect(codes.map(({ offset, length }) => shown!.text.slice(offset, offset + length))).toEqual([
    '@newsroom',
    't.me/news',
    '/start',
    '#Velmora',
  ]);
});

test('in a line of the news nothing can be tapped either, and its style is around it', () => {
  const text = 'Join @newsroom now';
  const line = [
    { text: 'See t.me/news: ', inert: true as const },
    { text, style: 'bold' as const, inert: true as const },
  ];
  const [shown] = renderTelegram({ blocks: [{ kind: 'text', line }], buttons: [] }, messages, () => ({
    text: '',
    callback_data: '-',
  }));
  expect(
    shown!.entities.map(({ type, offset, length }) => [type, shown!.text.slice(offset, offset + length)]),
  ).toEqual([
    ['code', 't.me/news'],
    ['bold', 'Join'],
    ['code', '@newsroom'],
    ['bold', 'now'],
  ]);
});
