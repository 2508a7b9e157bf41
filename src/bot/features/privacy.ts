import { Composer, InputFile } from 'grammy';
import type { Button, Page } from '../../answers/page/page.ts';
import { type BotContext, inGroup, topicOf } from '../core/context.ts';
import { mayDecide } from '../core/rights.ts';
import { acknowledge, saying, show } from '../core/show.ts';

/** What is kept of people, in the order of `/privacy`. */
const lines = [
  'privacy-subscriptions',
  'privacy-messages',
  'privacy-conversations',
  'privacy-questions',
  'privacy-access',
  'privacy-log',
];

/** Whose data it is: `/privacy` tells what is kept, `/export` hands it out, `/forget` deletes it. */
export const privacy = new Composer<BotContext>();

privacy.command('privacy', async ctx => {
  await show(ctx, {
    blocks: [
      { kind: 'heading', line: [{ messageKey: 'privacy' }] },
      {
        kind: 'list',
        items: lines.map(messageKey => [{ messageKey, args: { id: String(ctx.from?.id ?? ctx.chatId) } }]),
      },
      { kind: 'text', line: [{ messageKey: 'privacy-commands' }] },
    ],
    buttons: [],
  });
});

privacy.command('export', async ctx => {
  if (!(await mayDecide(ctx))) return void (await show(ctx, saying('only-administrators')));
  const chat = ctx.chatId!;
  const topic = topicOf(ctx);
  const held = { chat, exported: new Date(ctx.desk.clock.now()).toISOString(), ...(await heldOf(ctx)) };
  const file = new InputFile(Buffer.from(`${JSON.stringify(held, null, 2)}\n`), 'communique-data.json');
  await ctx.api.sendDocument(chat, file, {
    caption: ctx.desk.messages.say('export-caption'),
    ...(topic === undefined ? {} : { message_thread_id: topic }),
    ...(inGroup(ctx)
      ? { reply_parameters: { message_id: ctx.msg!.message_id, allow_sending_without_reply: true } }
      : {}),
  });
});

privacy.command('forget', async ctx => {
  if (!(await mayDecide(ctx))) return void (await show(ctx, saying('only-administrators')));
  await show(ctx, await surePage(ctx));
});

privacy.callbackQuery(/^c\|f\.(yes|no)$/, async ctx => {
  if (!(await mayDecide(ctx))) return acknowledge(ctx, ctx.desk.messages.say('only-administrators'));
  await acknowledge(ctx);
  if (ctx.match[1] === 'no') return void (await show(ctx, saying('forget-kept'), 'edit'));
  await ctx.conversation.exitAll();
  await ctx.desk.library.belongings.forget(ctx.chatId!);
  await show(ctx, saying(inGroup(ctx) ? 'forgotten-group' : 'forgotten'), 'edit');
});

async function surePage(ctx: BotContext): Promise<Page> {
  const { library, access } = ctx.desk;
  const subscriptions = (await library.subscriptions.ofChat(ctx.chatId!)).length;
  const elsewhere = inGroup(ctx) ? 0 : await library.belongings.setUpElsewhere(ctx.chatId!);
  const button = (messageKey: string, data: string): Button => ({
    label: [{ messageKey }],
    action: { kind: 'choose', data },
  });
  return {
    blocks: [
      {
        kind: 'text',
        line: [{ messageKey: inGroup(ctx) ? 'forget-sure-group' : 'forget-sure', args: { subscriptions } }],
      },
      ...(elsewhere > 0
        ? [{ kind: 'text' as const, line: [{ messageKey: 'forget-elsewhere', args: { count: elsewhere } }] }]
        : []),
      ...(access === 'open' ? [] : [{ kind: 'text' as const, line: [{ messageKey: 'forget-admission' }] }]),
    ],
    buttons: [[button('forget-yes', 'f.yes'), button('forget-no', 'f.no')]],
  };
}

/** The rows as they are kept, with what is JSON in them unpacked. */
async function heldOf(ctx: BotContext): Promise<Record<string, unknown[]>> {
  const held = await ctx.desk.library.belongings.of(ctx.chatId!);
  return Object.fromEntries(
    Object.entries(held).map(([table, rows]) => [table, rows.map(row => unpacked(row as object))]),
  );
}

function unpacked(row: object): object {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      typeof value === 'string' && /^[[{]/.test(value) ? parsedOr(value) : value,
    ]),
  );
}

function parsedOr(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Words of somebody's own that only begin like JSON.
    return text;
  }
}
