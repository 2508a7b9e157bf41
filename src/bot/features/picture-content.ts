import { createHash } from 'node:crypto';
import type { Line, Page } from '../../answers/page/page.ts';
import type { Question } from '../../answers/page/question.ts';
import type { PictureContent, PicturedDate, PicturedWeek, Theme } from '../../pictures/model.ts';
import { dayText } from '../../rendering/days.ts';
import type { Messages } from '../../rendering/messages.ts';
import { richLine } from '../../rendering/pieces.ts';
import { renderTelegram, type TelegramText } from '../../rendering/telegram.ts';
import type { Services } from '../core/context.ts';

/** Telegram's limit for the caption of a picture, in code points. */
export const longestCaption = 1024;
const shownWeeks = 26;
const minWeeks = 2;
const dayLength = 86_400_000;

/** The answer in words, as much of it as fits. */
export function captionOf(messages: Messages, page: Page, longest = longestCaption): TelegramText {
  const noButtons = () => ({ text: '', callback_data: '-' });
  return renderTelegram({ ...page, buttons: [] }, messages, noButtons, longest)[0]!;
}

/** The id of the person whom a page is about. */
export function personOf({ about }: Page): string | undefined {
  return /^p(.+)$/.exec(about ?? '')?.[1];
}

/** A hash of what a picture shows, to see whether it would be another now. */
export function drawnOf(content: PictureContent): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('base64url');
}

/** What the picture of an answer shows: key dates on a line, or articles per week; null if that is too little. */
export async function contentOf(
  services: Pick<Services, 'library' | 'messages'>,
  question: Question,
  page: Page,
  theme: Theme,
): Promise<PictureContent | null> {
  const { messages } = services;
  const heading = page.blocks.find(({ kind }) => kind === 'heading');
  const title = heading?.kind === 'heading' ? lineText(messages, heading.line) : '';
  if (question.kind === 'timeline') {
    const dates = datesOf(messages, page);
    const note = dates.some(({ isPlanned }) => isPlanned) ? messages.say('picture-planned') : '';
    return dates.length === 0 ? null : { kind: 'dates', title, note, theme, dates };
  }
  const weeks = await weeksOf(services, page);
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

/** The dates that a page lists. */
export function datesOf(messages: Messages, page: Page): PicturedDate[] {
  const { locale } = messages;
  return page.blocks.flatMap(block =>
    block.kind !== 'timeline'
      ? []
      : block.entries.map(({ day, approximate, line }) => ({
          day: `${approximate ? '≈ ' : ''}${dayText(day, locale)}`,
          text: lineText(
            messages,
            line.filter(piece => 'text' in piece),
          ),
          isPlanned: line.some(piece => 'messageKey' in piece && piece.messageKey === 'planned'),
        })),
  );
}

/** The weeks up to that of the newest article, from the first that names the person, at most half a year. */
async function weeksOf({ library }: Pick<Services, 'library'>, page: Page): Promise<PicturedWeek[]> {
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

function lineText(messages: Messages, line: Line): string {
  return richLine(line, { messages, addresses: [] }).text;
}
