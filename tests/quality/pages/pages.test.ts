import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { read } from '../../../src/reading/read.ts';
import { knowledge } from '../passages.ts';

type Story = { title: string; author: string; paragraphs: string[] };
type Page = {
  name: string;
  html?: string;
  text?: string;
  url?: string;
  title: string;
  byline: string | null;
  day: string | null;
  body: string[];
  /** What may be in the body or left out: a standfirst, the points of a summary. */
  optional: string[];
};

const data = (name: string) => JSON.parse(readFileSync(join(import.meta.dirname, `${name}.json`), 'utf8'));

const stories: Record<string, Story> = data('stories');
const lines: Record<string, { not: string[]; body: string[] }> = data('lines');
const boxes: { where: 'above' | 'between' | 'below'; lang: string; html: string }[] = data('boxes');
const headers: {
  bylines: { lang: string; header: string; byline: string | null }[];
  days: { lang: string; header: string; day: string | null }[];
} = data('headers');
const pages: Page[] = data('pages');
const withoutArticle: { name: string; url: string; html: string }[] = data('without-article');

/** Stories in these languages need no text of their own: only what is around it is read. */
const storyOf = (lang: string) => stories[lang.slice(0, 2)] ?? stories.es!;
const markup = (texts: readonly string[]) => texts.map(text => `<p>${text}</p>`).join('');
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const pageOf = (lang: string, header: string, body: string, head = '') => {
  const { title } = storyOf(lang);
  const html = `<html lang="${lang}"><head><title>${title}</title><meta property="og:title" content="${title}">${head}</head><body><main><article><h1>${title}</h1>${header}<div>${body}</div></article></main></body></html>`;
  return read({ text: '', html }, knowledge);
};
const paragraphs = (text: string) => text.split('\n\n').map(line => line.replace(/^• /, ''));
/** The paragraphs of a story with another line after the second of them, as text and as a page. */
const withLine = (lang: string, line: string) => {
  const { title, paragraphs: own } = storyOf(lang);
  const all = [...own.slice(0, 2), line, ...own.slice(2)];
  const asText = read({ title, text: all.join('\n\n') }, knowledge).text;
  return [asText, pageOf(lang, '', markup(all.map(escaped))).text].map(paragraphs);
};

for (const [lang, { not, body }] of Object.entries(lines)) {
  const own = storyOf(lang).paragraphs;
  test.each(not)(`is no body (${lang}): %s`, line => {
    expect(withLine(lang, line)).toEqual([own, own]);
  });
  test.each(body)(`is body (${lang}): %s`, line => {
    for (const found of withLine(lang, line)) expect(found).toContain(line);
  });
}

test.each(boxes)('is no body $where the paragraphs ($lang): $html', ({ where, lang, html }) => {
  const { author, paragraphs: own } = storyOf(lang);
  const [opening, rest] = [markup(own.slice(0, 3)), markup(own.slice(3))];
  const body =
    where === 'above'
      ? `${html}${opening}${rest}`
      : where === 'below'
        ? `${opening}${rest}${html}`
        : `${opening}${html}${rest}`;
  const found = pageOf(lang, '', body, `<meta name="author" content="${author}">`);
  expect(paragraphs(found.text)).toEqual(own);
});

describe('near the headline', () => {
  /** Two authors may be joined by a comma or a word. */
  const names = (byline: string | null) => byline?.split(/, | and | & | und | et | y /) ?? null;

  test.each(headers.bylines)('the author ($lang): $header', ({ lang, header, byline }) => {
    expect(names(pageOf(lang, header, markup(storyOf(lang).paragraphs)).byline)).toEqual(names(byline));
  });

  test.each(headers.days)('the day ($lang): $header', ({ lang, header, day }) => {
    expect(pageOf(lang, header, markup(storyOf(lang).paragraphs)).published.date).toBe(day);
  });
});

test.each(pages)('the whole of $name', ({ html, text, url, title, byline, day, body, optional }) => {
  const found = read({ text: text ?? '', ...(html && { html }), ...(url && { url }) }, knowledge);
  expect(found.title).toBe(title);
  expect(found.byline).toBe(byline);
  expect(found.published.date).toBe(day);
  expect(paragraphs(found.text).filter(line => body.includes(line) || !optional.includes(line))).toEqual(
    body,
  );
});

test.each(withoutArticle)('no article on the page $name', ({ html, url }) => {
  expect(read({ text: '', html, url }, knowledge).text).toBe('');
});
