import type { PageDocument } from './queryable.ts';

/** Names of what says what a picture shows, or who took it. */
const captionNames =
  /(?:^|[\s_-])captions?(?:$|\s|-text)|(?:photo|foto|image|img|picture|media|figure|article)[_-]{0,2}(?:captions?|credits?|author|rights|copyright|desc(?:ription)?|legende?)(?:$|[\s_-])|(?:^|[\s_-])(?:legende|pie-?(?:de-?)?foto|ep[ií]grafe|bildunterschrift|bildtext|bildquelle|didascalia)(?:$|[\s_-])|(?:^|\s)credit(?:$|\s)/i;
/** UTF-16 code units. */
const longestCaption = 600;

/** Whether a `class` is one of a caption. */
export function isCaptionClass(names: string | null): boolean {
  return names !== null && captionNames.test(names);
}

/**
 * Makes captions of every kind `figcaption` elements: Readability merges other elements with what is in them, and their
 * names are lost.
 */
export function markCaptionElements(document: PageDocument): void {
  markCreditedBoxes(document);
  markPictureBoxes(document);
  for (const element of document.querySelectorAll('div[class], span[class], p[class], section[class]')) {
    const isShort = (element.textContent?.length ?? 0) <= longestCaption;
    if (!isCaptionClass(element.getAttribute('class')) || !isShort) continue;
    if (element.querySelector('img, h1, article') !== null || element.closest('figcaption')) continue;
    const caption = document.createElement('figcaption');
    caption.append(...element.childNodes);
    element.replaceWith(caption);
  }
}

/** Elements around a picture and its credit. */
const mostAround = 3;

/** The same for a box of any name that has a picture, a `cite` with who took it, and little text. */
function markCreditedBoxes(document: PageDocument): void {
  for (const credit of document.querySelectorAll('cite')) {
    let box = credit.parentElement;
    for (let step = 0; step < mostAround && box && box.querySelector('img') === null; step++)
      box = box.parentElement;
    const isBox = box !== null && /^(?:DIV|SPAN|P|SECTION|ASIDE)$/i.test(box.nodeName);
    if (!isBox || (box!.textContent?.length ?? 0) > longestCaption || box!.closest('figcaption, blockquote'))
      continue;
    if (box!.querySelector('h1, article, blockquote') !== null) continue;
    const caption = document.createElement('figcaption');
    caption.append(...box!.childNodes);
    box!.replaceWith(caption);
  }
}

/** Pictures and films that are looked at, and UTF-16 code units of what is said of one. */
const mostPictures = 200;
const longestOfPicture = 160;

/** The same for what else is in a box with a picture or a film, if that is little and has no heading or list. */
function markPictureBoxes(document: PageDocument): void {
  const pictures = [...document.querySelectorAll('img, video, amp-img, amp-video')].slice(0, mostPictures);
  for (const picture of pictures) {
    let box = picture.parentElement;
    for (let step = 0; step < mostAround && box && (box.textContent ?? '').trim() === ''; step++)
      box = box.parentElement;
    if (!box || !/^(?:DIV|FIGURE|SECTION)$/.test(box.nodeName)) continue;
    const length = box.textContent?.length ?? 0;
    if (length === 0 || length > longestOfPicture || box.closest('figcaption, header, a, li, td')) continue;
    if (box.querySelector('h1, h2, h3, h4, ul, ol, table, article, figcaption, blockquote') !== null)
      continue;
    const caption = document.createElement('figcaption');
    caption.append(...box.childNodes);
    box.append(caption);
  }
}
