import { type Api, InputFile } from 'grammy';
import { answer } from '../../answers/asking/registry.ts';
import type { Question } from '../../answers/page/question.ts';
import type { AnswerToCorrect, Place, ShownAnswer } from '../../deliveries/shown-answers.ts';
import { correctedBody } from '../../digests/corrected-body.ts';
import { createCorrectionRounds, editInTurn } from '../../digests/correction-rounds.ts';
import type { Credit } from '../../digests/credits.ts';
import type { PartBody } from '../../digests/part-message.ts';
import { defaultLanguage } from '../../languages/languages.ts';
import type { Withdrawal } from '../../library/model/types.ts';
import type { Theme } from '../../pictures/model.ts';
import type { Messages } from '../../rendering/messages.ts';
import { richLine } from '../../rendering/pieces.ts';
import { joined, plain } from '../../rendering/rich.ts';
import { longestText, renderTelegram } from '../../rendering/telegram.ts';
import type { Pacer } from '../../telegram/pacer.ts';
import { buttonEncoder } from '../core/buttons.ts';
import type { Services } from '../core/context.ts';
import { askedBefore } from '../core/shown-answer.ts';
import { servicesIn } from '../intake/reader.ts';
import { captionOf, contentOf, drawnOf, longestCaption } from './picture-content.ts';

/** The line about the correction, at most, in UTF-16 code units. */
const longestMark = 60;
/** Questions that depend on who is who: they are asked again once that was decided differently. */
const aboutPeople: readonly Question['kind'][] = ['who', 'quotes', 'timeline', 'compare', 'changed'];

/**
 * Corrects answers that have been sent, as digests are: what their articles no longer say gives way to what they say
 * instead, and after people were joined or split by hand, answers about them are what they would be now. The message
 * says when it was corrected.
 * @returns to be called every minute; a call while another is under way waits for that one's end
 */
export function createAnswerCorrector(parts: {
  api: Api;
  services: Services;
  pacer: Pacer;
  username: string;
}): () => Promise<void> {
  const { api, services, pacer, username } = parts;
  const { library, clock, log, sentMessages } = services;
  const { shownAnswers } = library;

  function toCorrect(
    shown: ShownAnswer,
    found: readonly Withdrawal[],
    credits: readonly Credit[],
  ): AnswerToCorrect[] {
    const body = JSON.parse(shown.body) as PartBody;
    const messages = services.translations(body.language ?? defaultLanguage);
    const withdrawn = messages.say('digest-withdrawn');
    const longest = (body.picture ? longestCaption : longestText) - longestMark;
    const corrected = correctedBody(body, found, { withdrawn, now: clock.now(), longest, credits });
    const asked = askedBefore(shown.asked);
    const wasDecided = found.some(({ passage }) => passage === '');
    // A picture shows more than its caption.
    const askAgain =
      body.picture !== undefined ||
      (wasDecided && asked !== null && aboutPeople.includes(asked.question.kind));
    if (corrected === null && !askAgain) return [];
    return [{ ...shown, body: corrected === null ? shown.body : JSON.stringify(corrected), askAgain }];
  }

  /** What an answer is to show, or null if it shows that already. */
  async function bodyNow(shown: AnswerToCorrect): Promise<PartBody | null> {
    const body = JSON.parse(shown.body) as PartBody;
    const unchanged = body.corrected === undefined ? null : body;
    const asked = shown.askAgain ? askedBefore(shown.asked) : null;
    if (asked === null) return unchanged;
    const own = servicesIn(body.language ?? defaultLanguage, services);
    const page = await answer(own.library, asked.question, asked.view);
    if (body.picture) {
      const { text, entities } = captionOf(own.messages, page, longestCaption - longestMark);
      const content = await contentOf(own, asked.question, page, body.picture.theme);
      const isSame = content !== null && drawnOf(content) === body.picture.drawn;
      return isSame && unchanged === null ? null : { ...body, text, entities, corrected: clock.now() };
    }
    const encode = buttonEncoder(username);
    const queries: string[] = [];
    const texts = renderTelegram(
      page,
      own.messages,
      action => encode(action, queries),
      longestText - longestMark,
    );
    await library.storedQueries.keep(queries);
    const { text, entities } = texts[0]!;
    if (text === body.text) return unchanged;
    return { ...body, text, entities, corrected: clock.now() };
  }

  async function edit(shown: AnswerToCorrect): Promise<boolean> {
    const body = await bodyNow(shown);
    const refused = (reason: string) => log.info({ reason }, 'an answer was not corrected in place');
    const goesOn =
      body === null ||
      (await editInTurn(
        shown.chatId,
        () => (body.picture ? showPicture(shown, body, body.picture.theme) : show(shown.place, body)),
        { pacer, refused },
      ));
    if (goesOn) await shownAnswers.done(shown.place);
    return goesOn;
  }

  /** Draws a picture again with its caption; takes it away if there is nothing left to draw. */
  async function showPicture({ place, asked }: ShownAnswer, body: PartBody, theme: Theme): Promise<void> {
    if (typeof place === 'string') return;
    const own = servicesIn(body.language ?? defaultLanguage, services);
    const before = askedBefore(asked);
    const page = before && (await answer(own.library, before.question, before.view));
    const content = page && (await contentOf(own, before.question, page, theme));
    if (!content) return void (await api.deleteMessage(...place));
    const { text: caption, entities: caption_entities } = withMark(body, own.messages);
    const media = new InputFile(await services.painter.paint(content), 'picture.png');
    await api.editMessageMedia(
      ...place,
      { type: 'photo', media, caption, caption_entities },
      body.markup ? { reply_markup: body.markup } : {},
    );
  }

  async function show(place: Place, body: PartBody): Promise<void> {
    const { text, entities } = withMark(body, services.translations(body.language ?? defaultLanguage));
    const options = {
      entities,
      link_preview_options: { is_disabled: true },
      ...(body.markup && { reply_markup: body.markup }),
    };
    await editAt(place, text, options);
    if (typeof place !== 'string')
      sentMessages.setContent(...place, { text, entities, buttons: body.markup?.inline_keyboard ?? [] });
  }

  const editAt = (place: Place, text: string, options: Parameters<Api['editMessageText']>[3]) =>
    typeof place === 'string'
      ? api.editMessageTextInline(place, text, options)
      : api.editMessageText(...place, text, options);

  function withMark(body: PartBody, messages: Messages): Pick<PartBody, 'text' | 'entities'> {
    const moment = body.corrected ?? clock.now();
    const text = new Intl.DateTimeFormat('en-GB', {
      hour: '2-digit',
      minute: '2-digit',
      timeZone: services.zone,
    }).format(moment);
    const line = [{ messageKey: 'digest-corrected', args: { time: { moment, text } } }];
    return joined([richLine(line, { messages, addresses: [] }), plain('\n\n'), body]);
  }

  return createCorrectionRounds<ShownAnswer, AnswerToCorrect, AnswerToCorrect, Place | null>({
    library,
    store: shownAnswers,
    about: shownAnswers.about,
    corrected: toCorrect,
    edit,
    placeOf: ({ place }) => place,
    first: null,
  });
}
