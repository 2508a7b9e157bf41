import { type Api, GrammyError } from 'grammy';
import type { BotCommand, BotCommandScope, LanguageCode } from 'grammy/types';
import { menuCommands } from '../../answers/asking/registry.ts';
import { defaultLanguage, type Languages } from '../../languages/languages.ts';
import type { Messages, Translations } from '../../rendering/messages.ts';
import { operatorCommands, privateCommands } from '../core/command-names.ts';
import type { BotContext } from '../core/context.ts';

type Menu = { scope: BotCommandScope; names: string[] };

const menus: Menu[] = [
  { scope: { type: 'all_private_chats' }, names: [...menuCommands('private'), ...privateCommands] },
  { scope: { type: 'all_group_chats' }, names: [...menuCommands('group'), 'help'] },
  {
    scope: { type: 'all_chat_administrators' },
    names: [...menuCommands('group'), 'subscribe', 'subscriptions', 'language', 'cancel', 'help'],
  },
];

/**
 * Sets the command menus of each kind of chat, in every language; a menu that is as wanted is left alone.
 * @param admins user ids of the operators, whose menu has their own commands too
 */
export async function registerCommands(
  api: Api,
  { codes }: Languages,
  translations: Translations,
  admins: readonly number[] = [],
): Promise<void> {
  for (const code of codes) {
    const messages = translations(code);
    for (const menu of menus) await register(api, messages, menu);
    for (const id of admins) {
      try {
        await register(api, messages, operatorMenu(id));
      } catch (error) {
        // Telegram has no chat yet with an operator who has never written to the bot; the next start tries again.
        if (!(error instanceof GrammyError) || error.error_code !== 400) throw error;
        break;
      }
    }
  }
}

function operatorMenu(id: number): Menu {
  return {
    scope: { type: 'chat', chat_id: id },
    names: [...menuCommands('private'), ...privateCommands, ...operatorCommands],
  };
}

/** Sets the menu of a chat that has chosen its language, whatever the language of its people's apps. */
export async function setChatMenu({ api, chatId, services, chat }: BotContext): Promise<void> {
  const { messages, admins, languages } = services;
  const isPrivate = chat?.type === 'private';
  const scope = { type: 'chat' as const, chat_id: chatId! };
  const names = isPrivate ? (menus[0]?.names ?? []) : [...menuCommands('group'), 'help'];
  const menu = isPrivate && admins.includes(chatId!) ? operatorMenu(chatId!) : { scope, names };
  // A menu in the app's own language would go before one without a language.
  for (const code of languages.codes) await register(api, messages, menu, code);
}

/** Removes the menu that `setChatMenu` has set; an operator keeps theirs, and it is in their app's language again. */
export async function removeChatMenu({ api, chatId, services }: BotContext): Promise<void> {
  const { library, admins, languages, translations } = services;
  if (!(await library.chatLanguages.isChosen(chatId!))) return;
  for (const code of languages.codes) {
    if (admins.includes(chatId!)) await register(api, translations(code), operatorMenu(chatId!));
    else await api.deleteMyCommands(placeOf({ type: 'chat', chat_id: chatId! }, code));
  }
}

/** @param code the language of the apps that show the menu; English ones are shown in all without their own */
async function register(
  api: Api,
  messages: Messages,
  { scope, names }: Menu,
  code = messages.language,
): Promise<void> {
  const wanted: BotCommand[] = names.map(command => ({
    command,
    description: messages.say(`menu-${command}`),
  }));
  const where = placeOf(scope, code);
  const there = await api.getMyCommands(where);
  const same =
    JSON.stringify(there.map(({ command, description }) => [command, description])) ===
    JSON.stringify(wanted.map(({ command, description }) => [command, description]));
  if (!same) await api.setMyCommands(wanted, where);
}

function placeOf(scope: BotCommandScope, code: string) {
  return { scope, ...(code !== defaultLanguage && { language_code: code as LanguageCode }) };
}
