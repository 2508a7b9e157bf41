import type { parseHTML } from 'linkedom';

/** Names of what says what a picture shows, or who took it. */
const captionNames =
  /(?:^|[\s_-])captions?(?:$|\s|-text)|(?:photo|foto|image|picture|media)[_-]{0,2}(?:credits?|author|rights|copyright|description)(?:$|\s)|(?:^|\s)credit(?:$|\s)/i;
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
export function markCaptionElements(document: ReturnType<typeof parseHTML>['document']): void {
  for (const element of document.querySelectorAll('div[class], span[class], p[class], section[class]')) {
    const isShort = (element.textContent?.length ?? 0) <= longestCaption;
    if (!isCaptionClass(element.getAttribute('class')) || !isShort) continue;
    if (element.querySelector('img, h1, article') !== null || element.closest('figcaption')) continue;
    const caption = document.createElement('figcaption');
    caption.append(...element.childNodes);
    element.replaceWith(caption);
  }
}
