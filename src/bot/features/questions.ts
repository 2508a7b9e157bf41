import { Composer } from 'grammy';
import { examplesOf } from '../../answers/asking/examples.ts';
import { parseFreeText } from '../../answers/asking/free-text.ts';
import { answer, parseQuestion, questionCommands } from '../../answers/asking/registry.ts';
import { listedArticles, markNew } from '../../answers/page/new-marks.ts';
import type { Page } from '../../answers/page/page.ts';
import type { Question } from '../../answers/page/question.ts';
import type { About } from '../../deliveries/read-markers.ts';
import { pressed } from '../core/buttons.ts';
import { type BotContext, inGroup, isService } from '../core/context.ts';
import { acknowledge, saying, show } from '../core/show.ts';

/** Commands that ask something of the library, their buttons, and plain text. */
export const questions = new Composer<BotContext>();

questions.command(questionCommands, async ctx => {
  const command = /^\/(\w+)/.exec(ctx.msg.text)?.[1] ?? '';
  const examples = await examplesOf(ctx.desk.library);
  const asked = parseQuestion(command, ctx.match, examples);
  if ('wrong' in asked) await show(ctx, asked.wrong);
  else await showAnswer(ctx, asked);
});

questions.on('callback_query:data', async (ctx, next) => {
  const asked = await pressed(ctx.callbackQuery.data, ctx.desk.library.keptQuestions);
  if (asked.kind === 'choose') return next();
  if (asked.kind === 'unknown') return acknowledge(ctx, ctx.desk.messages.say('button-unknown'));
  await acknowledge(ctx);
  await showAnswer(ctx, asked.question, asked.page, asked.kind === 'turn' ? 'edit' : 'send');
});

/** Plain words in a private chat, or said to the bot by name in a group, are a question or a search. */
export const plainText = new Composer<BotContext>();

plainText.on('message:text', async (ctx, next) => {
  if (ctx.msg.text.startsWith('/')) return next();
  const words = wordsFor(ctx);
  if (words !== null) await showAnswer(ctx, await parseFreeText(ctx.desk.library, words));
});

plainText.on('message', async (ctx, next) => {
  if (ctx.chat.type !== 'private' || ctx.msg.text !== undefined || isService(ctx)) return next();
  await show(ctx, saying('only-text'));
});

/** What is to be looked up, or null where nobody spoke to the bot. */
function wordsFor(ctx: BotContext): string | null {
  const text = ctx.msg?.text ?? '';
  if (!inGroup(ctx)) return text.trim() || null;
  const name = `@${ctx.me.username}`.toLowerCase();
  const at = text.toLowerCase().indexOf(name);
  if (at < 0) return null;
  return `${text.slice(0, at)} ${text.slice(at + name.length)}`.trim() || null;
}

/** Answers a question in the way that fits the chat. */
export async function showAnswer(
  ctx: BotContext,
  question: Question,
  page = 1,
  how: 'send' | 'edit' = 'send',
): Promise<void> {
  const view = { page, chat: inGroup(ctx) ? ('group' as const) : ('private' as const) };
  const { library, clock } = ctx.desk;
  const found = await answer(library, question, view);
  const { about } = found;
  if (about === undefined) return void (await show(ctx, found, how));
  const head = await library.news.head();
  const since = await library.asked.last(ctx.chatId!, about, how === 'edit');
  await show(ctx, since === null ? found : await marked(ctx, found, about, since), how);
  if (how === 'send') await library.asked.note(ctx.chatId!, about, head, clock.now());
}

/** What is new for this chat since it last asked about the same. */
async function marked(ctx: BotContext, page: Page, about: About, since: number): Promise<Page> {
  const { asked } = ctx.desk.library;
  const fresh = await asked.arrivedSince(listedArticles(page), since);
  return markNew(page, fresh, await asked.countSince(about, since));
}
