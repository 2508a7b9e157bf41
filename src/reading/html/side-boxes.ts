import { shapeOf } from '../text/line-shape.ts';
import type { PageDocument, PageElement } from './queryable.ts';
import { removeTeaserBoxes } from './teaser-boxes.ts';

type Box = { textContent: string | null; nodeName: string; querySelector(selector: string): unknown };

/** Class names of boxes between or after an article's paragraphs that are not part of it. */
const boxNames = {
  signUps: 'newsletters?|sign-?up|subscribe|subscription|opt-?in|mailing-list|mailchimp',
  teasers:
    'related|read-?(?:also|next)|also-?read|see-?also|bookmark-card|interstitial|recirc|recommended|recommendations|up-next|links-block|link-list|topic-list',
  authors:
    '(?:about|post|article)?[_-]{0,2}author[_-]{1,2}(?:bio|box|card|description|detail|profile)|about-(?:the-)?author',
  lives: 'bio',
  quotes: 'pull-?quotes?',
  posts: 'twitter-tweet|tweet-embed|instagram-media|tiktok-embed|fb-post|bluesky-embed|mastodon-embed',
  tools:
    'no-?print|catlinks|printfooter|mw-editsection|breadcrumbs?|tools|toolbar|reading-time|share-(?:bar|buttons|links)|sharing|tag-?list|post-tags',
  notices: 'cookies?|gdpr|consent|onetrust|didomi|embed-consent|fc-(?:dialog|consent)[\\w-]{0,20}',
  unseen: 'display-none|visually-hidden|sr-only|screen-reader-(?:text|only)',
  dialogs: 'modal|dialog|lightbox|pop-?up|tooltip|toast|flyout|login|(?:error|success)-message',
  films:
    'video-(?:full-)?transcript(?:-[a-z]{1,20}){0,2}|video(?:-(?:player|wrap(?:per)?|embed|teaser|box|container))?|audio-player|(?:photo-?)?gallery|slideshow|carousel',
  questions: 'polls?|quiz|survey',
  advertisements: 'advertisements?|advertorial',
};
const sideBox = new RegExp(`(?:^|[\\s_-])(?:${Object.values(boxNames).join('|')})(?:$|[\\s_-])`, 'i');

/** The same on AMP pages, where a post has an element of its own. */
const embedded = 'amp-twitter, amp-instagram, amp-facebook, amp-tiktok';

const isNamedSideBox = (element: {
  getAttribute(name: string): string | null;
  matches(selector: string): boolean;
}) =>
  naming.some(name => sideBox.test(parted(element.getAttribute(name) ?? ''))) ||
  sideId.test(parted(element.getAttribute('id') ?? '')) ||
  element.matches(embedded);

/** `RelatedStories` as `Related-Stories` */
const parted = (names: string) =>
  /[a-z][A-Z]/.test(names) ? names.replace(/([a-z])([A-Z])/g, '$1-$2') : names;

/** The same in an `id`, which may also be that of a heading to jump to: `newsletter-box`, not `newsletter`. */
const sideId =
  /^(?:newsletter|sign-?up|subscri\w{2,5}|related|recommended|recirc|author|promo|outbrain|taboola|share|sharing|social)[_-](?:box|links?|posts?|stories|articles?|bio|sign-?up|form|container|wrapper|widget|promo|banner|block|section|list|inline|card|content|buttons?|bar|tools)|^(?:sp[_-]message|onetrust|cookie[_-]|consent[_-]|didomi|usercentrics|cmp[_-]?(?:box|wrapper|container)|qc-cmp|Cybot)/i;

/** Attributes in which pages name their boxes. */
const naming = ['class', 'data-component', 'data-testid', 'aria-label'];

/** UTF-16 code units; a longer box may have the article in it. */
const longestBox = 700;
/** A box has at most this share of the page's text. */
const largestShare = 0.3;

