import { afterCommand } from '../../answers/asking/after-command.ts';
import { examplesOf } from '../../answers/asking/examples.ts';
import { parseFreeText } from '../../answers/asking/free-text.ts';
import { asksForMore, moreOf, pageAsked } from '../../answers/asking/more.ts';
import { shareQuery } from '../../answers/asking/offers.ts';
import { claimIn, flagsAsNames } from '../../answers/asking/plain-words.ts';
import { answer, parseQuestion, questionCommands } from '../../answers/asking/registry.ts';
import { groupGreetingPage } from '../../answers/greeting.ts';
import { listedArticles, markNew } from '../../answers/page/new-marks.ts';
import type { Button, Page, View } from '../../answers/page/page.ts';
import type { Question } from '../../answers/page/question.ts';
import { inNewsWords } from '../../answers/parts/news-words.ts';
import { asksIfTrue, talkOfPictures } from '../../answers/questions/small-talk.ts';
import type { About } from '../../deliveries/read-markers.ts';
import {
  englishSubject,
  withEnglishAbout,
  withEnglishAnd,
  withEnglishPeriod,
} from '../../languages/in-english.ts';
import type { Vocabulary } from '../../languages/vocabulary.ts';
import { parseButton } from '../core/buttons.ts';
import { type BotContext, inGroup, isService, todayOf } from '../core/context.ts';
import { createFeature } from '../core/feature.ts';
import { acknowledge, messagePage, show, showAnswerPage, showExpired } from '../core/show.ts';
import { askedBefore } from '../core/shown-answer.ts';
import { pictureButton } from './pictures.ts';

/** Commands that ask something of the library, and their buttons. */
export const questions = createFeature();

questions.command(questionCommands, 'read', async ctx => {
  const command = /^\/(\w+)/.exec(ctx.msg.text ?? ctx.msg.caption ?? '')?.[1] ?? '';
  // What is another question in plain words is answered as that: `/ask who is NAME`.
  if (command === 'ask' && ctx.match !== '') {
    const inWords = await parseFreeText(ctx.services.library, ctx.match);
    if (inWords.kind !== 'search' && inWords.kind !== 'ask') return showAnswer(ctx, inWords);
  }
  const examples = await examplesOf(ctx.services.library);
  const vocabulary = ctx.services.library.vocabulary ?? ctx.services.languages.vocabulary;
  const words = afterCommand(command, inEnglish(command, ctx.match, vocabulary));
  const asked = parseQuestion(command, words, examples);
  if ('wrong' in asked) await showAnswerPage(ctx, asked.wrong);
  else await showAnswer(ctx, await inNewsWords(asked, ctx.services.library));
});

/** What follows a command with its English words where another language has been used. */
function inEnglish(command: string, typed: string, vocabulary: Vocabulary): string {
  if (command === 'compare') return withEnglishAnd(typed, vocabulary);
  if (command === 'quotes' || command === 'changed') return withEnglishAbout(typed, vocabulary);
  if (command === 'search' || command === 'latest') return englishSubject(typed, vocabulary);
  return command === 'timeline' || command === 'filter' ? withEnglishPeriod(typed, vocabulary) : typed;
}

questions.buttons(/^(?!c\|)/, ctx => answerButton(ctx, ctx.callbackQuery.data));

/** Answers what a button with this data asks, tapped or followed as a link. */
export async function answerButton(ctx: BotContext, data: string): Promise<void> {
  const asked = await parseButton(data, ctx.services.library.storedQueries);
  if (asked.kind !== 'ask' && asked.kind !== 'turn') return showExpired(ctx);
  await acknowledge(ctx);
  await showAnswer(ctx, asked.question, asked.page, asked.kind === 'turn' ? 'edit' : 'send');
}

/** Plain words in a private chat, or with the bot's name in a group, are a question or a search. */
export const plainText = createFeature();

plainText.messages(
  'message:text',
  ctx => (ctx.msg.text.startsWith('/') || addressedText(ctx) === null ? null : 'read'),
  async ctx => {
    const words = addressedText(ctx) ?? '';
    const { library } = ctx.services;
    const isWords = /[\p{L}\p{N}]/u.test(flagsAsNames(words));
    if (isWords || talkOfPictures(words) !== null) return answerWords(ctx, words);
    // The bot's name alone, in a group.
    if (words === '') return show(ctx, await groupGreetingPage(library));
    const { person, topic } = await examplesOf(library);
    return showAnswerPage(ctx, messagePage('no-words', { example: person ?? topic ?? '/help' }));
  },
);

plainText.messages(
  'message',
  ctx => (ctx.chat.type !== 'private' || ctx.msg.text !== undefined || isService(ctx) ? null : 'read'),
  // A place or a chat is sent with a reply keyboard, which may be left over from a dialog that no one finished.
  ctx =>
    show(ctx, messagePage('only-text'), {
      removeKeyboard: ctx.msg.location !== undefined || ctx.msg.chat_shared !== undefined,
    }),
);

/** Answers plain words, which may carry on from what was asked before. */
async function answerWords(ctx: BotContext, words: string): Promise<void> {
  const { library, sentMessages } = ctx.services;
  const before = await questionBefore(ctx);
  const shown = ctx.from ? sentMessages.lastPage(ctx.chatId!, ctx.from.id) : 1;
  const page = pageAsked(words, shown);
  if (before && page !== null) return showAnswer(ctx, before, page);
  const more = before && asksForMore(words, library.vocabulary) ? moreOf(before, shown) : null;
  if (more !== null) {
    const isEnd = more.page > 1 && !inGroup(ctx) && (await isLastPage(ctx, more.question, shown));
    return isEnd ? showAnswerPage(ctx, messagePage('talk-end')) : showAnswer(ctx, more.question, more.page);
  }
  return showAnswer(ctx, await parseFreeText(library, words, before));
}

