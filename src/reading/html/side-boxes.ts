import type { parseHTML } from 'linkedom';

type PageDocument = ReturnType<typeof parseHTML>['document'];
type Element = NonNullable<ReturnType<PageDocument['querySelector']>>;
type Box = { textContent: string | null; nodeName: string; querySelector(selector: string): unknown };

/** Class names of boxes between or after an article's paragraphs that are not part of it. */
const boxNames = {
  signUps: 'newsletters?|sign-?up|subscribe|subscription|opt-?in|mailing-list|mailchimp',
  teasers:
    'related|read-?(?:also|next)|also-?read|see-?also|bookmark-card|interstitial|recirc|recommended|recommendations|up-next',
  authors:
    '(?:about|post|article)?[_-]{0,2}author[_-]{1,2}(?:bio|box|card|description|detail|profile)|about-(?:the-)?author|bio',
  quotes: 'pull-?quotes?',
  posts: 'twitter-tweet|tweet-embed|instagram-media|tiktok-embed|fb-post|bluesky-embed|mastodon-embed',
  tools:
    'no-?print|catlinks|printfooter|mw-editsection|breadcrumbs?|tools|toolbar|reading-time|share-(?:bar|buttons|links)|sharing|tag-?list|post-tags',
  notices: 'cookies?|gdpr|consent|onetrust|didomi',
};
const sideBox = new RegExp(`(?:^|[\\s_-])(?:${Object.values(boxNames).join('|')})(?:$|[\\s_-])`, 'i');

/** The same on AMP pages, where a post has an element of its own. */
const embedded = 'amp-twitter, amp-instagram, amp-facebook, amp-tiktok';

const isNamedSideBox = (element: {
  getAttribute(name: string): string | null;
  matches(selector: string): boolean;
}) => sideBox.test(element.getAttribute('class') ?? '') || element.matches(embedded);

/** UTF-16 code units; a longer box may have the article in it. */
const longestBox = 700;
/** A box has at most this share of the page's text. */
const largestShare = 0.3;

/** Removes the boxes that a page's own names show to be something else than its article. */
export function removeSideBoxes(document: PageDocument): void {
  const longest = Math.min(longestBox, (document.body?.textContent?.length ?? 0) * largestShare);
  for (const element of document.querySelectorAll(`[class], ${embedded}`)) {
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
export function removeSignUps(document: PageDocument): void {
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
