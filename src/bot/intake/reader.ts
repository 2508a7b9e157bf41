import type { Update } from 'grammy/types';
import { type Reader, readersLibrary } from '../../answers/readers-library.ts';
import { defaultLanguage, type Languages } from '../../languages/languages.ts';
import type { Messages } from '../../rendering/messages.ts';
import type { BotContext, Services } from '../core/context.ts';

/** What the library needs to know of readers of a language. */
export function readerOf(languages: Languages, messages: Messages): Reader {
  const { language } = messages;
  return {
    topicLabel: id => languages.topicLabel(language, id),
    script: languages.scriptOf(language),
    vocabulary: languages.vocabularyFor(language),
    latinEndings: languages.latinEndingsOf(language),
    quoteMarks: [messages.say('quote-start'), messages.say('quote-end')],
  };
}

/** The services as an update of a chat in this language needs them. */
export function servicesIn(language: string, services: Services): Services {
  const { languages, translations, library } = services;
  const messages = translations(language);
  return {
    ...services,
    messages,
    library: readersLibrary(library, readerOf(languages, messages)),
  };
}

/**
 * The language of an update's chat: as its people chose it; in a group, as it is kept; in a chat without the bot, as the
 * sender chose it in private; else the sender's as Telegram names it, which they may have changed since one was kept.
 */
export async function languageOf(update: Update, { library, languages }: Services): Promise<string> {
  const query = update.callback_query;
  const message =
    update.message ?? update.edited_message ?? query?.message ?? update.my_chat_member ?? update.channel_post;
  const sender = (
    update.message ??
    update.edited_message ??
    query ??
    update.my_chat_member ??
    update.inline_query ??
    update.chosen_inline_result ??
    update.guest_message
  )?.from;
  // In chats without the bot, people have what they have chosen in private.
  const own = message?.chat.type === 'private' || message === undefined ? sender?.id : undefined;
  const chat = message?.chat.id ?? own;
  const isFollowed = own !== undefined && !(await library.chatLanguages.isChosen(own));
  const kept = chat === undefined || isFollowed ? null : await library.chatLanguages.get(chat);
  // One that was kept may be of a language that the bot no longer speaks.
  return languages.closest(kept ?? sender?.language_code ?? defaultLanguage);
}

/** Keeps the language of a chat that will be written to, if it hasn't chosen one. */
export async function keepLanguage({ chatId, services }: BotContext): Promise<void> {
  await services.library.chatLanguages.note(chatId!, services.messages.language);
}