/** Whether an answer has no page after this one. */
async function isLastPage(ctx: BotContext, question: Question, page: number): Promise<boolean> {
  const today = todayOf(ctx);
  const shownOn = (page: number) =>
    answer(ctx.services.library, question, { page, chat: 'private', ...(today && { today }) });
  const [last, next] = await Promise.all([shownOn(page), shownOn(page + 1)]);
  return JSON.stringify(last) === JSON.stringify(next);
}

/**
 * What the message replied to answers, else what the sender asked last here. After a restart it is known in private, as
 * long as the answer can be corrected.
 */
async function questionBefore(ctx: BotContext): Promise<Question | undefined> {
  const { library, sentMessages } = ctx.services;
  const replied = ctx.msg?.reply_to_message;
  const answered = replied && sentMessages.questionOf(ctx.chatId!, replied.message_id);
  if (answered !== undefined) return answered;
  if (!ctx.from) return undefined;
  const known = sentMessages.lastQuestion(ctx.chatId!, ctx.from.id);
  if (known !== undefined || inGroup(ctx)) return known ?? undefined;
  return askedBefore(await library.shownAnswers.lastAsked(ctx.chatId!))?.question;
}

/**
 * The text to look up, empty if it is the bot's name alone; null if it isn't addressed to the bot. In a group, a question
 * in reply to the bot is addressed to it, what ends
 * before the bot's name is said to the others (`No way! @bot did NAME resign?`), and the name alone, or `is that true?`,
 * in reply to someone asks about what they wrote.
 */
export function addressedText(ctx: BotContext): string | null {
  const text = ctx.msg?.text ?? '';
  if (!inGroup(ctx)) return text.trim() || null;
  const name = `@${ctx.me.username}`.toLowerCase();
  const at = text.toLowerCase().indexOf(name);
  if (at < 0) {
    const isReply = ctx.msg?.reply_to_message?.from?.id === ctx.me.id;
    return isReply && /\?\s*$/.test(text) ? text.trim() : null;
  }
  const after = text.slice(at + name.length).trim();
  const before = text.slice(0, at).trim();
  const own = after !== '' && /[,.;:!?…–—-]$/u.test(before) ? after : `${before} ${after}`.trim();
  return (own === '' || asksIfTrue(own) ? repliedTo(ctx) : null) ?? own;
}

/** What someone else wrote that a message replies to, as a claim to check if it is one; null if it replies to no one's words. */
function repliedTo(ctx: BotContext): string | null {
  const replied = ctx.msg?.reply_to_message;
  const text = (replied?.text ?? replied?.caption ?? '').replace(/\s+/g, ' ').trim();
  if (replied === undefined || replied.from?.id === ctx.me.id || text === '') return null;
  const claim = `${text.replace(/[.!?\s]{1,10}$/, '')}, right`;
  return claimIn(claim) === null ? text : claim;
}

/** Answers a question in the way that fits the chat. */
async function showAnswer(
  ctx: BotContext,
  question: Question,
  page = 1,
  how: 'send' | 'edit' = 'send',
): Promise<void> {
  const { library, clock, sentMessages } = ctx.services;
  const today = todayOf(ctx);
  const view: View = { page, chat: inGroup(ctx) ? 'group' : 'private', ...(today && { today }) };
  if (ctx.from && how === 'send') sentMessages.setLastQuestion(ctx.chatId!, ctx.from.id, question, page);
  if (ctx.from && how === 'edit') sentMessages.turnLast(ctx.chatId!, ctx.from.id, question, page);
  const found = await withMedia(ctx, question, await answer(library, question, view));
  const { about } = found;
  const asked = { question, view };
  const put = (shown: Page) =>
    ctx.message ? showAnswerPage(ctx, shown, asked) : show(ctx, shown, { how, asked });
  if (about === undefined) return void (await put(found));
  const head = await library.news.head();
  const since = await library.readMarkers.last(ctx.chatId!, [about], how === 'edit');
  await put(since === null ? found : await withNewMarks(ctx, found, about, since));
  if (how === 'send') await library.readMarkers.note(ctx.chatId!, about, head, clock.now());
}

/** In private, with buttons that send the answer as a picture or post it in another chat. */
async function withMedia(ctx: BotContext, question: Question, page: Page): Promise<Page> {
  if (inGroup(ctx) || !hasContent(page)) return page;
  const picture = await pictureButton(ctx, question, page);
  const query = ctx.me.supports_inline_queries ? await shareQuery(ctx.services.library, question) : null;
  const row: Button[] = [
    ...(picture ? [picture] : []),
    ...(query === null
      ? []
      : [{ label: [{ messageKey: 'button-share' }], action: { kind: 'share' as const, query } }]),
  ];
  return row.length === 0 ? page : { ...page, buttons: [...page.buttons, row] };
}

/** Whether a page shows news, not only a sentence of the bot. */
function hasContent({ blocks }: Page): boolean {
  return blocks.some(({ kind }) => kind === 'sources' || kind === 'articles');
}

/** What is new for this chat since it last asked about the same. */
async function withNewMarks(ctx: BotContext, page: Page, about: About, since: number): Promise<Page> {
  const { news } = ctx.services.library;
  const fresh = await news.arrivedSince(listedArticles(page), since);
  return markNew(page, fresh, await news.countSince(about, since));
}
