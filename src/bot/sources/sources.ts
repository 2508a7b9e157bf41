import type { Context } from 'grammy';
import type { Message } from 'grammy/types';
import type { Ingest } from '../../ingest/sources/ingest.ts';
import type { Pack } from '../../ingest/sources/packs.ts';
import { type BotContext, inGroup } from '../core/context.ts';
import { createFeature } from '../core/feature.ts';
import { verdictOn } from '../core/rights.ts';
import { acknowledge, messagePage, show, showExpired } from '../core/show.ts';
import { accept } from './accept.ts';
import { givenIn } from './given.ts';
import { offerOf } from './offer.ts';
import { foundPage, givenPage, type OfferPage } from './offer-pages.ts';
import { outletsPage, packsPage, removalPage, removedPage, sourcePage, sourcesPage } from './source-pages.ts';

const week = 7 * 86_400_000;
const longestName = 80;

/** Where the articles come from: `/sources`, what operators send to be added, and the buttons of both. */
export const sources = createFeature();

sources.command('sources', 'sources', async ctx => {
  const mayManage = !inGroup(ctx) && (await verdictOn(ctx, 'manageSources')) === 'yes';
  const { ingest, library } = ctx.services;
  if (!mayManage || !ingest) return show(ctx, outletsPage(await library.news.sources()));
  return showList(ctx, ingest, 1, 'send');
});

sources.messages(
  'message',
  ctx => {
    const given = ctx.chat.type === 'private' ? givenIn(ctx.msg) : null;
    // Who forwards a post without managing sources asks about its words.
    const isQuestion = given?.kind === 'post' && !ctx.services.admins.includes(ctx.from?.id ?? 0);
    return given === null || isQuestion ? null : 'sources';
  },
  async ctx => {
    const { ingest } = ctx.services;
    if (!ingest || (await verdictOn(ctx, 'manageSources')) !== 'yes')
      return show(ctx, messagePage('sources-only-operators'));
    const given = givenIn(ctx.msg)!;
    if (given.kind !== 'link') return offer(ctx, givenPage(given));
    await ctx.api.sendChatAction(ctx.chatId!, 'typing');
    const found = await ingest.find(given.address);
    return offer(ctx, foundPage(given.address, found, ctx.services.clock.now()));
  },
);

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
  if (!Object.hasOwn(actions, act)) return showExpired(ctx);
  await acknowledge(ctx);
  return actions[act]!(ctx, ingest, Number(number));
});

/** What the buttons of one source do. */
const actions: Record<string, (ctx: BotContext, ingest: Ingest, id: number) => Promise<unknown>> = {
  open: (ctx, ingest, id) => showSource(ctx, ingest, id),
  packs: (ctx, ingest, id) => showPacks(ctx, ingest, id === 1 ? 'countries' : 'topics', 'edit'),
  pause: async (ctx, ingest, id) => {
    await ingest.sources.change(id, { paused: true });
    return showSource(ctx, ingest, id);
  },
  resume: async (ctx, ingest, id) => {
    await ingest.sources.change(id, { paused: false });
    ingest.tick();
    return showSource(ctx, ingest, id);
  },
  check: async (ctx, ingest, id) => {
    await ctx.api.sendChatAction(ctx.chatId!, 'typing');
    const report = await ingest.check(id);
    if (report === null) return show(ctx, messagePage('source-gone'));
    const { outcome, cause, added, edited } = report;
    if (outcome === 'failed') await show(ctx, messagePage('source-check-failed', causeArgs(ctx, cause)));
    else await show(ctx, messagePage('source-checked', { added, edited }));
    return showSource(ctx, ingest, id);
  },
  rename: async (ctx, ingest, id) => {
    const source = await ingest.sources.get(id);
    if (!source) return show(ctx, messagePage('source-gone'));
    return show(ctx, messagePage('source-rename-how', { id: String(id), name: source.name }));
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
  if (all.length === 0) return showPacks(ctx, ingest, 'countries', how);
  await show(ctx, sourcesPage(all, figures, page, { messages, zone }), how);
}

/** Lists to start with, while there is no source. */
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

async function showSource(ctx: BotContext, ingest: Ingest, id: number): Promise<void> {
  const { clock, messages, zone } = ctx.services;
  const source = await ingest.sources.get(id);
  if (!source || source.removedAt !== null) return void (await show(ctx, messagePage('source-gone'), 'edit'));
  const figures = (await ingest.sources.figures(clock.now() - week)).get(id);
  await show(ctx, sourcePage(source, figures, { messages, zone }), 'edit');
}

/** The source whose new name a message gives: it answers the bot's question for one. */
function renamedIn(ctx: Context, message: Message): number | null {
  const asked = message.reply_to_message;
  if (!asked || asked.from?.id !== ctx.me.id || !message.text || message.text.startsWith('/')) return null;
  const [, id] = /#(\d{1,9})\b/.exec(asked.text ?? '') ?? [];
  return id === undefined ? null : Number(id);
}

sources.messages(
  'message:text',
  ctx => (ctx.chat.type === 'private' && renamedIn(ctx, ctx.msg) !== null ? 'manageSources' : null),
  async ctx => {
    const { ingest, clock, messages, zone } = ctx.services;
    const id = renamedIn(ctx, ctx.msg)!;
    const name = ctx.msg.text.replace(/\s+/g, ' ').trim().slice(0, longestName);
    if (!ingest || !(await ingest.sources.get(id))) return show(ctx, messagePage('source-gone'));
    await ingest.sources.change(id, { name, renamed: true });
    const figures = (await ingest.sources.figures(clock.now() - week)).get(id);
    return show(ctx, sourcePage((await ingest.sources.get(id))!, figures, { messages, zone }));
  },
);
