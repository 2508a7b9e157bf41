import { describe, expect, test } from 'vitest';
import { read } from '../../../src/reading/read.ts';
import { knowledge } from '../knowledge.ts';

const title = 'Lighthouse keeper counts the geese again';
const body = [
  'The keeper of the lighthouse at Sund counted nine hundred geese on Sunday, more than in any autumn since he began.',
  '“They came in from the north before it was light, and the dog would not be quiet,” said the keeper, Olav Brekke.',
  'The birds rest on the meadows for two weeks, and the farmers are paid for the grass that they eat there.',
  'A second count is planned for the end of the month, when the wind has turned and the young birds have left.',
];
const teasers = [
  {
    title: 'Ferry stays in port',
    summary: 'The ferry stays in port until Friday, the company said, as the ice is too thick.',
  },
  {
    title: 'School gets a roof',
    summary: 'The school at Hamn gets a new roof before the winter, the council said on Monday.',
  },
];
const text = (html: string) => read({ text: '', html }, knowledge).text.split('\n\n');
const page = (script: string, shown = '') =>
  `<!doctype html><html lang="en"><head><title>${title} | Sund Post</title></head><body><div id="app">${shown}</div>${script}</body></html>`;
const next = (article: unknown) =>
  page(
    `<script id="__NEXT_DATA__" type="application/json">${JSON.stringify({ props: { pageProps: { article, teasers } } })}</script>`,
  );

describe('a page that scripts fill has the text of the article in its data:', () => {
  test.each<[string, string]>([
    ['paragraphs in HTML', next({ title, body: body.map(words => `<p>${words}</p>`).join('') })],
    ['lines', next({ headline: title, text: body.join('\n\n') })],
    ['blocks', next({ title, content: body.map(words => ({ type: 'paragraph', text: words })) })],
    [
      'blocks inside blocks',
      next({
        title,
        content: {
          type: 'doc',
          content: body.map(words => ({
            type: 'paragraph',
            content: [
              { type: 'text', text: words.slice(0, 20) },
              { type: 'text', marks: [{ type: 'bold' }], text: words.slice(20) },
            ],
          })),
        },
      }),
    ],
    [
      'what WordPress renders',
      next({
        title: { rendered: title },
        content: { rendered: body.map(words => `<p>${words}</p>`).join('') },
      }),
    ],
    [
      'an assignment in a script',
      page(
        `<script>window.site={"a":1};Site.globalContent={"headlines":{"basic":"${title}"},"content_elements":${JSON.stringify(
          body.map(content => ({ type: 'text', content })),
        )}};Site.more="{";</script>`,
      ),
    ],
    [
      'with pictures and boxes between',
      next({
        title,
        blocks: [
          { type: 'image', caption: 'Geese over the lighthouse in the morning of the count.' },
          ...body.map(value => ({ __typename: 'ParagraphBlock', value })),
          { type: 'related', items: teasers.map(({ summary }) => summary) },
        ],
      }),
    ],
  ])('%s', (_, html) => {
    expect(text(html)).toEqual(body);
  });

  test('not that of other articles', () => {
    expect(
      text(next({ title: 'Ferry stays in port until Friday', body: body.join('\n') })).join(' '),
    ).not.toContain('geese');
  });

  test('not where the page shows it', () => {
    const shown = `<article><h1>${title}</h1>${body.map(words => `<p>${words}</p>`).join('')}</article>`;
    const script = `<script type="application/json">${JSON.stringify({ title, body: [...body, ...body].reverse().join('\n') })}</script>`;
    expect(text(page(script, shown))).toEqual(body);
  });

  test('the rest of it where the page shows the beginning', () => {
    const data = { '@type': 'NewsArticle', headline: title, articleBody: [...body, ...more].join('\n') };
    const shown = `<article><h1>${title}</h1>${body.map(words => `<p>${words}</p>`).join('')}</article>`;
    const script = `<script type="application/ld+json">${JSON.stringify(data)}</script>`;
    expect(text(page(script, shown))).toEqual([...body, ...more]);
  });
});

const more = [
  'In the spring the keeper had written to the ministry, because the boat that brings his food came only once a month.',
  'The ministry answered that the boat was being repaired, and that a fisherman would be asked to go in its place.',
  'He has kept the count since 1998, in a book with a blue cover, and his daughter has made drawings on its pages.',
  'Next year the light will be switched by a computer in the town, but the keeper wants to stay for the geese.',
  'The council has not decided who will own the house, which has four rooms, a stove and a view of two countries.',
];
