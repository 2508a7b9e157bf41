import type { Api } from 'grammy';
import type { LanguageCode } from 'grammy/types';
import type { Messages } from '../../rendering/messages.ts';

/**
 * Sets what Telegram shows of the bot before anyone has written to it, and the menu button next to the line; what is
 * as wanted is left alone. Telegram takes at most 512 characters of the description and 120 of the short one.
 * @param language two letters, for those whose apps are in that language; everyone else's if missing
 */
export async function registerProfile(api: Api, messages: Messages, language?: LanguageCode): Promise<void> {
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
