import { shapeOf } from '../text/line-shape.ts';
import type { PageDocument, PageElement } from './queryable.ts';

/** UTF-16 code units of a box with teasers, and the share of them that is linked. */
const longestBox = 500;
const leastLinked = 0.3;
/** Words of a title; a link with fewer names a site or a place. */
const shortestTitle = 3;
/** Boxes below each other. */
const mostBoxes = 4;
/** Elements that show that a box is something else. */
const otherContent = 'h1, article, blockquote, table, figcaption, form, dl';

/**
 * Removes boxes of any name between two of an article's paragraphs that lead to other articles: a good part of their
 * text is links that are titles, not sentences.
 */
export function removeTeaserBoxes(document: PageDocument): void {
  for (const box of document.querySelectorAll('div, section, aside')) {
    const above = box.previousElementSibling;
    if (!above || !box.nextElementSibling || !mayBeParagraph(above)) continue;
    if (box.querySelector('a[href]') === null || !isBetween(box, above)) continue;
    if (isTeasers(box)) box.remove();
  }
  removeTeaserLists(document);
  removeCards(document);
}

/** Elements that show that a link is a card: the title of another article, next to more than that. */
const cardTitles = 'a[href] h2, a[href] h3, a[href] h4, a[href] h5';
/** UTF-16 code units on a card besides its title. */
const shortestOnCard = 20;
/** Paragraphs of sentences outside the cards that show that these are not all there is. */
const fewestParagraphs = 2;

/** Removes cards, which are links as a whole with a title and a few words on another article. */
function removeCards(document: PageDocument): void {
  const links = [...document.querySelectorAll(cardTitles)].map(title => title.closest('a')!);
  const cards = new Set(
    links.filter(
      card =>
        !card.getAttribute('href')!.startsWith('#') &&
        textOf(card).length <= longestBox &&
        textOf(card).length >= textOf(card.querySelector('h2, h3, h4, h5')!).length + shortestOnCard &&
        card.querySelector(otherContent) === null,
    ),
  );
  if (cards.size === 0) return;
  const paragraphs = [...document.querySelectorAll('p')].filter(
    paragraph => !cards.has(paragraph.closest('a')!) && isParagraph(paragraph),
  );
  if (paragraphs.length >= fewestParagraphs) for (const card of cards) card.remove();
}

/** The same for lists of nothing but such links, with the heading above them. */
function removeTeaserLists(document: PageDocument): void {
  for (const list of document.querySelectorAll('ul, ol')) {
    const heading = list.previousElementSibling;
    const items = [...list.children];
    if (!heading || !/^(?:H[2-6]|P|DIV)$/.test(heading.nodeName) || items.length === 0) continue;
    if (!isLabel(textOf(heading)) || !list.nextElementSibling || !isParagraph(list.nextElementSibling))
      continue;
    if (!items.every(isTitleLink)) continue;
    heading.remove();
    list.remove();
  }
}

/** Words of a heading above a list. */
const longestHeading = 6;
const isLabel = (text: string) =>
  text !== '' && text.split(/\s+/).length <= longestHeading && !/[.!?:]$/.test(text);

function isTitleLink(item: PageElement): boolean {
  const link = item.querySelector('a[href]:not([href^="#"])');
  const text = textOf(item);
  return link !== null && textOf(link) === text && text.split(/\s+/).length >= shortestTitle;
}

/** Whether a paragraph is above, and another below further boxes with links. */
function isBetween(box: PageElement, above: PageElement): boolean {
  let below = box.nextElementSibling;
  for (let step = 1; step < mostBoxes && below && !isParagraph(below); step++)
    below = below.querySelector('a[href]') === null ? null : below.nextElementSibling;
  return below !== null && isParagraph(below) && isParagraph(above);
}

/** A `p`, or a box that has no more than one element in it. */
const mayBeParagraph = ({ nodeName, children }: PageElement) =>
  nodeName === 'P' || (nodeName === 'DIV' && children.length <= 1);

function isParagraph(element: PageElement): boolean {
  if (!mayBeParagraph(element)) return false;
  const shape = shapeOf(textOf(element));
  return shape.sentence && shape.closed;
}

function isTeasers(box: PageElement): boolean {
  const text = textOf(box);
  if (text === '' || text.length > longestBox || box.querySelector(otherContent) !== null) return false;
  const links = [...box.querySelectorAll('a[href]')];
  const titles = links.map(textOf);
  if (links.some(link => link.getAttribute('href')!.startsWith('#'))) return false;
  if (titles.some(title => /[.!]["”»]?$/.test(title))) return false;
  if (!titles.some(title => title.split(/\s+/).length >= shortestTitle)) return false;
  // A sentence above a link is the article's, and the link its source.
  if (closing.test(text.slice(0, text.indexOf(titles[0]!)).trim())) return false;
  const length = titles.reduce((sum, title) => sum + title.length, 0);
  return links.every(isAlone) || (length >= text.length * leastLinked && !closing.test(text));
}

const closing = /[.!?…]["”»]?$/;
const inline = /^(?:A|B|EM|I|SPAN|STRONG|SMALL|TIME|U)$/;

/** Whether no words are right before or behind a link, as within a sentence. */
const isAlone = (link: PageElement) =>
  [link.previousSibling, link.nextSibling].every(
    neighbour => neighbour?.nodeType !== 3 || neighbour.textContent?.trim() === '',
  ) &&
  [link.previousElementSibling, link.nextElementSibling].every(
    neighbour =>
      !neighbour ||
      !inline.test(neighbour.nodeName) ||
      textOf(neighbour) === '' ||
      neighbour.nodeName === 'A',
  );

const textOf = ({ textContent }: { textContent: string | null }) => textContent?.trim() ?? '';
