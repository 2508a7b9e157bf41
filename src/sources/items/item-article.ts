import { lettersOf } from '../../reading/text/letters.ts';
import type { Article } from '../../system/article.ts';
import type { FeedItem } from '../feeds/feed.ts';
import { addressWithoutTracking } from '../fetch/address.ts';
import { htmlToText } from '../text/html-text.ts';
import { repairMojibake } from '../text/mojibake.ts';
import { itemDates } from './item-dates.ts';

/** Where the text of a source's articles is taken from: `auto` fetches the page where the feed has a teaser only. */
export type TextFrom = 'auto' | 'feed' | 'page';

/** In characters: anything this long counts as the full text, unless it visibly breaks off. */
const fullLength = 1_200;
const shortLength = 400;
/** No headline is longer: what is belongs to a broken feed. */
const longestTitle = 1_000;

const breaksOff =
  /(?:…|\.\.\.|\[(?:…|\.\.\.|&hellip;)\]|»)\s*$|\b(?:read (?:more|on|the full (?:story|article))|continue reading|full (?:story|article)|weiterlesen|mehr lesen|lire la suite|leer más|читать далее|читати далі)\b[^.!?\n]{0,80}$/iu;
/** What WordPress puts at the end of every item. */
const signature = /^The post .{1,300} (?:first )?appeared (?:first )?on .{1,200}$/i;

/** Whether a feed's item has only a teaser of its article, whose page is to be fetched. */
export function isTeaser({ text, html }: Pick<FeedItem, 'text' | 'html'>): boolean {
  const content = (html === null ? (text ?? '') : htmlToText(html))
    .split('\n')
    .filter(line => !signature.test(line))
    .join('\n')
    .trim();
  if (breaksOff.test(content.slice(-400))) return true;
  if (content.length >= fullLength) return false;
  // Something short that ends its last sentence may be all there is: where the feed has both, the longer one is meant to be the whole.
  const hasBoth = html !== null && text !== null && content.length > text.length * 1.5;
  return content.length < shortLength || !(hasBoth && /[.!?”"»)]$/.test(content));
}

/** Whether the page of an item is to be fetched. */
export function needsPage(item: FeedItem, from: TextFrom): boolean {
  if (item.url === null || !/^https?:/i.test(item.url) || from === 'feed') return false;
  return from === 'page' || isTeaser(item);
}

/**
 * The article in a feed's item, as the feed has it.
 * @param key what the item is known by, see `matchItems`
 * @param source the outlet's name
 * @param now milliseconds since the epoch
 * @returns null if it has no words at all
 */
export function articleOfItem(
  item: FeedItem,
  known: { key: string; source: string; now: number },
): Article | null {
  const { title, author, url } = item;
  const isBare = saysOnlyTitle(item);
  const body = item.html === null || isBare ? null : repairMojibake(item.html);
  const text = item.text === null || isBare ? title : repairMojibake(item.text);
  if (body === null && !text) return null;
  const { publishedAt, updatedAt } = itemDates(item, known.now);
  return {
    id: known.key,
    ...(body === null ? { text: text!, derived: true as const } : { text: '', html: body }),
    ...(title === null ? {} : { title: repairMojibake(title).slice(0, longestTitle).toWellFormed() }),
    ...(author === null ? {} : { author }),
    ...(url === null ? {} : { url: URL.canParse(url) ? addressWithoutTracking(url) : url }),
    ...(publishedAt === null ? {} : { publishedAt }),
    ...(updatedAt === null ? {} : { updatedAt }),
    source: item.outlet ?? known.source,
    ...(isTeaser(item) ? { teaser: true as const } : {}),
  };
}

/** Whether an item has no words but its title, and its outlet's name: those of a search in the news, or with a picture only. */
function saysOnlyTitle({ title, outlet = '', text, html }: FeedItem): boolean {
  if (title === null) return false;
  const content = lettersOf(html === null ? (text ?? '') : htmlToText(html));
  return lettersOf(title + outlet).includes(content);
}

const paywall =
  /"isAccessibleForFree"\s*:\s*"?false|\b(?:subscribe|subscription|sign up|log in|register) (?:now )?to (?:continue|keep|read)\b|\balready a subscriber\b|\b(?:create|open) an? (?:free )?account to (?:continue|keep|read)\b|\bthis (?:article|content|story) is (?:for|only available to) (?:paying )?subscribers\b/i;

/** Whether a page says that the rest of it is for those who pay or log in. */
export const isBehindPaywall = (html: string): boolean => paywall.test(html);

/**
 * Whether a page's text takes the place of the feed's: it must say more, unless the page keeps the rest for those
 * who pay.
 * @param page the text that was read from the page, `null` for none
 */
export function pageIsBetter(teaser: string, page: string | null, html: string): boolean {
  if (page === null) return false;
  const gain = page.length - teaser.length;
  return gain > 0 && (gain > 600 || !paywall.test(html));
}
