import { Bot, InlineKeyboard } from 'grammy';
import { afterEach } from 'vitest';
import {
  type LocalTelegram,
  type LocalTelegramOptions,
  startLocalTelegram,
} from '../../src/local-telegram/local-telegram.ts';
import { stillClock } from '../../src/system/clock.ts';

/** Monday, 7 January 2030, 06:00 UTC. */
export const start = Date.UTC(2030, 0, 7, 6);

const open: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

/** A server with a clock that stands still, closed after the test. */
export async function telegramForTest(options: Partial<LocalTelegramOptions> = {}): Promise<LocalTelegram> {
  const telegram = await startLocalTelegram({ clock: stillClock(start), patience: 5000, ...options });
  open.push(() => telegram.close());
  return telegram;
}

/** A bot that repeats what it hears under a button; turns the answer round when it is pressed. */
export async function startEchoBot(telegram: LocalTelegram): Promise<Bot> {
  const bot = new Bot(telegram.token, { client: { apiRoot: telegram.apiRoot } });
  bot.on('my_chat_member', ctx =>
    ctx.myChatMember.new_chat_member.status === 'member' && ctx.chat.type !== 'private'
      ? ctx.reply('Hello all')
      : undefined,
  );
  bot.on('channel_post:text', ctx => ctx.reply(`Also said: ${ctx.channelPost.text}`));
  bot.command('more', ctx => ctx.reply(`Here: ${ctx.match || 'nothing'}`));
  bot.on('message:text', ctx =>
    ctx.reply(`You said: ${ctx.message.text}`, {
      reply_markup: new InlineKeyboard()
        .text('Turn', 'turn')
        .url('Private', `https://t.me/${ctx.me.username}?start=abc`),
      reply_parameters: { message_id: ctx.message.message_id },
    }),
  );
  bot.callbackQuery('turn', async ctx => {
    const words = ctx.callbackQuery.message?.text ?? '';
    await ctx.editMessageText([...words].reverse().join(''), {
      reply_markup: new InlineKeyboard().text('Turn', 'turn'),
    });
    await ctx.answerCallbackQuery({ text: 'Turned' });
  });
  bot.catch(() => {});
  const running = bot.start({ drop_pending_updates: false });
  running.catch(() => {});
  open.push(() => bot.stop());
  return bot;
}

/** One call over plain HTTP: what came back, with its status. */
export async function call(
  telegram: LocalTelegram,
  method: string,
  parameters: Record<string, unknown> = {},
): Promise<{
  status: number;
  ok: boolean;
  // biome-ignore lint/suspicious/noExplicitAny: every method has a result of its own
  result?: any;
  error_code?: number;
  description?: string;
  parameters?: { retry_after?: number; migrate_to_chat_id?: number };
}> {
  const response = await fetch(`${telegram.apiRoot}/bot${telegram.token}/${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(parameters),
  });
  return { status: response.status, ...((await response.json()) as { ok: boolean }) };
}
