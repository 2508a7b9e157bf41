import { GrammyError } from 'grammy';
import { note } from '../../answers/page/builders.ts';
import type { Button, Page } from '../../answers/page/page.ts';
import { articlesIn } from '../../ingest/load.ts';
import type { Imported } from '../../ingest/sources/import-list.ts';
import type { Ingest } from '../../ingest/sources/ingest.ts';
import type { Skipped } from '../../ingest/sources/packs.ts';
import { channelUrl } from '../../ingest/sources/take-posts.ts';
import type { Stored } from '../../ingest/store-article.ts';
import { countryIn } from '../../languages/countries.ts';
import type { NewSource } from '../../library/sources/types.ts';
import type { Messages } from '../../rendering/messages.ts';
import { adviceKey } from '../../sources/fetch/advice.ts';
import type { Cause } from '../../sources/fetch/outcome.ts';
import { nativeFetch } from '../../telegram/fetch.ts';
import type { BotContext } from '../core/context.ts';
import { show } from '../core/show.ts';
import { largestFile, type Offer, offerData } from './offer.ts';
import { detailsButton } from './offer-pages.ts';
import { doubtInWords, refusalInWords } from './refusal-words.ts';

const mostReasons = 5;
/** Files that may as well be a list of addresses. */
const plainText = /\.(?:txt|md)$/i;
const mostSkipped = 20;

/** Does what an offer's button says; gives what is shown in its place. */
export async function accept(ctx: BotContext, ingest: Ingest, offer: Offer): Promise<Page> {
  switch (offer.does) {
    case 'add-feed': {
      const { url, name, home, language } = offer;
      return add(ingest, { kind: 'feed', url, name, home, language });
    }
    case 'add-page':
      return add(ingest, { kind: 'page', url: offer.url, name: offer.name });
    case 'read-page': {
      const read = await ingest.readPage(offer.url);
      if (read.outcome !== 'failed')
        return articlePage(read, ctx.services.messages, 'isPart' in read && read.isPart);
      return failedAgain(read.cause, ctx.services.messages);
    }
    case 'read-file':
      return readFile(ctx, ingest, offer.file, offer.name);
    case 'import-file': {
      const bytes = await download(ctx, offer.file);
      const list = bytes && (await ingest.listIn(bytes));
      if (!list) return note('offer-not-a-list', { name: offer.name });
      if (list.feeds.length === 0) return note('offer-empty-list', { name: offer.name });
      return imported(ingest, await ingest.importList(list));
    }
    case 'import-list': {
      const found = await ingest.find(offer.url);
      if (found.kind !== 'list') return note('offer-not-a-list', { name: offer.url });
      return imported(ingest, await ingest.importList(found.list));
    }
    case 'add-pack': {
      await show(
        ctx,
        note('pack-checking', { name: countryIn(ctx.services.messages.locale, offer.name) }),
        'edit',
      );
      const result = await ingest.addPack(offer.name);
      return result === null ? note('source-gone') : packPage(ctx, ingest, result);
    }
    case 'read-post': {
      const stored = await ingest.takePost(offer.post, { once: true });
      return stored === null ? note('source-gone') : articlePage(stored, ctx.services.messages);
    }
    case 'add-channel':
      return addChannel(ctx, ingest, offer.chatId, offer.name);
  }
}

function failedAgain(cause: Cause, messages: Messages): Page {
  const advice = adviceKey(cause);
  const page = note('offer-failed-again', { cause: messages.say(`cause-${cause}`) });
  return advice === null ? page : { ...page, blocks: [...page.blocks, ...note(advice).blocks] };
}

async function add(ingest: Ingest, wanted: NewSource): Promise<Page> {
  const { source, isNew } = await ingest.add(wanted);
  // Its items are read while the chat goes on.
  ingest.tick();
  const key = !isNew ? 'source-known' : wanted.kind === 'channel' ? 'source-added-channel' : 'source-added';
  return note(key, { name: source.name }, [[detailsButton(source.id)]]);
}

function imported(ingest: Ingest, { added, known, refused }: Imported): Page {
  ingest.tick();
  const list: Button = {
    label: [{ messageKey: 'source-back' }],
    action: { kind: 'choose', data: 'o.list.1' },
  };
  const counts = { added: added.length, known: known.length, refused: refused.length };
  return note('offer-imported', counts, [[list]]);
}

