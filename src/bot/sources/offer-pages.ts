import { note } from '../../answers/page/builders.ts';
import type { Block, Button, Line, Page } from '../../answers/page/page.ts';
import type { Messages } from '../../rendering/messages.ts';
import type { Discovered } from '../../sources/discovery/discover.ts';
import type { Feed } from '../../sources/feeds/feed.ts';
import { addressWithoutSecrets } from '../../sources/fetch/address.ts';
import { adviceKey } from '../../sources/fetch/advice.ts';
import type { Cause } from '../../sources/fetch/outcome.ts';
import { cut } from './cut.ts';
import type { Given } from './given.ts';
import { largestFile, type Offer, offerData } from './offer.ts';

/** A page, and the texts of its buttons that are to be stored before it is shown. */
export type OfferPage = { page: Page; stored: string[] };

const minute = 60_000;
const longestName = 60;
const longestButton = 40;
/** How many feeds of a list are named. */
const mostNamed = 5;

/** Opens what there is to know of a source; `name` where there are buttons of others too. */
export function detailsButton(id: number, name?: string): Button {
  const label = name === undefined ? key('source-details') : { text: cut(name, longestButton) };
  return { label: [label], action: { kind: 'choose', data: `o.open.${id}` } };
}

/** Collects the buttons of an offer. */
function createButtons() {
  const buttons: Button[][] = [];
  const stored: string[] = [];
  return {
    buttons,
    stored,
    add(label: Line, offer: Offer): void {
      const { data, stored: text } = offerData(offer);
      stored.push(text);
      buttons.push([{ label, action: { kind: 'choose', data } }]);
    },
    decline(): void {
      buttons.push([{ label: [{ messageKey: 'offer-no' }], action: { kind: 'choose', data: 'n.no' } }]);
    },
  };
}

const text = (...line: Line): Block => ({ kind: 'text', line });
const key = (messageKey: string, args: Record<string, string | number> = {}) => ({ messageKey, args });

/**
 * What was found at an address, with what can be done about it.
 * @param context.known the sources there are, by their addresses
 */
export function foundPage(
  address: string,
  found: Discovered,
  { now, messages, known }: { now: number; messages: Messages; known: ReadonlyMap<string, number> },
): OfferPage {
  if (found.kind === 'failed') return failedPage(address, found.cause);
  const { buttons, stored, add, decline } = createButtons();
  if (found.kind === 'list') {
    add([key('offer-add-all')], { does: 'import-list', url: address });
    decline();
    return { page: { blocks: listBlocks(found.list), buttons }, stored };
  }
  const blocks: Block[] = [];
  const [first, ...others] = found.feeds;
  if (found.pageCause)
    blocks.push(text(key('offer-only-feeds', { cause: messages.say(`cause-${found.pageCause}`) })));
  if (first) {
    blocks.push(text(...feedLine(first.feed, first.title ?? shown(first.url), now)));
    // No one has named it: it may not be what was meant.
    if (first.how === 'usual') blocks.push(text(key('offer-found-at', { address: shown(first.url) })));
    if (others.length > 0) {
      blocks.push(text(key('offer-more-feeds', { count: others.length })));
      blocks.push({
        kind: 'list',
        items: others.map(({ feed, title, url }) => feedLine(feed, title ?? shown(url), now)),
      });
    }
    if (found.more > 0) blocks.push(text(key('offer-even-more', { count: found.more })));
  } else blocks.push(text(key('offer-no-feed', { title: clipped(found.page?.title ?? shown(address)) })));
  const isOnly = found.feeds.length === 1;
  for (const { url, title, feed } of found.feeds) {
    const name = clipped(title ?? new URL(url).hostname);
    const id = known.get(url);
    if (id !== undefined) {
      blocks.push(text(key('source-known', { name })));
      buttons.push([detailsButton(id, name)]);
      continue;
    }
    const label = isOnly ? key('offer-add') : key('offer-add-named', { name: cut(name, longestButton) });
    add([label], { does: 'add-feed', url, name, home: feed.home, language: feed.language });
  }
  if (found.page) {
    const { url, title } = found.page;
    const name = clipped(title ?? new URL(url).hostname);
    add([key('offer-read-once')], { does: 'read-page', url });
    if (!first) add([key('offer-watch')], { does: 'add-page', url, name });
  }
  decline();
  return { page: { blocks, buttons }, stored };
}

