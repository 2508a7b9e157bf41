import type { Context } from 'grammy';
import type { Message } from 'grammy/types';
import type { Ingest } from '../../ingest/sources/ingest.ts';
import type { Pack } from '../../ingest/sources/packs.ts';
import { addressToFetch } from '../../sources/fetch/address.ts';
import { type BotContext, inGroup } from '../core/context.ts';
import { createFeature } from '../core/feature.ts';
import { verdictOn } from '../core/rights.ts';
import { acknowledge, messagePage, show, showExpired } from '../core/show.ts';
import { accept } from './accept.ts';
import {
  askedField,
  askingButtons,
  askingPage,
  changesIn,
  keepAsked,
  settingButtons,
  sourceAskedAbout,
  type TypedField,
  textPage,
} from './edit-source.ts';
import { givenIn } from './given.ts';
import { offerOf } from './offer.ts';
import { foundPage, givenPage, type OfferPage } from './offer-pages.ts';
import { outletsPage, packsPage, removalPage, removedPage, sourcePage, sourcesPage } from './source-pages.ts';

const week = 7 * 86_400_000;
/** How many links of one message are looked at. */
const mostLinks = 5;

/** Where the articles come from: `/sources`, what operators send to be added, and the buttons of both. */
export const sources = createFeature();

sources.messages(
  'message',
  ctx => {
    const given = ctx.chat.type === 'private' ? givenIn(ctx.msg) : null;
    // Who passes on a post or a headline without managing sources asks about its words; any other file is refused to everyone.
    const isPassedOn = given?.kind === 'post' || (given?.kind === 'links' && given.hasWords);
    const isOrdinary = isPassedOn || given?.kind === 'other-file';
    if (isOrdinary && !ctx.services.admins.includes(ctx.from?.id ?? 0)) return null;
    return given === null ? null : 'sources';
  },
  async ctx => {
    const { ingest } = ctx.services;
    if (!ingest || (await verdictOn(ctx, 'manageSources')) !== 'yes')
      return show(ctx, messagePage('sources-only-operators'));
    const given = givenIn(ctx.msg)!;
    switch (given.kind) {
      case 'links':
        return offerLinks(ctx, ingest, given.addresses);
      case 'channel':
        return show(ctx, messagePage('offer-channel-how', { name: given.name, bot: ctx.me.username }));
      case 'other-file':
        return show(ctx, messagePage('offer-other-file', { name: given.name }));
      default:
        return offer(ctx, givenPage(given, ctx.services.messages));
    }
  },
);

// After what is sent to be added: `/sources` may be followed by a link.
sources.command('sources', 'sources', showSources);

/** The sources and how they are doing, for those who manage them; everyone else sees the outlets. */
export async function showSources(ctx: BotContext): Promise<void> {
  const mayManage = !inGroup(ctx) && (await verdictOn(ctx, 'manageSources')) === 'yes';
  const { ingest, library } = ctx.services;
  if (!mayManage || !ingest) await show(ctx, outletsPage(await library.news.sources()));
  else await showList(ctx, ingest, 1, 'send');
}

/** Says of each link what is there; of a source's own address how it is doing, and what can be done with it. */
async function offerLinks(ctx: BotContext, ingest: Ingest, addresses: string[]): Promise<unknown> {
  if (addresses.length > mostLinks)
    return show(ctx, messagePage('offer-too-many-links', { count: addresses.length, most: mostLinks }));
  const { clock, messages } = ctx.services;
  const known = new Map((await ingest.sources.list()).map(({ url, id }) => [url, id]));
  for (const address of addresses) {
    const id = known.get(addressToFetch(address) ?? '');
    if (id !== undefined) {
      await showSource(ctx, ingest, id, 'send');
      continue;
    }
    await ctx.api.sendChatAction(ctx.chatId!, 'typing');
    const found = await ingest.find(address);
    await offer(ctx, foundPage(address, found, { now: clock.now(), messages, known }));
  }
}

async function offer(ctx: BotContext, { page, stored }: OfferPage): Promise<void> {
  await ctx.services.library.storedQueries.keep(stored);
  await show(ctx, page);
}

