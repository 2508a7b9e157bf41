import { InputFile } from 'grammy';
import type { MessageEntity } from 'grammy/types';
import { answer } from '../../answers/asking/registry.ts';
import type { Button, Line, Page } from '../../answers/page/page.ts';
import type { Question } from '../../answers/page/question.ts';
import type { PictureContent, PicturedDate, PicturedWeek, Theme } from '../../pictures/model.ts';
import { dayText } from '../../rendering/days.ts';
import { richLine } from '../../rendering/pieces.ts';
import { renderTelegram } from '../../rendering/telegram.ts';
import { buttonEncoder, parseButton } from '../core/buttons.ts';
import { type BotContext, inGroup, topicOf } from '../core/context.ts';
import { createFeature } from '../core/feature.ts';
import { acknowledge, messagePage, show, showExpired } from '../core/show.ts';

/** Key dates on a line and mentions per week, drawn on request; the caption says the same in words. */
export const pictures = createFeature();

/** Telegram's limit for the caption of a picture, in code points. */
const longestCaption = 1024;
const minDates = 3;
const shownWeeks = 26;
const minWeeks = 2;
/** A person in fewer articles is not worth a picture; counting weeks for every answer would take longer than the rest. */
const minArticles = 5;
const dayLength = 86_400_000;

pictures.buttons(/^p\|/, async ctx => {
  const asked = await parseButton(ctx.callbackQuery.data, ctx.services.library.storedQueries);
  if (asked.kind !== 'picture') return showExpired(ctx);
  await acknowledge(ctx);
  await showPicture(ctx, asked.question, asked.theme);
});

/** The button that asks for the picture of an answer; null if there is too little to draw. */
export async function pictureButton(ctx: BotContext, question: Question, page: Page): Promise<Button | null> {
  if (inGroup(ctx)) return null;
  const isDrawable =
    question.kind === 'timeline'
      ? datesOf(ctx, page).length >= minDates
      : question.kind === 'who' && (await isOftenNamed(ctx, page));
  if (!isDrawable) return null;
  return { label: [{ messageKey: 'button-picture' }], action: { kind: 'picture', question, theme: 'light' } };
}

async function isOftenNamed(ctx: BotContext, page: Page): Promise<boolean> {
  const person = personOf(page);
  const found = person === undefined ? null : await ctx.services.library.people.get(person);
  return found !== null && found.articles >= minArticles;
}

function personOf({ about }: Page): string | undefined {
  return /^p(.+)$/.exec(about ?? '')?.[1];
}

async function showPicture(ctx: BotContext, question: Question, theme: Theme): Promise<void> {
  const { library, messages, painter } = ctx.services;
  const page = await answer(library, question, { page: 1, chat: 'private' });
  const content = await contentOf(ctx, question, page, theme);
  if (content === null) return void (await show(ctx, messagePage('picture-nothing')));
  const file = new InputFile(await painter.paint(content), 'picture.png');
  const { text, entities } = captionOf(ctx, page);
  const other: Theme = theme === 'light' ? 'dark' : 'light';
  const queries: string[] = [];
  const button = {
    ...buttonEncoder(ctx.me.username)({ kind: 'picture', question, theme: other }, queries),
    text: messages.say(`button-picture-${other}`),
  };
  await library.storedQueries.keep(queries);
  const reply_markup = { inline_keyboard: [[button]] };
  const tapped = ctx.callbackQuery?.message;
  if (tapped && 'photo' in tapped && tapped.photo) {
    const media = { type: 'photo' as const, media: file, caption: text, caption_entities: entities };
    await ctx.api.editMessageMedia(tapped.chat.id, tapped.message_id, media, { reply_markup });
    return;
  }
  const topic = topicOf(ctx);
  await ctx.api.sendPhoto(ctx.chatId!, file, {
    caption: text,
    caption_entities: entities,
    reply_markup,
    ...(topic === undefined ? {} : { message_thread_id: topic }),
  });
}

/** The answer in words, as much of it as fits. */
function captionOf(ctx: BotContext, page: Page): { text: string; entities: MessageEntity[] } {
  const noButtons = () => ({ text: '', callback_data: '-' });
  return renderTelegram({ ...page, buttons: [] }, ctx.services.messages, noButtons, longestCaption)[0]!;
}

async function contentOf(
  ctx: BotContext,
  question: Question,
  page: Page,
  theme: Theme,
): Promise<PictureContent | null> {
  const { messages } = ctx.services;
  const heading = page.blocks.find(({ kind }) => kind === 'heading');
  const title = heading?.kind === 'heading' ? lineText(ctx, heading.line) : '';
  if (question.kind === 'timeline') {
    const dates = datesOf(ctx, page);
    const note = dates.some(({ isPlanned }) => isPlanned) ? messages.say('picture-planned') : '';
    return dates.length === 0 ? null : { kind: 'dates', title, note, theme, dates };
  }
  const weeks = await weeksOf(ctx, page);
  if (weeks.length < minWeeks) return null;
  return {
    kind: 'weeks',
    title: messages.say('picture-weeks', { name: title }),
    note: messages.say('picture-weeks-note'),
    theme,
    weeks,
    months: Array.from({ length: 12 }, (_, month) => monthName(month, messages.locale)),
  };
}

function datesOf(ctx: BotContext, page: Page): PicturedDate[] {
  const { locale } = ctx.services.messages;
  return page.blocks.flatMap(block =>
    block.kind !== 'timeline'
      ? []
      : block.entries.map(({ day, approximate, line }) => ({
          day: `${approximate ? '≈ ' : ''}${dayText(day, locale)}`,
          text: lineText(
            ctx,
            line.filter(piece => 'text' in piece),
          ),
          isPlanned: line.some(piece => 'messageKey' in piece && piece.messageKey === 'planned'),
        })),
  );
}

/** The weeks up to that of the newest article, from the first that names the person, at most half a year. */
async function weeksOf(ctx: BotContext, page: Page): Promise<PicturedWeek[]> {
  const { library } = ctx.services;
  const person = personOf(page);
  const span = person === undefined ? null : await library.timeline.span();
  if (person === undefined || span === null) return [];
  const last = mondayOf(span.last);
  const from = last - (shownWeeks - 1) * 7 * dayLength;
  const counts = new Map<number, number>();
  for (const { day, articles } of await library.people.articlesByDay(person, dayOf(from)))
    counts.set(mondayOf(day), (counts.get(mondayOf(day)) ?? 0) + articles);
  const first = Math.min(...counts.keys());
  const weeks: PicturedWeek[] = [];
  for (let week = first; week <= last; week += 7 * dayLength)
    weeks.push({ start: dayOf(week), articles: counts.get(week) ?? 0 });
  return weeks;
}

/** The Monday of a day's week, as milliseconds since the epoch. */
function mondayOf(day: string): number {
  const moment = Date.parse(day.slice(0, 10));
  return moment - ((new Date(moment).getUTCDay() + 6) % 7) * dayLength;
}

function dayOf(moment: number): string {
  return new Date(moment).toISOString().slice(0, 10);
}

function monthName(month: number, locale: string): string {
  return new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' }).format(Date.UTC(2000, month));
}

function lineText(ctx: BotContext, line: Line): string {
  return richLine(line, { messages: ctx.services.messages, addresses: [] }).text;
}