function failedPage(address: string, cause: Cause): OfferPage {
  const line: Line = [key('offer-failed', { address: shown(address) }), { text: ' ' }, key(`cause-${cause}`)];
  const advice = adviceKey(cause);
  line.push({ text: '.' }, ...(advice === null ? [] : [{ text: ' ' }, key(advice)]));
  return { page: { blocks: [text(...line)], buttons: [] }, stored: [] };
}

/** What can be done with a file or a post. */
export function givenPage(given: Extract<Given, { kind: 'file' | 'post' }>, { locale }: Messages): OfferPage {
  const { buttons, stored, add, decline } = createButtons();
  if (given.kind === 'file') {
    const { file, name, size, list } = given;
    if (size > largestFile)
      return { page: note('offer-too-large', { name, size: sizeOf(size, locale) }), stored: [] };
    const line = text(key(list ? 'offer-list-file' : 'offer-file', { name, size: sizeOf(size, locale) }));
    if (list) add([key('offer-add-all')], { does: 'import-file', file, name });
    else add([key('offer-read-file')], { does: 'read-file', file, name });
    decline();
    return { page: { blocks: [line], buttons }, stored };
  }
  const { post, canAdd } = given;
  const from = clipped(post.channel);
  const line = text(key(canAdd ? 'offer-post' : from ? 'offer-message' : 'offer-words', { name: from }));
  add([key('offer-read-post')], { does: 'read-post', post });
  if (canAdd)
    add([key('offer-add-channel', { name: cut(from, longestButton) })], {
      does: 'add-channel',
      chatId: post.chatId,
      name: from,
    });
  decline();
  return { page: { blocks: [line], buttons }, stored };
}

function feedLine({ items }: Feed, name: string, now: number): Line {
  const moments = items.map(({ publishedAt, updatedAt }) => Date.parse(publishedAt ?? updatedAt ?? ''));
  const past = moments.filter(moment => moment <= now);
  const line: Line = [key('offer-feed', { name: clipped(name), count: items.length })];
  if (past.length > 0) line.push({ text: ', ' }, ...ageOf(now - Math.max(...past)));
  return line;
}

function ageOf(age: number): Line {
  const [unit, count]: [string, number] =
    age < 60 * minute
      ? ['minutes', Math.max(1, Math.round(age / minute))]
      : age < 48 * 60 * minute
        ? ['hours', Math.round(age / (60 * minute))]
        : ['days', Math.round(age / (24 * 60 * minute))];
  return [key(`offer-newest-${unit}`, { count })];
}

function listBlocks({
  title,
  feeds,
}: {
  title: string | null;
  feeds: { url: string; title: string | null }[];
}) {
  const named = feeds.slice(0, mostNamed).map(feed => clipped(feed.title ?? shown(feed.url)));
  const more = feeds.length - named.length;
  const blocks: Block[] = [
    text(
      key(title ? 'offer-list-named' : 'offer-list', { title: clipped(title ?? ''), count: feeds.length }),
    ),
    { kind: 'list', items: named.map(name => [{ text: name }]) },
  ];
  if (more > 0) blocks.push(text(key('offer-list-more', { count: more })));
  return blocks.filter(block => block.kind !== 'list' || block.items.length > 0);
}

function shown(address: string): string {
  const whole = addressWithoutSecrets(address);
  const bare = whole.replace(/^https?:\/\/(?:www\.)?/, '').replace(/\/$/, '');
  // Of `https://` alone nothing would be left to show.
  return bare === '' ? whole : bare;
}

function clipped(name: string): string {
  return cut(name.replace(/\s+/g, ' ').trim(), longestName);
}

/** As in `1 kB` and `20.4 MB`. */
function sizeOf(bytes: number, locale: string): string {
  const isSmall = bytes < 1_000_000;
  const unit = {
    style: 'unit',
    unit: isSmall ? 'kilobyte' : 'megabyte',
    maximumFractionDigits: isSmall ? 0 : 1,
  } as const;
  return new Intl.NumberFormat(locale, unit).format(isSmall ? Math.max(1, bytes / 1000) : bytes / 1e6);
}
