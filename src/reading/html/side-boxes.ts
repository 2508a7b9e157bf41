import type { parseHTML } from 'linkedom';

type PageDocument = ReturnType<typeof parseHTML>['document'];
type Element = NonNullable<ReturnType<PageDocument['querySelector']>>;
type Box = { textContent: string | null; nodeName: string; querySelector(selector: string): unknown };

/** Class names of boxes between or after an article's paragraphs that are not part of it. */
const boxNames = {
  signUps: 'newsletters?|sign-?up|subscribe|subscription|opt-?in|mailing-list|mailchimp',
  teasers:
    'related|read-?(?:also|next)|also-?read|see-?also|bookmark-card|interstitial|recirc|recommended|recommendations|up-next|links-block|link-list|topic-list',
  authors:
    '(?:about|post|article)?[_-]{0,2}author[_-]{1,2}(?:bio|box|card|description|detail|profile)|about-(?:the-)?author|bio',
  quotes: 'pull-?quotes?',
  posts: 'twitter-tweet|tweet-embed|instagram-media|tiktok-embed|fb-post|bluesky-embed|mastodon-embed',
  tools:
    'no-?print|catlinks|printfooter|mw-editsection|breadcrumbs?|tools|toolbar|reading-time|share-(?:bar|buttons|links)|sharing|tag-?list|post-tags',
  notices: 'cookies?|gdpr|consent|onetrust|didomi',
  unseen: 'display-none|visually-hidden|sr-only|screen-reader-(?:text|only)',
  dialogs: 'modal|dialog|lightbox|pop-?up|tooltip|toast|flyout|login|(?:error|success)-message',
  films: 'video-(?:full-)?transcript(?:-[a-z]{1,20}){0,2}',
};
const sideBox = new RegExp(`(?:^|[\\s_-])(?:${Object.values(boxNames).join('|')})(?:$|[\\s_-])`, 'i');

/** The same on AMP pages, where a post has an element of its own. */
const embedded = 'amp-twitter, amp-instagram, amp-facebook, amp-tiktok';

const isNamedSideBox = (element: {
  getAttribute(name: string): string | null;
  matches(selector: string): boolean;
}) => naming.some(name => sideBox.test(element.getAttribute(name) ?? '')) || element.matches(embedded);

/** Attributes in which pages name their boxes. */
const naming = ['class', 'data-component', 'data-testid'];

/** UTF-16 code units; a longer box may have the article in it. */
const longestBox = 700;
/** A box has at most this share of the page's text. */
const largestShare = 0.3;

/** Removes what is between or after an article's paragraphs and not part of it. */
export function removeBoxes(document: PageDocument): void {
  removeSignUps(document);
  removeSideBoxes(document);
  removeTickers(document);
  removeFilmDescriptions(document);
  removeLabelledLinks(document);
  removePulledWords(document);
}

/** Removes the boxes that a page's own names show to be something else than its article. */
function removeSideBoxes(document: PageDocument): void {
  const longest = Math.min(longestBox, (document.body?.textContent?.length ?? 0) * largestShare);
  for (const element of document.querySelectorAll(
    `${naming.map(name => `[${name}]`).join(', ')}, ${embedded}`,
  )) {
    if (!isNamedSideBox(element) || /^H\d$/i.test(element.nodeName)) continue;
    if (isWithin(element, longest) && !holdsArticle(element)) element.remove();
  }
}

/** UTF-16 code units; what has more around it is around the page. */
const longestSignUp = 250;

/** What is written on the button of a box that asks for an address or for money. */
const signUpButton = new RegExp(
  `^(?:${[
    'sign (?:me )?up(?: now| here)?',
    'subscribe(?: now)?',
    'donate(?: now)?|become a member|support us',
    '(?:jetzt |kostenlos )?(?:anmelden|abonnieren)',
    "s[’']inscrire|je m[’']inscris|s[’']abonner",
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
function asks(element: Element): boolean {
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
];
/** Words of the title of another article. */
const longestLinked = 25;

/**
 * Removes paragraphs that lead to another article: a link as a whole in brackets, or behind a label,
 * `MORE: …`, `IN OSTLAND: …`.
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
    if (isBracketed || linkLabels.some(form => form.test(label))) paragraph.remove();
  }
}

/** Removes paragraphs that are a `q` as a whole without the end of a sentence: words pulled out for the eye. */
function removePulledWords(document: PageDocument): void {
  for (const quotation of document.querySelectorAll('p > q')) {
    const text = textOf(quotation);
    const paragraph = quotation.parentElement!;
    if (text === textOf(paragraph) && !/[.!?…,]["”’]?$/.test(text)) paragraph.remove();
  }
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
