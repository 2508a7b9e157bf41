import type { PageDocument, PageElement } from './queryable.ts';

/** The words of a text in lower case, a space between them. */
export const wordsOf = (text: string | null): string =>
  (text ?? '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** A headline that has nothing to do with what the page is called is the title: pages of a newsletter or an office have one name. */
export function titleOf(page: string, title: string | null, headline: string | null): string | null {
  if (headline === null || wordsOf(headline).split(' ').length < fewestInHeadline) return title;
  return wordsOf(page).includes(wordsOf(headline)) ? title : headline;
}

const fewestInHeadline = 4;

/** Whether the first heading is in what is on every page of a site, which has the site's name. */
export function isInBanner(document: PageDocument): boolean {
  const heading = document.querySelector('h1') ?? document.querySelector('h2');
  return heading !== null && isOfBanner(heading);
}

function isOfBanner(heading: PageElement): boolean {
  return (
    heading.closest('header, nav, [role="banner"]') !== null && heading.closest('article, main') === null
  );
}

/** Headings compared: a list of articles has hundreds. */
const mostHeadings = 20;

/** The texts of a page's first headings that are not the site's own, on one line each. */
export function headingsOf(document: PageDocument): string[] {
  return [...document.querySelectorAll('h1')]
    .slice(0, mostHeadings)
    .filter(heading => !isOfBanner(heading))
    .map(({ textContent }) => (textContent ?? '').replace(/\s+/g, ' ').trim());
}

/** What parts a headline from the names of section and site behind it. */
const nameBehind = /^(?:\s[-–—|·•»:]{1,2}\s|\s?[|｜]\s?)\S/u;
/** UTF-16 code units; a shorter heading may be the name of a section. */
const shortestHeadline = 12;

/** A title that is one of the page's headings and names behind it is that heading: `Crane falls into harbour - Ostland - Harbour Post`. */
export function withoutNamesBehind(title: string | null, headings: readonly string[]): string | null {
  const plain = title?.replace(/\s+/g, ' ') ?? '';
  const own = headings.find(
    heading =>
      heading.length >= shortestHeadline &&
      plain.startsWith(heading) &&
      nameBehind.test(plain.slice(heading.length)),
  );
  return own ?? title;
}