/** Removes what is between or after an article's paragraphs and not part of it. */
export function removeBoxes(document: PageDocument): void {
  removeSignUps(document);
  removeSideBoxes(document);
  removeAuthorBoxes(document);
  removeTeasers(document);
  removeTeaserBoxes(document);
  removeTickers(document);
  removeFilmDescriptions(document);
  removeLabelledLinks(document);
  removePulledWords(document);
}

/** Removes the boxes that a page's own names show to be something else than its article. */
function removeSideBoxes(document: PageDocument): void {
  const whole = document.body?.textContent?.length ?? 0;
  const longest = Math.min(longestBox, whole * largestShare);
  const headings = document.querySelectorAll('h1').length;
  for (const element of document.querySelectorAll(
    `${[...naming, 'id'].map(name => `[${name}]`).join(', ')}, ${embedded}`,
  )) {
    if (!isNamedSideBox(element) || /^H\d$/i.test(element.nodeName)) continue;
    const isBox = isWithin(element, longest) && !holdsArticle(element);
    if (isBox || isDialog(element, whole, headings)) element.remove();
  }
}

/** A dialog about consent is longer than other boxes, and may have a heading besides the article's. */
function isDialog(element: PageElement, whole: number, headings: number): boolean {
  return (
    dialogNames.test(`${element.getAttribute('class')} ${element.getAttribute('id')}`) &&
    /^(?:DIV|SECTION|ASIDE|DIALOG)$/i.test(element.nodeName) &&
    isWithin(element, whole / 2) &&
    element.querySelector('article') === null &&
    element.querySelectorAll('h1').length < headings
  );
}

const dialogNames =
  /(?:^|[\s_-])(?:consent|cookies?|gdpr|fc-(?:dialog|consent)|onetrust|didomi|sp[_-]message|usercentrics|cmp[_-]?box)/i;

const authorBox = new RegExp(`(?:^|[\\s_-])(?:${boxNames.authors})(?:$|[\\s_-])`, 'i');
const aboutAuthor =
  /^(?:(?:about|meet) the (?:author|writer|contributor)s?|über (?:den autor|die autor(?:in|en|innen))|zu[rm] autor(?:in)?|sobre (?:el autor|la autora|o autor|a autora)|à propos de l[’']auteure?|chi è l[’']autor[ei]|o autorze|o autorce|об авторе|про авторк?у?а?):?$/i;

/** Removes what is said of the author, however long it is, where the article is outside it. */
function removeAuthorBoxes(document: PageDocument): void {
  const headed = [...document.querySelectorAll('h2, h3, h4, h5')]
    .filter(heading => aboutAuthor.test(textOf(heading)))
    .flatMap(({ parentElement }) => parentElement ?? []);
  const named = [...document.querySelectorAll('[class*="author" i]')].filter(element =>
    authorBox.test(parted(element.getAttribute('class')!)),
  );
  for (const box of [...headed, ...named]) {
    if (!/^(?:DIV|SECTION|ASIDE)$/i.test(box.nodeName) || holdsArticle(box)) continue;
    const outside = [...document.querySelectorAll('p')].filter(
      paragraph => textOf(paragraph).length >= shortestBeside && !box.contains(paragraph),
    );
    if (outside.length >= fewestOutside) box.remove();
  }
}

/** Paragraphs of an article outside a box. */
const fewestOutside = 2;

/** UTF-16 code units; what has more around it is around the page. */
const longestSignUp = 250;

/** What is written on the button of a box that asks for an address or for money. */
const signUpButton = new RegExp(
  `^(?:${[
    'sign (?:me )?up(?: now| here)?',
    'subscribe(?: now)?',
    'donate(?: now)?|become a member|support us',
    '(?:jetzt |kostenlos )?(?:anmelden|abonnieren)',
    "s[’']inscrire|je m[’']inscris|s[’']abonner|je m[’']abonne|abonnez-vous",
    'suscrib(?:irse|irme|ete)|suscríbete',
    'inscrev(?:er-se|a-se)|assin(?:ar|e)',
    'iscriviti',
    'zapisz się',
    'aanmelden',
    'подписаться|підписатися',
    'abone ol',
    'اشترك(?: الآن)?',
  ].join('|')})[\\s.!→›»]{0,3}$`,
  'iu',
);

