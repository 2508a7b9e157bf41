import { type Api, GrammyError } from 'grammy';
import type { BotCommand, BotCommandScope } from 'grammy/types';
import { menuCommands, questionCommands } from '../../answers/asking/registry.ts';
import type { Messages } from '../../rendering/messages.ts';

/** Of those who run the bot, in private. */
const owning = ['status', 'sources', 'access', 'invite', 'allow', 'ban', 'unban'];
const alone = ['filter', 'subscribe', 'subscriptions', 'privacy', 'help', 'cancel'];

/** All that is offered somewhere, and what is understood without being offered. */
export const commandNames: ReadonlySet<string> = new Set([
  ...questionCommands,
  ...alone,
  'start',
  'settings',
  'unsubscribe',
  'export',
  'forget',
  'sources',
]);

type Menu = { scope: BotCommandScope; names: string[] };

const menus: Menu[] = [
  { scope: { type: 'all_private_chats' }, names: [...menuCommands('private'), ...alone] },
  { scope: { type: 'all_group_chats' }, names: [...menuCommands('group'), 'help'] },
  {
    scope: { type: 'all_chat_administrators' },
    names: [...menuCommands('group'), 'subscribe', 'subscriptions', 'cancel', 'help'],
  },
];

/**
 * Tells Telegram which commands to offer where; only what has changed is told.
 * @param admins user ids of those who run the bot: they are offered theirs too
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
      await register(api, messages, { scope, names: [...menuCommands('private'), ...alone, ...owning] });
    } catch (error) {
      // Telegram knows no chat with somebody who has not written to the bot yet; the next start offers it.
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
