import type { Api } from 'grammy';
import { DateTime } from 'luxon';
import type { PartToCorrect, StoredBody } from '../deliveries/corrections.ts';
import { defaultLanguage } from '../languages/languages.ts';
import type { Withdrawal } from '../library/model/types.ts';
import type { Messages, Translations } from '../rendering/messages.ts';
import { longestText } from '../rendering/telegram.ts';
import type { Library } from '../store.ts';
import type { Clock } from '../system/clock.ts';
import type { Log } from '../system/log.ts';
import type { Pacer } from '../telegram/pacer.ts';
import type { ChatMessages } from './chat-messages.ts';
import { correctedBody } from './corrected-body.ts';
import { createCorrectionRounds, editInTurn } from './correction-rounds.ts';
import type { Credit } from './credits.ts';
import { type PartBody, withMark } from './part-message.ts';

/**
 * Corrects digests that have been sent: what their articles no longer say gives way to what they say instead, quotes
 * get the speaker that was decided on by hand, and the message says when it was corrected.
 * @returns to be called every minute; a call while another is under way waits for that one's end
 */
export function createCorrector(parts: {
  api: Api;
  library: Library;
  translations: Translations;
  messagesOf: ChatMessages;
  clock: Clock;
  pacer: Pacer;
  log: Log;
}): () => Promise<void> {
  const { api, library, translations, messagesOf, clock, pacer, log } = parts;
  const { corrections } = library;

  function corrected(
    { id, text }: StoredBody,
    found: readonly Withdrawal[],
    credits: readonly Credit[],
  ): StoredBody[] {
    const body = JSON.parse(text) as PartBody;
    const messages = translations(body.language ?? defaultLanguage);
    const now = correctedBody(body, found, {
      withdrawn: messages.say('digest-withdrawn'),
      now: clock.now(),
      longest: longestText - markLength(messages),
      credits,
    });
    return now === null ? [] : [{ id, text: JSON.stringify(now) }];
  }

  const markLength = (messages: Messages) => messages.say('digest-corrected', { time: '00:00' }).length + 2;

  async function edit(part: PartToCorrect): Promise<boolean> {
    const body = JSON.parse(part.body) as PartBody;
    const subscription = await library.subscriptions.get(part.subscriptionId);
    const zone = subscription?.zone ?? 'UTC';
    const messages = body.language
      ? translations(body.language)
      : await messagesOf(part.chatId, subscription?.language);
    const time = DateTime.fromMillis(body.corrected ?? clock.now(), { zone }).toFormat('HH:mm');
    const { text, entities } = withMark(body, messages.say('digest-corrected', { time }));
    const options = {
      entities,
      link_preview_options: { is_disabled: body.previews !== true },
      ...(body.markup ? { reply_markup: body.markup } : {}),
    };
    const goesOn = await editInTurn(
      part.chatId,
      () => api.editMessageText(part.chatId, part.messageId, text, options),
      {
        pacer,
        refused: reason => log.info({ part: part.id, reason }, 'a digest was not corrected in place'),
      },
    );
    if (goesOn) await corrections.done(part.id);
    return goesOn;
  }

  return createCorrectionRounds({
    library,
    store: corrections,
    about: corrections.bodiesAbout,
    corrected,
    edit,
    placeOf: ({ id }) => id,
    first: 0,
  });
}