const askingElements =
  'form, input[type="email"], a, button, [role="button"], [class*="btn"], [class*="button"]';

/** Removes boxes that ask for an address or for money, with the words that advertise them. */
function removeSignUps(document: PageDocument): void {
  for (const field of document.querySelectorAll(askingElements)) {
    if (!isWithin(field, longestSignUp) || !asks(field)) continue;
    let box = field;
    for (let next = box.parentElement; next && isWithin(next, longestSignUp); next = next.parentElement) {
      const isBox = /^(?:DIV|SECTION|ASIDE|FORM)$/i.test(next.nodeName) && !holdsArticle(next);
      if (!isBox && textOf(next) !== textOf(box)) break;
      box = next;
    }
    box.remove();
  }
}

/** Whether an element is a form or its field, or a button that is no link within a sentence. */
function asks(element: PageElement): boolean {
  if (/^INPUT$/i.test(element.nodeName)) return true;
  if (/^FORM$/i.test(element.nodeName)) return element.querySelector('input') !== null;
  const text = textOf(element);
  return signUpButton.test(text) && textOf(element.closest('p, li') ?? element) === text;
}

const textOf = ({ textContent }: Box) => textContent?.trim() ?? '';
const isWithin = ({ textContent }: Box, longest: number) => (textContent?.length ?? 0) <= longest;
const holdsArticle = (element: Box) =>
  /^(?:HTML|BODY|MAIN|ARTICLE)$/i.test(element.nodeName) || element.querySelector('h1, article') !== null;

