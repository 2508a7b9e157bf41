import { InputFile } from 'grammy';
import { answer } from '../../answers/asking/registry.ts';
import { articlesOf } from '../../answers/page/new-marks.ts';
import type { Button, Page, View } from '../../answers/page/page.ts';
import type { Question } from '../../answers/page/question.ts';
import type { Theme } from '../../pictures/model.ts';
import { buttonEncoder, parseButton } from '../core/buttons.ts';
import { type BotContext, inGroup, topicOf } from '../core/context.ts';
import { createFeature } from '../core/feature.ts';
import { acknowledge, messagePage, show, showExpired } from '../core/show.ts';
import { shownAnswer } from '../core/shown-answer.ts';
import { captionOf, contentOf, datesOf, drawnOf, personOf } from './picture-content.ts';

/** Key dates on a line and mentions per week, drawn on request; the caption says the same in words. */
export const pictures = createFeature();

const view: View = { page: 1, chat: 'private' };
const minDates = 3;
/** A person in fewer articles is not worth a picture; counting weeks for every answer would take longer than the rest. */
const minArticles = 5;

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
      ? datesOf(ctx.services.messages, page).length >= minDates
      : question.kind === 'who' && (await isOftenNamed(ctx, page));
  if (!isDrawable) return null;
  return { label: [{ messageKey: 'button-picture' }], action: { kind: 'picture', question, theme: 'light' } };
}

async function isOftenNamed(ctx: BotContext, page: Page): Promise<boolean> {
  const person = personOf(page);
  const found = person === undefined ? null : await ctx.services.library.people.get(person);
  return found !== null && found.articles >= minArticles;
}

async function showPicture(ctx: BotContext, question: Question, theme: Theme): Promise<void> {
  const { library, messages, painter, clock } = ctx.services;
  const page = await answer(library, question, view);
  const content = await contentOf(ctx.services, question, page, theme);
  if (content === null) return void (await show(ctx, messagePage('picture-nothing')));
  const file = new InputFile(await painter.paint(content), 'picture.png');
  const { text, entities } = captionOf(messages, page);
  const other: Theme = theme === 'light' ? 'dark' : 'light';
  const queries: string[] = [];
  const button = {
    ...buttonEncoder(ctx.me.username)({ kind: 'picture', question, theme: other }, queries),
    text: messages.say(`button-picture-${other}`),
  };
  await library.storedQueries.keep(queries);
  const reply_markup = { inline_keyboard: [[button]] };
  const note = async (message: number) => {
    const chat = ctx.chatId!;
    const caption = { text, entities, buttons: reply_markup.inline_keyboard };
    const shown = shownAnswer(
      [chat, message],
      chat,
      caption,
      messages.language,
      { question, view },
      {
        theme,
        drawn: drawnOf(content),
      },
    );
    await library.shownAnswers.note(shown, articlesOf(page), ctx.updateState.withdrawal, clock.now());
  };
  const tapped = ctx.callbackQuery?.message;
  if (tapped && 'photo' in tapped && tapped.photo) {
    const media = { type: 'photo' as const, media: file, caption: text, caption_entities: entities };
    await ctx.api.editMessageMedia(tapped.chat.id, tapped.message_id, media, { reply_markup });
    return note(tapped.message_id);
  }
  const topic = topicOf(ctx);
  const sent = await ctx.api.sendPhoto(ctx.chatId!, file, {
    caption: text,
    caption_entities: entities,
    reply_markup,
    ...(topic === undefined ? {} : { message_thread_id: topic }),
  });
  await note(sent.message_id);
}
