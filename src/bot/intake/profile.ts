import type { Api } from 'grammy';
import type { LanguageCode } from 'grammy/types';
import { defaultLanguage, type Languages } from '../../languages/languages.ts';
import type { Messages, Translations } from '../../rendering/messages.ts';

/** Sets the profile in every language: the English one for all whose app is in none of them. */
export async function registerProfiles(
  api: Api,
  { codes }: Languages,
  translations: Translations,
): Promise<void> {
  for (const code of codes)
    await registerProfile(
      api,
      translations(code),
      code === defaultLanguage ? undefined : (code as LanguageCode),
    );
}

/**
 * Sets what Telegram shows of the bot before anyone has written to it, and the menu button next to the line; what is
 * as wanted is left alone. Telegram takes at most 512 characters of the description and 120 of the short one.
 * @param language two letters, for those whose apps are in that language; everyone else's if missing
 */
async function registerProfile(api: Api, messages: Messages, language?: LanguageCode): Promise<void> {
  const other = language === undefined ? {} : { language_code: language };
  const description = messages.say('profile-description');
  if ((await api.getMyDescription(other)).description !== description)
    await api.setMyDescription(description, other);
  const short = messages.say('profile-short-description');
  if ((await api.getMyShortDescription(other)).short_description !== short)
    await api.setMyShortDescription(short, other);
  if (language === undefined && (await api.getChatMenuButton()).type !== 'commands')
    await api.setChatMenuButton({ menu_button: { type: 'commands' } });
}
