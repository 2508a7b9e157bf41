import { Parser } from 'htmlparser2';
import { htmlToText } from '../text/html-text.ts';
import { isLoginAddress } from './causes.ts';

/** What a page that is neither a feed nor an article may be. */
export type PageCause =
  | 'challenge'
  | 'login-wall'
  | 'consent-wall'
  | 'missing'
  | 'needs-script'
  | 'not-a-feed';

/** How much of a page is looked at, in characters. */
const looked = 1_000_000;

/** Why a page came where a feed or an article was expected, by its HTML and where it came from; `not-a-feed` for any other. */
export function causeOfPage(html: string, url: string): PageCause {
  if (isLoginAddress(url)) return 'login-wall';
  if (isConsentWall(html)) return 'consent-wall';
  // Many sites have a form to log in at on every page, and the article as well.
  if (paragraphLength(html) >= enoughToRead) return 'not-a-feed';
  const opening = html.slice(0, 100_000);
  if (
    /\b_cf_chl_|cdn-cgi\/challenge-platform|g-recaptcha|h-captcha|Enable JavaScript and cookies to continue/i.test(
      opening,
    )
  )
    return 'challenge';
  if (/<input\b[^<>]{0,300}\btype\s*=\s*["']?password/i.test(opening)) return 'login-wall';
  if (saysMissing(opening)) return 'missing';
  return needsScript(html) ? 'needs-script' : 'not-a-feed';
}

/** A page with this many characters in its paragraphs is more than a form or a notice. */
const enoughToRead = 600;

/** How many characters a page has in its paragraphs, without their tags. */
function paragraphLength(html: string): number {
  return html
    .slice(0, 2_000_000)
    .split(/<p(?=[\s>])/i)
    .slice(1)
    .map(piece => piece.split(/<\/(?:p|div|td|form|section|article)\s*>/i, 1)[0]!)
    .reduce((sum, piece) => sum + piece.replaceAll(/<[^<>]*>/g, '').trim().length, 0);
}

/** How pages are called that want their cookies accepted before they show anything. */
const consentTitle =
  /^(?:before you continue|(?:your |manage (?:your )?)?(?:privacy|cookies?|consent)(?: (?:choices?|settings|preferences|consent|notice))?$|we (?:value|respect|care about) your privacy|bevor sie (?:fortfahren|weiterlesen)|(?:ihre )?(?:datenschutz|cookie)-?einstellungen|avant de (?:continuer|poursuivre)|antes de (?:continuar|seguir)|prima di continuare|zanim przejdziesz)/iu;
const button = /<(?:button|a|input)\b[^<>]{0,300}>[^<>]{0,40}/gi;
const consent = /accept|agree|akzeptieren|zustimmen|aceptar|accetta|akceptuj|zgadzam/i;
/** A consent wall has at most this many characters. */
const longestWall = 4_000;

function isConsentWall(html: string): boolean {
  if (html.length > looked || !(html.match(button) ?? []).some(each => consent.test(each))) return false;
  // Below a headline it is a box on an article's page.
  const headings = /<h1\b/i.test(html)
    ? /<(?:title|h1)\b[^<>]*>([^<]{1,200})/gi
    : /<(?:title|h2)\b[^<>]*>([^<]{1,200})/gi;
  const names = [...html.matchAll(headings)].map(([, inside]) => inside!.trim());
  if (
    !names.some(name => consentTitle.test(name)) ||
    /"@type"\s*:\s*"\w{0,30}Article"|<article\b/i.test(html)
  )
    return false;
  const text = htmlToText(html);
  return text.length <= longestWall && /cookies?/i.test(text);
}

/** How servers that answer 200 in any case say that there is nothing, in their title or headline. */
const missing =
  /^(?:error|fehler|erreur|ошибка|помилка)?[\s:#-]{0,4}404(?!\d)|^(?:(?:oops|sorry)\W{1,4})?(?:the |this |that )?(?:requested )?(?:page|file|article|story|post|content)\b.{0,30}\b(?:not (?:be )?found|doesn[’']t exist|does not exist|no longer (?:exists|available))|^not found\b|^(?:seite|artikel) nicht gefunden|^page (?:non trouvée|introuvable)|^página no encontrada|^pagina non trovata|^pagina niet gevonden|^página não encontrada|^strona nie (?:została znaleziona|istnieje)|^страница не найдена|^сторінк[ау] не знайден[ао]/iu;

function saysMissing(opening: string): boolean {
  for (const [, , inside] of opening.matchAll(/<(title|h1)\b[^<>]*>([^<]{1,200})/gi))
    if (missing.test(inside!.trim())) return true;
  return false;
}

/** A page with more characters to be seen is not empty. */
const mostSeen = 250;
/** Where scripts put a page, by the usual names. */
const mount =
  /<(?:div|main)\b[^<>]*\bid\s*=\s*["']?(?:root|app|main-app|__next|__nuxt|___gatsby|svelte|react-root|app-root)\b|<app-root\b/i;

function needsScript(html: string): boolean {
  if (!/<script\b/i.test(html) || html.includes('"articleBody"')) return false;
  const wantsScript =
    mount.test(html) ||
    /\b(?:enable|requires?|turn on|activate)\s+(?:\w+\s+)?javascript\b|javascript is (?:required|disabled)/i.test(
      html,
    );
  return wantsScript && htmlToText(html.slice(0, looked)).length <= mostSeen;
}

/** A list has at least this many headlines that are links, with at most `longestTeaser` characters between two of them. */
const fewestHeadlines = 8;
const longestTeaser = 800;
const fewestWords = 4;
const headings = new Set(['h2', 'h3', 'h4']);
const silent = new Set(['script', 'style', 'noscript', 'template', 'head']);

/**
 * Whether a page is a list of articles, such as a site's front page or a section: headlines that lead elsewhere, with
 * no more than a teaser between them. A page that calls itself an article is none. In one pass.
 */
export function isListOfArticles(html: string): boolean {
  const opening = html.slice(0, looked);
  if (/<meta\b[^<>]{0,200}(?:article:published_time|\bog:type["'][^<>]{0,80}["']article\b)/i.test(opening))
    return false;
  const links = new Set<string>();
  let [inHeading, inLink, hidden] = [false, false, 0];
  // The link may be around the heading or in it.
  let [words, href] = ['', ''];
  let [between, longest] = [0, 0];
  const endHeadline = () => {
    if (href === '' || href.startsWith('#') || links.has(href)) return;
    if (words.trim().split(/\s+/).length < fewestWords) return;
    links.add(href);
    longest = Math.max(longest, between);
    between = 0;
  };
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (silent.has(name)) hidden++;
        if (name === 'a') [inLink, href] = [true, attributes.href ?? ''];
        if (!headings.has(name)) return;
        [inHeading, words] = [true, ''];
        if (!inLink) href = '';
      },
      ontext(text) {
        if (hidden > 0) return;
        if (inHeading) words += text;
        else if (!inLink) between += text.trim().length;
      },
      onclosetag(name) {
        if (silent.has(name)) hidden = Math.max(0, hidden - 1);
        if (name === 'a') inLink = false;
        if (!headings.has(name)) return;
        inHeading = false;
        endHeadline();
      },
    },
    { decodeEntities: true },
  );
  parser.end(opening);
  return links.size >= fewestHeadlines && Math.max(longest, between) <= longestTeaser;
}
