import { expect, test } from 'vitest';
import { pageFeeds, usualAddresses } from '../../../src/sources/feeds/page-feeds.ts';

const addresses = (html: string, url = 'https://vale.example/city/today.html') =>
  pageFeeds(html, url).feeds.map(feed => feed.url);

test('takes the feeds that a page declares, JSON Feed too, the comments last', () => {
  const html = `<html><head><title> The  Vale
    Courier </title><base href="/x/">
    <link rel="alternate" type="application/rss+xml" title="Vale » Comments Feed" href="/comments/feed/">
    <LINK REL='ALTERNATE' TYPE='Application/Atom+XML; charset=utf-8' HREF='atom?a=1&amp;b=2' title="News">
    <link rel="alternate" type="application/feed+json" href="https://vale.example/feed.json#top">
    <link rel="alternate" type="application/json" href="/wp-json/wp/v2/posts/1">
    <link rel="alternate" type="application/json+oembed" href="/oembed?url=1">
    <link rel="alternate" hreflang="fr" href="/fr/"><link rel="stylesheet alternate" type="text/xml" href="/s.xml">
    <!-- <link rel="alternate" type="application/rss+xml" href="/old.xml"> -->
    </head><body></body></html>`;
  expect(pageFeeds(html, 'https://vale.example/city/')).toEqual({
    title: 'The Vale Courier',
    feeds: [
      { url: 'https://vale.example/x/atom?a=1&b=2', title: 'News', how: 'declared' },
      { url: 'https://vale.example/feed.json', title: null, how: 'declared' },
      { url: 'https://vale.example/comments/feed/', title: 'Vale » Comments Feed', how: 'declared' },
    ],
  });
});

test('takes anchors that look like feeds by their address or their words, and no others', () => {
  const anchor = (href: string, words = 'x') => `<a href="${href}">${words}</a>`;
  for (const href of [
    'rss',
    '/feed/',
    'news.rss',
    '/a/feed.xml',
    '/rss_world.xml',
    '/index.rdf',
    '/?feed=rss2',
    'feed://vale.example/f',
  ])
    expect(addresses(anchor(href)), href).toHaveLength(1);
  for (const words of ['RSS', 'RSS feed', 'Atom', 'Subscribe via RSS', 'JSON Feed'])
    expect(addresses(anchor('/s/123', `<b>${words}</b>`)), words).toHaveLength(1);
  for (const href of [
    '/feedback',
    '/rss-explained',
    '/newsfeeder/story',
    '#rss',
    'mailto:feed@vale.example',
    'javascript:rss()',
  ])
    expect(addresses(anchor(href)), href).toEqual([]);
  expect(addresses(anchor('/s/1', 'Why RSS died'))).toEqual([]);
});

test('names each address once, and never breaks off', () => {
  const twice = '<link rel=alternate type=application/rss+xml href=/f title=A><a href="/f">RSS</a>';
  expect(addresses(twice)).toEqual(['https://vale.example/f']);
  expect(
    addresses('<a href="http://[::bad">RSS</a><link rel="alternate" type="application/rss+xml">'),
  ).toEqual([]);
  expect(addresses('<a href="/rss">'.repeat(10_000))).toEqual(['https://vale.example/rss']);
  expect(pageFeeds('', null)).toEqual({ title: null, feeds: [] });
});

test('knows the usual places, in the folder of the page and at the root', () => {
  const places = usualAddresses('https://vale.example/city/today.html?x=1');
  expect(places).toContain('https://vale.example/city/feed');
  expect(places).toContain('https://vale.example/rss.xml');
  expect(new Set(places).size).toBe(places.length);
});
