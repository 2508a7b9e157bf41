import type { Api } from 'grammy';
import { DateTime } from 'luxon';
import type { PartToCorrect } from '../deliveries/corrections.ts';
import { defaultLanguage } from '../languages/languages.ts';
import type { Messages, Translations } from '../rendering/messages.ts';
import { longestText } from '../rendering/telegram.ts';
import type { Library } from '../store.ts';
import type { Clock } from '../system/clock.ts';
import type { Log } from '../system/log.ts';
import { errorText } from '../telegram/error-text.ts';
import { outcomeOf } from '../telegram/outcome.ts';
import type { Pacer } from '../telegram/pacer.ts';
import type { ChatMessages } from './chat-messages.ts';
import { correctedBody } from './corrected-body.ts';
import { creditsOf } from './credits.ts';
import { type PartBody, withMark } from './part-message.ts';

/** Withdrawals looked at, and messages edited, before other work gets its turn. */
const batchSize = 500;
const editsPerRound = 100;

/**
 * Corrects digests that have been sent: what their articles no longer say gives way to what they say instead, quotes
 * get the speaker that was decided on by hand, and the message says when it was corrected. Nothing is sent anew. An edit repeated after a crash changes nothing.
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
  const { corrections, news } = library;

  /** Takes over what was withdrawn since the last look. */
  async function rewrite(): Promise<void> {
    const before = await corrections.upTo();
    // What was withdrawn before the first look was never sent by this version.
    if (before === null) return corrections.apply([], await news.newestWithdrawal());
    for (let seq = before; ; ) {
      const found = await news.withdrawals(seq, batchSize);
      const last = found.at(-1);
      if (!last) return;
      const bodies = await corrections.bodiesAbout([...new Set(found.map(({ article }) => article))]);
      const credits = bodies.length === 0 ? [] : await creditsOf(library.articles, found);
      const changed = bodies.flatMap(({ id, text }) => {
        const body = JSON.parse(text) as PartBody;
        const messages = translations(body.language ?? defaultLanguage);
        const corrected = correctedBody(body, found, {
          withdrawn: messages.say('digest-withdrawn'),
          now: clock.now(),
          longest: longestText - markLength(messages),
          credits,
        });
        return corrected === null ? [] : [{ id, text: JSON.stringify(corrected) }];
      });
      seq = last.seq;
      await corrections.apply(changed, seq);
    }
  }

  const markLength = (messages: Messages) => messages.say('digest-corrected', { time: '00:00' }).length + 2;

  /** Whether the next message may be edited at once. */
  async function edit(part: PartToCorrect): Promise<boolean> {
    const body = JSON.parse(part.body) as PartBody;
    const subscription = await library.subscriptions.get(part.subscriptionId);
    const zone = subscription?.zone ?? 'UTC';
    const messages = body.language
      ? translations(body.language)
      : await messagesOf(part.chatId, subscription?.language);
    const time = DateTime.fromMillis(body.corrected ?? clock.now(), { zone }).toFormat('HH:mm');
    const { text, entities } = withMark(body, messages.say('digest-corrected', { time }));
    await pacer.turn(part.chatId, 'digest');
    try {
      await api.editMessageText(part.chatId, part.messageId, text, {
        entities,
        link_preview_options: { is_disabled: body.previews !== true },
        ...(body.markup ? { reply_markup: body.markup } : {}),
      });
    } catch (error) {
      const outcome = outcomeOf(error);
      if (outcome.means === 'flooded') pacer.flooded(part.chatId, outcome.seconds);
      if (['flooded', 'unsent', 'unknown', 'unauthorized'].includes(outcome.means)) return false;
      // The message was deleted, the chat is gone, or it is as it should be already.
      log.info({ part: part.id, reason: errorText(error) }, 'a digest was not corrected in place');
    }
    await corrections.done(part.id);
    return true;
  }

  async function run(): Promise<void> {
    await rewrite();
    for (let after = 0; ; ) {
      const waiting = await corrections.waiting(after, editsPerRound);
      for (const part of waiting) if (!(await edit(part))) return;
      const last = waiting.at(-1);
      if (!last) return;
      after = last.id;
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
