import { type Api, GrammyError } from 'grammy';
import type { BotCommand, BotCommandScope } from 'grammy/types';
import { menuCommands, questionCommands } from '../../answers/asking/registry.ts';
import type { Messages } from '../../rendering/messages.ts';

/** Of the operators, in private. */
const operatorCommands = ['status', 'sources', 'access', 'invite', 'allow', 'ban', 'unban'];
/** Understood like /cancel while a dialog is open, and like /subscriptions otherwise. */
export const stopCommands = ['stop', 'end', 'quit', 'exit', 'unsubscribe'];
const privateCommands = ['filter', 'subscribe', 'subscriptions', 'privacy', 'help', 'cancel'];

/** Every command, whether menus offer it or not. */
export const commandNames: ReadonlySet<string> = new Set([
  ...questionCommands,
  ...privateCommands,
  'start',
  'settings',
  ...stopCommands,
  'export',
  'forget',
  'sources',
]);

type Menu = { scope: BotCommandScope; names: string[] };

const menus: Menu[] = [
  { scope: { type: 'all_private_chats' }, names: [...menuCommands('private'), ...privateCommands] },
  { scope: { type: 'all_group_chats' }, names: [...menuCommands('group'), 'help'] },
  {
    scope: { type: 'all_chat_administrators' },
    names: [...menuCommands('group'), 'subscribe', 'subscriptions', 'cancel', 'help'],
  },
];

/**
 * Sets the command menus of each kind of chat; a menu that is as wanted is left alone.
 * @param admins user ids of the operators, whose menu has their own commands too
 */
export async function registerCommands(
  api: Api,
  messages: Messages,
  admins: readonly number[] = [],
): Promise<void> {
  for (const menu of menus) await register(api, messages, menu);
  for (const id of admins) {
    const scope = { type: 'chat' as const, chat_id: id };
    try {
      await register(api, messages, {
        scope,
        names: [...menuCommands('private'), ...privateCommands, ...operatorCommands],
      });
    } catch (error) {
      // Telegram has no chat yet with an operator who has never written to the bot; the next start tries again.
      if (!(error instanceof GrammyError) || error.error_code !== 400) throw error;
    }
  }
}

async function register(api: Api, messages: Messages, { scope, names }: Menu): Promise<void> {
  const wanted: BotCommand[] = names.map(command => ({
    command,
    description: messages.say(`menu-${command}`),
  }));
  const there = await api.getMyCommands({ scope });
  const same =
    JSON.stringify(there.map(({ command, description }) => [command, description])) ===
    JSON.stringify(wanted.map(({ command, description }) => [command, description]));
  if (!same) await api.setMyCommands(wanted, { scope });
}