/** What comes in front of a link to another article: `Read also:`, or anything in capitals, `IN OSTLAND:`. */
const linkLabels = [
  /^(?:read|see|watch|listen|more|related|also|photos?|video|gallery|in pictures|explainer|analysis|opinion)(?: (?:also|more|next|the|full|story|here|our|on this|coverage)){0,3} ?[:|]$/i,
  /^\p{Lu}[\p{Lu}\d '’&-]{1,30} ?[:|]$/u,
  /^[»›→▶►▸]{1,2}$/u,
];
/** Words of the title of another article. */
const longestLinked = 25;

/**
 * Removes paragraphs that lead to another article: a link as a whole between two paragraphs, in brackets, or behind a
 * label, `MORE: …`, `IN OSTLAND: …`.
 */
function removeLabelledLinks(document: PageDocument): void {
  for (const paragraph of document.querySelectorAll('p')) {
    const links = [...paragraph.querySelectorAll('a')];
    if (links.length !== 1) continue;
    const whole = textOf(paragraph);
    const linked = textOf(links[0]!);
    if (linked === '' || linked.split(/\s+/).length > longestLinked || /[.!]["”]?$/.test(linked)) continue;
    const around = whole.replace(linked, '').replace(/\s+/g, ' ').trim();
    const label = around.replace(/[[\])(]/g, '').trim();
    const isBracketed = around !== '' && label === '';
    const isTeaser = around === '' && isBetweenParagraphs(paragraph, linked);
    const isButton = around === '' && isShownAsButton(links[0]!, linked);
    if (isBracketed || isTeaser || isButton || linkLabels.some(form => form.test(label))) paragraph.remove();
  }
}

/** Words on a button; a link that looks like one may have the title of another article. */
const longestOnButton = 4;
const buttonNames = /(?:^|[\s_-])(?:btn|button)(?:$|[\s_-])/i;

const isShownAsButton = (link: PageElement, text: string) =>
  text.split(/\s+/).length <= longestOnButton && buttonNames.test(link.getAttribute('class') ?? '');

/** Words of the title of another article that has no label. */
const shortestTeaser = 5;

/** Whether a paragraph that is no sentence has one of sentences right above and below it. */
function isBetweenParagraphs(paragraph: PageElement, text: string): boolean {
  if (text.split(/\s+/).length < shortestTeaser || /[.!?…:]["”»]?$/.test(text)) return false;
  return [paragraph.previousElementSibling, paragraph.nextElementSibling].every(beside => {
    const shape = beside?.nodeName === 'P' ? shapeOf(textOf(beside)) : null;
    return shape?.prose === true && shape.closed;
  });
}

/** Removes paragraphs that are a `q` as a whole without the end of a sentence: words pulled out for the eye. */
function removePulledWords(document: PageDocument): void {
  for (const quotation of document.querySelectorAll('p > q')) {
    const text = textOf(quotation);
    const paragraph = quotation.parentElement!;
    if (text === textOf(paragraph) && !/[.!?…,]["”’]?$/.test(text)) paragraph.remove();
  }
}

/** UTF-16 code units of a teaser. */
const longestTeaser = 500;

/** Removes teasers within the article that are `article`s themselves, with the heading above them, and transcripts of films. */
function removeTeasers(document: PageDocument): void {
  for (const teaser of document.querySelectorAll('article article, main section article')) {
    const link = teaser.querySelector(
      'h2 a[href], h3 a[href], h4 a[href], a[href] h2, a[href] h3, a[href] h4',
    );
    const address = (link?.closest('a') ?? link)?.getAttribute('href') ?? '#';
    if (address.startsWith('#') || !isWithin(teaser, longestTeaser) || teaser.querySelector('h1')) continue;
    const box = teaser.parentElement;
    teaser.remove();
    const isOver = box !== null && /^(?:SECTION|ASIDE|DIV)$/.test(box.nodeName) && isHeadingAlone(box);
    if (isOver) box.remove();
  }
  for (const summary of document.querySelectorAll('details > summary'))
    if (transcript.test(textOf(summary))) summary.parentElement!.remove();
}

const transcript =
  /^(?:(?:read|show|view|open|full|video|audio|the) ){0,3}(?:transcript|transkript|transcripción|transcription|trascrizione|транскрипт)/i;

/** Whether a box has a heading and nothing else. */
function isHeadingAlone(box: PageElement): boolean {
  const heading = box.querySelector('h2, h3, h4, header');
  return heading !== null && textOf(heading) === textOf(box);
}

/** Entries that make a list a ticker. */
const fewestEntries = 5;
const clock = /^\s*(?:[01]?\d|2[0-3])[:.h][0-5]\d(?!\d)/;

/** Removes tickers of other news: lists whose entries begin with a time of day and lead to pages of their own. */
function removeTickers(document: PageDocument): void {
  for (const list of document.querySelectorAll('ul, ol')) {
    const entries = [...list.children].filter(({ nodeName }) => nodeName === 'LI');
    const timed = entries.filter(
      entry =>
        clock.test(entry.textContent ?? '') && entry.querySelector('a[href]:not([href^="#"])') !== null,
    );
    if (timed.length >= fewestEntries && timed.length * 2 >= entries.length) list.remove();
  }
}

/** Paragraphs of some length, in UTF-16 code units, that an article has besides the words on a film. */
const fewestBeside = 4;
const shortestBeside = 80;

/** Removes what microdata mark as the description of a film, where the page has an article besides it. */
function removeFilmDescriptions(document: PageDocument): void {
  const described = [...document.querySelectorAll('[itemtype*="VideoObject"] [itemprop="description"]')];
  if (described.length === 0) return;
  const beside = [...document.querySelectorAll('p')].filter(
    paragraph =>
      textOf(paragraph).length >= shortestBeside && paragraph.closest('[itemtype*="VideoObject"]') === null,
  );
  if (beside.length >= fewestBeside) for (const element of described) element.remove();
}
