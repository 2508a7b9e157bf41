import type { Api } from 'grammy';
import { answer } from '../../answers/asking/registry.ts';
import type { Question } from '../../answers/page/question.ts';
import type { AnswerToCorrect, Place, ShownAnswer } from '../../deliveries/shown-answers.ts';
import { correctedBody } from '../../digests/corrected-body.ts';
import { type Credit, creditsOf } from '../../digests/credits.ts';
import type { PartBody } from '../../digests/part-message.ts';
import { defaultLanguage } from '../../languages/languages.ts';
import type { Withdrawal } from '../../library/model/types.ts';
import type { Messages } from '../../rendering/messages.ts';
import { richLine } from '../../rendering/pieces.ts';
import { joined, plain } from '../../rendering/rich.ts';
import { longestText, renderTelegram } from '../../rendering/telegram.ts';
import { errorText } from '../../telegram/error-text.ts';
import { outcomeOf } from '../../telegram/outcome.ts';
import type { Pacer } from '../../telegram/pacer.ts';
import { buttonEncoder } from '../core/buttons.ts';
import type { Services } from '../core/context.ts';
import { askedBefore } from '../core/shown-answer.ts';
import { servicesIn } from '../intake/reader.ts';

/** Withdrawals looked at, and answers edited, before other work gets its turn. */
const batchSize = 500;
const editsPerRound = 100;
/** The line about the correction, at most, in UTF-16 code units. */
const longestMark = 60;
/** Questions that depend on who is who: they are asked again once that was decided on anew. */
const aboutPeople: readonly Question['kind'][] = ['who', 'quotes', 'timeline', 'compare', 'changed'];

/**
 * Corrects answers that have been sent, as digests are: what their articles no longer say gives way to what they say
 * instead, and after people were joined or split by hand, answers about them are what they would be now. The message
 * says when it was corrected. Nothing is sent anew, and an edit repeated after a crash changes nothing.
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
  const { shownAnswers, news } = library;

  /** Takes over what was withdrawn since the last look. */
  async function rewrite(): Promise<void> {
    const before = await shownAnswers.upTo();
    // What was withdrawn before the first look was never sent by this version.
    if (before === null) return shownAnswers.apply([], await news.newestWithdrawal());
    for (let seq = before; ; ) {
      const found = await news.withdrawals(seq, batchSize);
      const last = found.at(-1);
      if (!last) return;
      const answers = await shownAnswers.about([...new Set(found.map(({ article }) => article))]);
      const credits = answers.length === 0 ? [] : await creditsOf(library.articles, found);
      seq = last.seq;
      await shownAnswers.apply(
        answers.flatMap(shown => toCorrect(shown, found, credits)),
        seq,
      );
    }
  }

  function toCorrect(
    shown: ShownAnswer,
    found: readonly Withdrawal[],
    credits: readonly Credit[],
  ): AnswerToCorrect[] {
    const body = JSON.parse(shown.body) as PartBody;
    const messages = services.translations(body.language ?? defaultLanguage);
    const withdrawn = messages.say('digest-withdrawn');
    const longest = longestText - longestMark;
    const corrected = correctedBody(body, found, { withdrawn, now: clock.now(), longest, credits });
    const asked = askedBefore(shown.asked);
    const wasDecided = found.some(({ passage }) => passage === '');
    const askAgain = wasDecided && asked !== null && aboutPeople.includes(asked.question.kind);
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

  /** Whether the next answer may be edited at once. */
  async function edit(shown: AnswerToCorrect): Promise<boolean> {
    const body = await bodyNow(shown);
    if (body !== null) {
      const { text, entities } = withMark(body, services.translations(body.language ?? defaultLanguage));
      await pacer.turn(shown.chatId, 'digest');
      const options = {
        entities,
        link_preview_options: { is_disabled: true },
        ...(body.markup && { reply_markup: body.markup }),
      };
      try {
        await editAt(shown.place, text, options);
        if (typeof shown.place !== 'string')
          sentMessages.setContent(...shown.place, {
            text,
            entities,
            buttons: body.markup?.inline_keyboard ?? [],
          });
      } catch (error) {
        const outcome = outcomeOf(error);
        if (outcome.means === 'flooded') pacer.flooded(shown.chatId, outcome.seconds);
        if (['flooded', 'unsent', 'unknown', 'unauthorized'].includes(outcome.means)) return false;
        // The message was deleted, the chat is gone, or it is as it should be already.
        log.info({ reason: errorText(error) }, 'an answer was not corrected in place');
      }
    }
    await shownAnswers.done(shown.place);
    return true;
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

  async function run(): Promise<void> {
    await rewrite();
    for (let after: Place | null = null; ; ) {
      const waiting: AnswerToCorrect[] = await shownAnswers.waiting(after, editsPerRound);
      for (const shown of waiting) if (!(await edit(shown))) return;
      const last = waiting.at(-1);
      if (!last) return;
      after = last.place;
    }
  }

  let running: Promise<void> | null = null;
  return () => {
    running ??= run().finally(() => {
      running = null;
    });
    return running;
  };
}
