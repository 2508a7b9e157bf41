import type { Api } from 'grammy';
import type { BotCommand, BotCommandScope } from 'grammy/types';
import type { Messages } from '../rendering/messages.ts';

const everywhere = ['who', 'quotes', 'timeline', 'search', 'latest', 'topics', 'topic', 'story', 'article'];
const alone = ['filter', 'subscribe', 'subscriptions', 'privacy', 'help', 'cancel'];

/** All that is offered somewhere, and what is understood without being offered. */
export const commandNames: ReadonlySet<string> = new Set([
  ...everywhere,
  ...alone,
  'start',
  'settings',
  'unsubscribe',
  'export',
  'forget',
]);

const menus: { scope: BotCommandScope; names: string[] }[] = [
  { scope: { type: 'all_private_chats' }, names: [...everywhere, ...alone] },
  { scope: { type: 'all_group_chats' }, names: ['who', 'quotes', 'timeline', 'search', 'latest', 'help'] },
  {
    scope: { type: 'all_chat_administrators' },
    names: ['who', 'quotes', 'timeline', 'search', 'latest', 'subscribe', 'subscriptions', 'cancel', 'help'],
  },
];

/** Tells Telegram which commands to offer where; only what has changed is told. */
export async function registerCommands(api: Api, messages: Messages): Promise<void> {
  for (const { scope, names } of menus) {
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
}
