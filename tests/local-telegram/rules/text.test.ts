import { expect, test } from 'vitest';
import { call, telegramForTest } from '../echo-bot.ts';

type Refused = [what: string, parameters: Record<string, unknown>, description: string];

const entity = (type: string, offset: number, length: number, more = {}) => ({
  entities: [{ type, offset, length, ...more }],
});
const html = (text: string) => ({ text, parse_mode: 'HTML' });
const cannot = (reason: string) => `Bad Request: can't parse entities: ${reason}`;

const refusals: Refused[] = [
  ['no text', {}, 'Bad Request: message text is empty'],
  ['an empty text', { text: '' }, 'Bad Request: message text is empty'],
  ['white space', { text: ' \n ' }, 'Bad Request: text must be non-empty'],
  ['nothing left after parsing', html('<b></b>'), 'Bad Request: text must be non-empty'],
  ['4097 code points', { text: '𝔸'.repeat(4097) }, 'Bad Request: message is too long'],
  ['4097 letters', { text: 'a'.repeat(4097) }, 'Bad Request: message is too long'],
  ['32,769 bytes', { text: 'a'.repeat(32_769) }, 'Bad Request: text is too long'],
  ['an unknown markup', { text: 'a', parse_mode: 'bbcode' }, 'Bad Request: unsupported parse_mode'],
  [
    'an entity that begins after the end',
    { text: 'hello', ...entity('bold', 6, 1) },
    'Bad Request: entity begins after the end of the text at UTF-16 offset 6',
  ],
  [
    'an entity that ends after the end',
    { text: 'hello', ...entity('bold', 0, 6) },
    'Bad Request: entity beginning at UTF-16 offset 0 ends after the end of the text at UTF-16 offset 6',
  ],
  [
    'an entity that begins at the end',
    { text: 'hello', ...entity('bold', 5, 1) },
    'Bad Request: entity beginning at UTF-16 offset 5 ends after the end of the text at UTF-16 offset 6',
  ],
  [
    'an entity that begins inside an emoji',
    { text: '😀 hi', ...entity('bold', 1, 2) },
    'Bad Request: entity begins in a middle of a UTF-16 symbol at byte offset 4',
  ],
  [
    'an entity that ends inside an emoji',
    { text: 'hi 😀', ...entity('bold', 0, 4) },
    'Bad Request: entity beginning at UTF-16 offset 0 ends in a middle of a UTF-16 symbol at byte offset 7',
  ],
  [
    'a negative offset',
    { text: 'hello', ...entity('bold', -1, 2) },
    'Bad Request: receive an entity with incorrect offset -1',
  ],
  [
    'a negative length',
    { text: 'hello', ...entity('bold', 0, -2) },
    'Bad Request: receive an entity with incorrect length -2',
  ],
  [
    'an unknown entity',
    { text: 'hello', ...entity('sparkle', 0, 2) },
    "Bad Request: can't parse MessageEntity: Unsupported type specified",
  ],
  [
    'a link without an address',
    { text: 'hello', ...entity('text_link', 0, 2) },
    'Bad Request: can\'t parse MessageEntity: Can\'t find field "url"',
  ],
  [
    'a link to this machine',
    { text: 'hello', ...entity('text_link', 0, 2, { url: 'localhost' }) },
    "Bad Request: entity URL 'localhost' is invalid: Wrong HTTP URL",
  ],
  [
    'a link with another protocol',
    { text: 'hello', ...entity('text_link', 0, 2, { url: 'ftp://a.com' }) },
    "Bad Request: entity URL 'ftp://a.com' is invalid: Unsupported URL protocol",
  ],
  [
    'entities that are no JSON',
    { text: 'a', entities: '[' },
    "Bad Request: can't parse entities JSON object",
  ],
  ['an unknown tag', html('<p>x</p>'), cannot('Unsupported start tag "p" at byte offset 0')],
  ['a bare <', html('é < 3'), cannot('Unsupported start tag "" at byte offset 3')],
  ['a start tag that breaks off', html('a <b'), cannot('Unclosed start tag at byte offset 2')],
  ['an end tag without a start', html('a</b>'), cannot('Unexpected end tag at byte offset 1')],
  ['an end tag that breaks off', html('<b>a</b'), cannot('Unclosed end tag at byte offset 4')],
  [
    'tags that cross',
    html('<b><i>a</b></i>'),
    cannot('Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
  ],
  ['a tag that stays open', html('<b>a'), cannot('Can\'t find end tag corresponding to start tag "b"')],
  [
    'a tag with a nameless attribute',
    html('<a ="x">a</a>'),
    cannot('Empty attribute name in the tag "a" at byte offset 0'),
  ],
  [
    'a bare value that does not end',
    html('é <a href=https://a.com>x</a>'),
    cannot('Unexpected end of name token at byte offset 11'),
  ],
  [
    'a span that is no spoiler',
    html('<span>a</span>'),
    cannot('Tag "span" must have class "tg-spoiler" at byte offset 0'),
  ],
];

for (const [what, parameters, description] of refusals) {
  test(`sendMessage refuses ${what}`, async () => {
    const telegram = await telegramForTest();
    const ann = telegram.person('Ann');
    ann.starts();
    const before = ann.chat().length;
    expect(await call(telegram, 'sendMessage', { chat_id: ann.chat_id, ...parameters })).toEqual({
      status: 400,
      ok: false,
      error_code: 400,
      description,
    });
    expect(ann.chat()).toHaveLength(before);
  });
}

async function sent(parameters: Record<string, unknown>) {
  const telegram = await telegramForTest();
  const ann = telegram.person('Ann');
  ann.starts();
  const { result } = await call(telegram, 'sendMessage', { chat_id: ann.chat_id, ...parameters });
  return { telegram, result };
}

test('4096 code points of two code units each are let through', async () => {
  const { result } = await sent({ text: '𝔸'.repeat(4096) });
  expect(result.text).toHaveLength(8192);
});

test('white space at both ends goes, and entities move along', async () => {
  const { result } = await sent({ text: '\n hello \n', ...entity('bold', 0, 9) });
  expect(result).toMatchObject({ text: 'hello', entities: [{ type: 'bold', offset: 0, length: 5 }] });
});

test('Telegram itself marks commands, mentions, addresses and tags, but not inside code', async () => {
  const { result } = await sent({
    text: 'see /who @someone https://example.com/a. #news /not',
    ...entity('code', 47, 4),
  });
  expect(result.entities.map(({ type, length }: { type: string; length: number }) => [type, length])).toEqual(
    [
      ['bot_command', 4],
      ['mention', 8],
      ['url', 21],
      ['hashtag', 5],
      ['code', 4],
    ],
  );
});

test('a link inside code is dropped and recorded as a slip', async () => {
  const { telegram, result } = await sent({
    text: 'hello all',
    entities: [
      { type: 'code', offset: 0, length: 9 },
      { type: 'text_link', offset: 0, length: 5, url: 'https://example.com' },
    ],
  });
  expect(result.entities).toEqual([{ type: 'code', offset: 0, length: 9 }]);
  expect(telegram.slips).toMatchObject([
    { method: 'sendMessage', slip: expect.stringContaining('text_link at 0') },
  ]);
});

test('styles that cross are cut so that they are nested', async () => {
  const { result } = await sent({
    text: 'abcdef',
    entities: [
      { type: 'bold', offset: 0, length: 4 },
      { type: 'italic', offset: 2, length: 4 },
    ],
  });
  expect(result.entities).toEqual([
    { type: 'bold', offset: 0, length: 4 },
    { type: 'italic', offset: 2, length: 2 },
    { type: 'italic', offset: 4, length: 2 },
  ]);
});

test('entities beyond the hundredth are dropped and recorded', async () => {
  const { telegram, result } = await sent({
    text: 'a '.repeat(120),
    entities: Array.from({ length: 120 }, (_, index) => ({ type: 'bold', offset: index * 2, length: 1 })),
  });
  expect(result.entities).toHaveLength(100);
  expect(telegram.slips).toHaveLength(1);
});

test('HTML becomes entities; unknown references and bad links stay text', async () => {
  const { result } = await sent(
    html(
      '<b>A <i>b</i></b> &lt;&amp;&eacute; <a href="https://example.com/?a=1&amp;b=2">x</a> <a href="nowhere">y</a>',
    ),
  );
  expect(result.text).toBe('A b <&&eacute; x y');
  expect(result.entities).toEqual([
    { type: 'bold', offset: 0, length: 3 },
    { type: 'italic', offset: 2, length: 1 },
    { type: 'text_link', offset: 15, length: 1, url: 'https://example.com/?a=1&b=2' },
  ]);
});

const tags: [html: string, type: string][] = [
  ['<b>a</b>', 'bold'],
  ['<strong>a</strong>', 'bold'],
  ['<i>a</i>', 'italic'],
  ['<em>a</em>', 'italic'],
  ['<u>a</u>', 'underline'],
  ['<ins>a</ins>', 'underline'],
  ['<s>a</s>', 'strikethrough'],
  ['<strike>a</strike>', 'strikethrough'],
  ['<del>a</del>', 'strikethrough'],
  ['<span class="tg-spoiler">a</span>', 'spoiler'],
  ['<tg-spoiler>a</tg-spoiler>', 'spoiler'],
  ['<code>a</code>', 'code'],
  ['<pre>a</pre>', 'pre'],
  ['<blockquote>a</blockquote>', 'blockquote'],
  ['<blockquote expandable>a</blockquote>', 'expandable_blockquote'],
  ['<a href="https://a.com">a</a>', 'text_link'],
];

test('each tag that Telegram knows becomes its entity; a bare & stays one', async () => {
  for (const [text, type] of tags) {
    const { result } = await sent(html(`${text} & co`));
    expect([text, result.text, result.entities[0].type]).toEqual([text, 'a & co', type]);
  }
});

test('an unknown parameter is forgiven and recorded', async () => {
  const { telegram, result } = await sent({ text: 'hi', colour: 'red' });
  expect(result.text).toBe('hi');
  expect(telegram.slips).toMatchObject([{ method: 'sendMessage', slip: 'unknown parameter colour' }]);
});