sources.buttons(/^c\|n\./, async ctx => {
  const [, act, key = ''] = /^c\|n\.(do|no)(?:\.([0-9a-f]{16}))?$/.exec(ctx.callbackQuery.data) ?? [];
  const { ingest, library } = ctx.services;
  if (act === undefined || !ingest) return showExpired(ctx);
  if (act === 'no') {
    await acknowledge(ctx);
    return show(ctx, messagePage('offer-declined'), 'edit');
  }
  const chosen = await offerOf(key, library.storedQueries);
  if (chosen === null) return showExpired(ctx);
  await acknowledge(ctx);
  return show(ctx, await accept(ctx, ingest, chosen), 'edit');
});

sources.buttons(/^c\|o\./, async ctx => {
  const [, act = '', number] = /^c\|o\.([a-zA-Z]{1,12})\.(\d{1,9})$/.exec(ctx.callbackQuery.data) ?? [];
  const { ingest } = ctx.services;
  if (number === undefined || !ingest) return showExpired(ctx);
  if (act === 'list') {
    await acknowledge(ctx);
    return showList(ctx, ingest, Number(number), 'edit');
  }
  const id = Number(number);
  if (Object.hasOwn(settingButtons, act)) {
    await acknowledge(ctx);
    await ingest.sources.change(id, settingButtons[act]!);
    ingest.tick();
    return showSource(ctx, ingest, id);
  }
  if (Object.hasOwn(askingButtons, act)) {
    await acknowledge(ctx);
    return askFor(ctx, ingest, id, askingButtons[act]!);
  }
  if (!Object.hasOwn(actions, act)) return showExpired(ctx);
  await acknowledge(ctx);
  return actions[act]!(ctx, ingest, id);
});

/** What the buttons of one source do. */
const actions: Record<string, (ctx: BotContext, ingest: Ingest, id: number) => Promise<unknown>> = {
  open: (ctx, ingest, id) => showSource(ctx, ingest, id),
  packs: (ctx, ingest, id) => showPacks(ctx, ingest, id === 1 ? 'countries' : 'topics', 'edit'),
  check: async (ctx, ingest, id) => {
    await ctx.api.sendChatAction(ctx.chatId!, 'typing');
    const report = await ingest.check(id);
    if (report === null) return show(ctx, messagePage('source-gone'));
    const { outcome, cause, added, edited } = report;
    if (outcome === 'failed') await show(ctx, messagePage('source-check-failed', causeArgs(ctx, cause)));
    else await show(ctx, messagePage('source-checked', { added, edited }));
    return showSource(ctx, ingest, id);
  },
  text: async (ctx, ingest, id) => {
    const source = await ingest.sources.get(id);
    return show(ctx, source?.kind === 'feed' ? textPage(source) : messagePage('source-gone'), 'edit');
  },
  ask: async (ctx, ingest, id) => {
    const source = await ingest.sources.get(id);
    if (!source || source.removedAt !== null) return show(ctx, messagePage('source-gone'), 'edit');
    const figures = (await ingest.sources.figures(0)).get(id);
    return show(ctx, removalPage(source, figures?.articles ?? 0), 'edit');
  },
  remove: (ctx, ingest, id) => remove(ctx, ingest, id, false),
  removeAll: (ctx, ingest, id) => remove(ctx, ingest, id, true),
  undo: async (ctx, ingest, id) => {
    if (!(await ingest.sources.restore(id))) return show(ctx, messagePage('source-undo-late'), 'edit');
    return showSource(ctx, ingest, id);
  },
};

/** Asks for what is typed as a reply. */
async function askFor(ctx: BotContext, ingest: Ingest, id: number, field: TypedField): Promise<unknown> {
  const source = await ingest.sources.get(id);
  if (!source || source.removedAt !== null) return show(ctx, messagePage('source-gone'));
  const message = await show(ctx, askingPage(field, source));
  return keepAsked(field, { chat: ctx.chatId!, message, source: id }, ctx.services.library.storedQueries);
}

