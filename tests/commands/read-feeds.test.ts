import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { communique, scratch } from './cli.ts';

test('read --feed prints an item a line, and what is wrong with a file that is not a feed', async () => {
  const folder = scratch();
  writeFileSync(
    join(folder, 'a.xml'),
    '<rss version="2.0"><channel><title>V</title><item><guid>1</guid><title>One</title><description>&lt;p&gt;A&lt;/p&gt;</description></item><item><link>https://v.example/2</link></item></channel></rss>',
  );
  writeFileSync(join(folder, 'page.html'), '<html><body>Nothing</body></html>');
  mkdirSync(join(folder, 'folder'));
  const ran = await communique(folder, ['read', '--feed', 'a.xml', 'page.html', 'none.xml', 'folder']);
  expect(ran.err).toBe('');
  expect(
    ran.out
      .trim()
      .split('\n')
      .map(line => JSON.parse(line)),
  ).toEqual([
    {
      file: 'a.xml',
      id: '1',
      url: null,
      title: 'One',
      publishedAt: null,
      updatedAt: null,
      author: null,
      text: 'A',
      html: '<p>A</p>',
    },
    {
      file: 'a.xml',
      id: null,
      url: 'https://v.example/2',
      title: null,
      publishedAt: null,
      updatedAt: null,
      author: null,
      text: null,
      html: null,
    },
    { file: 'page.html', error: 'this is not a feed; RSS, Atom, RDF and JSON Feed can be read' },
    { file: 'none.xml', error: 'there is no such file' },
    { file: 'folder', error: 'this is not a file' },
  ]);
  expect(ran.code).toBe(2);
  expect(
    await communique(folder, ['read', '--feed', '-'], {
      input: '{"version":"https://jsonfeed.org/version/1","title":"J","items":[]}',
    }),
  ).toEqual({ code: 0, out: '', err: '' });
  expect((await communique(folder, ['read', '--feed'])).code).toBe(64);
});
