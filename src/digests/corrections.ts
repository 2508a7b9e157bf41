import type { Api } from 'grammy';
import type { MessageEntity } from 'grammy/types';
import type { Messages } from '../rendering/messages.ts';
import type { Library } from '../store.ts';
import type { Log } from '../system/log.ts';
import { errorText } from '../telegram/error-text.ts';
import { outcomeOf } from '../telegram/outcome.ts';
import type { Pacer } from '../telegram/pacer.ts';
import type { PartBody } from './part-message.ts';

/** So much of a quote, in UTF-16 code units, is looked for in messages: they may show only its beginning. */
const needleLength = 60;
const shortestNeedle = 12;
const batch = 50;
/** Telegram's limit for a message, in UTF-16 code units. */
const longestMessage = 4096;

/**
 * Edits the digests that were sent with a quote that has been retracted since: its words are struck out, and a line
 * says so. What can't be edited any longer, as in a chat that is gone, is passed over.
 */
export function createCorrections(parts: {
  api: Api;
  library: Library;
  messages: Messages;
  pacer: Pick<Pacer, 'turn'>;
  log: Log;
}): () => Promise<void> {
  const { api, library, messages, pacer, log } = parts;
  const { reportedQuotes } = library;

  async function correct(words: string): Promise<boolean> {
    const needle = words.slice(0, needleLength).trim();
    if (needle.length < Math.min(shortestNeedle, words.length)) return true;
    const inJson = JSON.stringify(needle).slice(1, -1);
    for (let after = 0; ; ) {
      const found = await reportedQuotes.messagesWith(inJson, after, batch);
      for (const { chatId, messageId, body } of found) {
        const edited = corrected(JSON.parse(body) as PartBody, needle, words, messages.say('retracted-mark'));
        await pacer.turn(chatId, 'digest');
        try {
          await api.editMessageText(chatId, messageId, edited.text, {
            entities: edited.entities,
            link_preview_options: { is_disabled: true },
            ...(edited.markup && { reply_markup: edited.markup }),
          });
        } catch (error) {
          const { means } = outcomeOf(error);
          if (means === 'flooded' || means === 'unsent' || means === 'unauthorized') return false;
          log.info({ chatId, messageId, reason: errorText(error) }, 'a message could not be corrected');
        }
      }
      if (found.length < batch) return true;
      after = found.at(-1)!.id;
    }
  }

  return async () => {
    for (const words of await reportedQuotes.corrections()) {
      // What was interrupted begins anew: editing to the same text changes nothing.
      if (!(await correct(words))) return;
      await reportedQuotes.setCorrected(words);
    }
  };
}

/** A message with the words of a quote struck out, and a line at its end that says why. */
function corrected(body: PartBody, needle: string, words: string, mark: string): PartBody {
  const struck: MessageEntity[] = [];
  for (let at = body.text.indexOf(needle); at >= 0; at = body.text.indexOf(needle, at + needle.length)) {
    let length = needle.length;
    while (length < words.length && body.text[at + length] === words[length]) length++;
    struck.push({ type: 'strikethrough', offset: at, length });
  }
  const marked = `${body.text}\n\n${mark}`;
  return {
    ...body,
    text: marked.length > longestMessage ? body.text : marked,
    entities: [...body.entities, ...struck],
  };
}