/** What was added of a pack, and what was skipped and why. */
function packPage(ctx: BotContext, ingest: Ingest, result: Imported & { skipped: Skipped[] }): Page {
  const page = imported(ingest, result);
  if (result.skipped.length === 0) return page;
  const { messages } = ctx.services;
  page.blocks.push(
    { kind: 'text', line: [{ messageKey: 'pack-skipped', args: { count: result.skipped.length } }] },
    {
      kind: 'list',
      items: result.skipped
        .slice(0, mostSkipped)
        .map(({ name, cause }) => [{ text: `${name}: ${messages.say(`cause-${cause}`)}` }]),
    },
  );
  return page;
}

/** What became of one article, with the way to it. */
function articlePage(stored: Stored, messages: Messages, isPart = false): Page {
  if (stored.outcome === 'refused')
    return note('offer-refused', { reason: refusalInWords(stored, messages) });
  const open: Button = {
    label: [{ messageKey: 'offer-open' }],
    action: { kind: 'ask', question: { kind: 'article', article: stored.id } },
  };
  const key = stored.outcome === 'known' ? 'offer-known' : isPart ? 'offer-part-read' : 'offer-read';
  return note(key, {}, [[open]]);
}

async function readFile(ctx: BotContext, ingest: Ingest, file: string, name: string): Promise<Page> {
  const bytes = await download(ctx, file);
  if (bytes === null) return note('offer-no-file', { name });
  const list = plainText.test(name) ? await ingest.listIn(bytes) : null;
  if (list !== null) return addressesPage(ctx, { does: 'import-file', file, name }, list.feeds.length);
  const { counts, refused, doubted } = await ingest.takeFile(name, bytes);
  if (articlesIn(counts) === 0) return note('offer-empty-file', { name });
  const page = note(counts.updated === 0 ? 'offer-loaded' : 'offer-loaded-updated', { ...counts });
  const { messages } = ctx.services;
  const reasons = [
    ...refused.map(each => `${each.where}: ${refusalInWords(each, messages)}`),
    ...doubted.map(each => doubtInWords(each, messages)),
  ];
  if (reasons.length > 0)
    page.blocks.push({ kind: 'list', items: reasons.slice(0, mostReasons).map(text => [{ text }]) });
  return page;
}

/** Asks about a text file that has a list of feeds in it, not an article. */
async function addressesPage(
  ctx: BotContext,
  offer: Extract<Offer, { does: 'import-file' }>,
  count: number,
): Promise<Page> {
  const { data, stored } = offerData(offer);
  await ctx.services.library.storedQueries.keep([stored]);
  const button = (messageKey: string, chosen: string): Button => ({
    label: [{ messageKey }],
    action: { kind: 'choose', data: chosen },
  });
  return note('offer-lines', { name: offer.name, count }, [
    [button('offer-add-all', data)],
    [button('offer-no', 'n.no')],
  ]);
}

/** The bytes of a file on Telegram's servers; null if it is too large or no longer there. */
async function download(ctx: BotContext, fileId: string): Promise<Uint8Array | null> {
  const found = await ctx.api.getFile(fileId).catch((error: unknown) => {
    // Telegram refuses files that are too large, or whose links have expired.
    if (error instanceof GrammyError && error.error_code === 400) return null;
    throw error;
  });
  const { file_path: path, file_size: size = 0 } = found ?? {};
  if (path === undefined || size > largestFile) return null;
  const root = ctx.api.options?.apiRoot ?? 'https://api.telegram.org';
  const response = (await nativeFetch(`${root}/file/bot${ctx.api.token}/${path}`)) as unknown as Response;
  return response.ok ? new Uint8Array(await response.arrayBuffer()) : null;
}

/** A channel's posts can be taken only where the bot sees them: as an administrator. */
async function addChannel(ctx: BotContext, ingest: Ingest, chatId: number, name: string): Promise<Page> {
  const isThere = await ctx.api
    .getChatMember(chatId, ctx.me.id)
    .then(({ status }) => status === 'administrator')
    .catch(error => {
      // Telegram refuses to speak of chats that the bot is not in.
      if (error instanceof GrammyError && [400, 403].includes(error.error_code)) return false;
      throw error;
    });
  if (!isThere) return note('offer-channel-how', { name, bot: ctx.me.username });
  return add(ingest, { kind: 'channel', name, url: channelUrl(chatId) });
}
