import { absoluteAddress } from './page-feeds.ts';

/** At most this many of those that a site names are given. */
const most = 20;
/** Characters of a list of sitemaps that are looked at. */
const looked = 500_000;

/** The sitemaps that a `robots.txt` names, those of news first. */
export function sitemapsInRobots(text: string, page: string): string[] {
  const named = [...text.slice(0, looked).matchAll(/^[ \t]*sitemap[ \t]*:[ \t]*(\S{1,2000})/gim)];
  return newsFirst(
    named.map(([, address]) => address!),
    page,
  );
}

/** The sitemaps that an index of sitemaps (`<sitemapindex>`) lists, those of news only; none for any other text. */
export function sitemapsIn(text: string, url: string): string[] {
  if (!/<sitemapindex\b/i.test(text.slice(0, 2_000))) return [];
  const listed = [...text.slice(0, looked).matchAll(/<loc>\s{0,20}([^<>\s]{1,2000})\s{0,20}<\/loc>/gi)];
  return newsFirst(
    listed.map(([, address]) => address!.replaceAll('&amp;', '&')),
    url,
  ).filter(isOfNews);
}

/** Where sites have their sitemap of news if they don't name it. */
export function usualSitemaps(page: string): string[] {
  return ['/news-sitemap.xml', '/sitemap-news.xml', '/sitemap_news.xml', '/sitemap.xml'].map(
    path => new URL(path, page).href,
  );
}

const isOfNews = (address: string) => /news|latest|recent/i.test(new URL(address).pathname);

function newsFirst(addresses: string[], base: string): string[] {
  const absolute = addresses.flatMap(address => absoluteAddress(address, base) ?? []);
  const distinct = [...new Set(absolute)];
  return [...distinct.filter(isOfNews), ...distinct.filter(address => !isOfNews(address))].slice(0, most);
}
