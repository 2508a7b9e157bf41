import { InputFile } from 'grammy';
import type { Button, Page } from '../../answers/page/page.ts';
import type { BotContext } from '../core/context.ts';
import { createFeature } from '../core/feature.ts';
import { acknowledge, messagePage, show } from '../core/show.ts';
import { removeChatMenu } from '../intake/commands.ts';
import { endDialog } from '../wizard/wizard.ts';

/** Where each table that holds personal data is explained; some share a line. */
export const privacyLineOf: Readonly<Record<string, string>> = {
  subscriptions: 'privacy-subscriptions',
  outbox: 'privacy-subscriptions',
  inbox: 'privacy-messages',
  replies: 'privacy-messages',
  sent_answers: 'privacy-answers',
  shown_answers: 'privacy-answers',
  conversations: 'privacy-conversations',
  read_markers: 'privacy-asked',
  stored_queries: 'privacy-questions',
  chat_languages: 'privacy-language',
  access_list: 'privacy-access',
  notifications: 'privacy-notices',
  reachable_admins: 'privacy-notices',
};

/** All lines of `/privacy`, in order. */
const privacyLines = [...new Set(Object.values(privacyLineOf)), 'privacy-log'];

/**
 * Personal data: `/privacy` says what is stored, `/export` hands it out, `/forget` deletes it. All of it is about
 * one person, so it is for their private chat only.
 */
export const privacy = createFeature();

privacy.command('privacy', 'privacy', showPrivacy);

/** Says what is stored about the sender. */
export async function showPrivacy(ctx: BotContext): Promise<void> {
  const args = { id: String(ctx.from?.id ?? ctx.chatId) };
  await show(ctx, {
    blocks: [
      { kind: 'heading', line: [{ messageKey: 'privacy' }] },
      { kind: 'list', items: privacyLines.map(messageKey => [{ messageKey, args }]) },
      { kind: 'text', line: [{ messageKey: 'privacy-commands' }] },
    ],
    buttons: [],
  });
}

privacy.command('export', 'export', async ctx => {
  const chat = ctx.chatId!;
  const held = {
    chat,
    exported: new Date(ctx.services.clock.now()).toISOString(),
    ...(await personalDataOf(ctx)),
  };
  const file = new InputFile(Buffer.from(`${JSON.stringify(held, null, 2)}\n`), 'communique-data.json');
  await ctx.api.sendDocument(chat, file, { caption: ctx.services.messages.say('export-caption') });
});

privacy.command('forget', 'forget', showForget);

/** Asks whether to delete what is stored about the sender. */
export async function showForget(ctx: BotContext): Promise<void> {
  await show(ctx, await confirmationPage(ctx));
}

privacy.buttons(/^c\|f\.(?:yes|no)$/, async ctx => {
  await acknowledge(ctx);
  if (ctx.callbackQuery.data === 'c|f.no') return show(ctx, messagePage('forget-kept'), 'edit');
  await endDialog(ctx);
  await removeChatMenu(ctx).catch(error =>
    ctx.services.log.warn({ error }, 'the command menu of a chat could not be removed'),
  );
  await ctx.services.library.personalData.erase(ctx.chatId!);
  return show(ctx, messagePage('forgotten'), 'edit');
});

async function confirmationPage(ctx: BotContext): Promise<Page> {
  const { library, access } = ctx.services;
  const subscriptions = (await library.subscriptions.ofChat(ctx.chatId!)).length;
  const elsewhere = await library.personalData.setUpElsewhere(ctx.chatId!);
  const button = (messageKey: string, data: string): Button => ({
    label: [{ messageKey }],
    action: { kind: 'choose', data },
  });
  return {
    blocks: [
      { kind: 'text', line: [{ messageKey: 'forget-sure', args: { subscriptions } }] },
      ...(elsewhere > 0
        ? [{ kind: 'text' as const, line: [{ messageKey: 'forget-elsewhere', args: { count: elsewhere } }] }]
        : []),
      ...(access === 'open' ? [] : [{ kind: 'text' as const, line: [{ messageKey: 'forget-admission' }] }]),
    ],
    buttons: [[button('forget-yes', 'f.yes'), button('forget-no', 'f.no')]],
  };
}

/** The rows as they are stored, with JSON in them parsed. */
async function personalDataOf(ctx: BotContext): Promise<Record<string, unknown[]>> {
  const held = await ctx.services.library.personalData.of(ctx.chatId!);
  return Object.fromEntries(
    Object.entries(held).map(([table, rows]) => [table, rows.map(row => withJsonParsed(row as object))]),
  );
}

function withJsonParsed(row: object): object {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      typeof value === 'string' && /^[[{]/.test(value) ? parseOrKeep(value) : value,
    ]),
  );
}

function parseOrKeep(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Typed words that only begin like JSON.
    return text;
  }
}