function causeArgs(ctx: BotContext, cause: string | null): Record<string, string> {
  return { cause: cause === null ? '' : ctx.services.messages.say(`cause-${cause}`) };
}

async function remove(ctx: BotContext, ingest: Ingest, id: number, withArticles: boolean): Promise<void> {
  const source = await ingest.sources.get(id);
  if (!source || source.removedAt !== null) return void (await show(ctx, messagePage('source-gone'), 'edit'));
  await ingest.sources.remove(id, ctx.services.clock.now(), { withArticles });
  await show(ctx, removedPage(source, withArticles), 'edit');
}

async function showList(ctx: BotContext, ingest: Ingest, page: number, how: 'send' | 'edit'): Promise<void> {
  const { clock, messages, zone } = ctx.services;
  const [all, figures] = [await ingest.sources.list(), await ingest.sources.figures(clock.now() - week)];
  const folder = await ingest.folder();
  if (all.length === 0 && folder === null) return showPacks(ctx, ingest, 'countries', how);
  await show(ctx, sourcesPage(all, figures, page, { messages, zone }, folder), how);
}

/**
 * Offers an operator the lists to start with, if there is neither an article nor a source.
 * @returns whether anything was offered
 */
export async function offeredPacks(ctx: BotContext): Promise<boolean> {
  const { ingest, library } = ctx.services;
  if (!ingest || inGroup(ctx) || (await verdictOn(ctx, 'manageSources')) !== 'yes') return false;
  if ((await library.articles.count()) > 0 || (await ingest.sources.list()).length > 0) return false;
  if ((await ingest.packs()).length === 0) return false;
  await showPacks(ctx, ingest, 'countries', 'send');
  return true;
}

/** Lists to start with, as long as there is no source. */
async function showPacks(
  ctx: BotContext,
  ingest: Ingest,
  group: Pack['group'],
  how: 'send' | 'edit',
): Promise<void> {
  const packs = await ingest.packs();
  if (packs.length === 0) return void (await show(ctx, messagePage('sources-none'), how));
  const { page, stored } = packsPage(packs, group, ctx.services.messages.locale);
  await ctx.services.library.storedQueries.keep(stored);
  await show(ctx, page, how);
}

async function showSource(
  ctx: BotContext,
  ingest: Ingest,
  id: number,
  how: 'send' | 'edit' = 'edit',
): Promise<void> {
  const { clock, messages, zone } = ctx.services;
  const source = await ingest.sources.get(id);
  if (!source || source.removedAt !== null) return void (await show(ctx, messagePage('source-gone'), how));
  const figures = (await ingest.sources.figures(clock.now() - week)).get(id);
  await show(ctx, sourcePage(source, figures, { messages, zone }), how);
}

/** The source about which a message answers the bot's question. */
function askedSource(ctx: Context, message: Message): number | null {
  const asked = message.reply_to_message;
  if (!asked || asked.from?.id !== ctx.me.id || !message.text || message.text.startsWith('/')) return null;
  return sourceAskedAbout(asked.text ?? '');
}

sources.messages(
  'message:text',
  ctx => (ctx.chat.type === 'private' && askedSource(ctx, ctx.msg) !== null ? 'manageSources' : null),
  async ctx => {
    const { ingest, clock, messages, zone, library } = ctx.services;
    const id = askedSource(ctx, ctx.msg)!;
    const asked = { chat: ctx.chatId, message: ctx.msg.reply_to_message!.message_id, source: id };
    const field = await askedField(asked, library.storedQueries);
    const source = await ingest?.sources.get(id);
    if (!ingest || !source || source.removedAt !== null || field === null)
      return show(ctx, messagePage('source-gone'));
    const changes = changesIn(field, ctx.msg.text);
    if ('problem' in changes) return show(ctx, messagePage(changes.problem));
    await ingest.sources.change(id, changes);
    const figures = (await ingest.sources.figures(clock.now() - week)).get(id);
    return show(ctx, sourcePage((await ingest.sources.get(id))!, figures, { messages, zone }));
  },
);
