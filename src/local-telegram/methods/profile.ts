import { badRequest } from '../model/api-error.ts';
import { integer, json, type Parameters, text } from '../model/parameters.ts';
import type { Command } from '../model/types.ts';
import { findRoom } from '../rules/addressing.ts';
import type { CallContext, Method } from '../rules/method.ts';
import { codePoints } from '../text/text.ts';

/** What a command may look like after a leading slash is taken off. */
const commandName = /^[a-z0-9_]+$/;

const scopes = [
  'default',
  'all_private_chats',
  'all_group_chats',
  'all_chat_administrators',
  'chat',
  'chat_administrators',
  'chat_member',
];

/** The key under which a scope's commands lie: `chat:-100…/de`. */
function scopeKey({ world, parameters }: CallContext): string {
  const scope = (json(parameters, 'scope', 'bot command scope') ?? { type: 'default' }) as Parameters;
  const type = text(scope, 'type');
  if (!scopes.includes(type)) throw badRequest("can't parse BotCommandScope: Unsupported type specified");
  const chat = type === 'chat' || type.startsWith('chat_') ? findRoom(world, scope).id : '';
  const member = type === 'chat_member' ? integer(scope, 'user_id') : '';
  const language = text(parameters, 'language_code');
  if (!/^([a-z]{2})?$/.test(language)) throw badRequest('invalid language_code specified');
  return `${[type, chat, member].filter(part => part !== '').join(':')}/${language}`;
}

function readCommand(given: unknown): Command {
  if (typeof given !== 'object' || given === null) throw badRequest('expected an Object as BotCommand');
  const fields = given as Command;
  const command = String(fields.command ?? '')
    .trim()
    .replace(/^\//, '');
  const description = String(fields.description ?? '').trim();
  if (command === '') throw badRequest('command must be non-empty');
  if (codePoints(command) > 32) throw badRequest('command length must not exceed 32');
  if (description === '') throw badRequest('command description must be non-empty');
  if (codePoints(description) > 256) throw badRequest('command description length must not exceed 256');
  if (!commandName.test(command)) throw badRequest('BOT_COMMAND_INVALID');
  return { ...fields, command, description };
}

const menuButtons = ['default', 'commands', 'web_app'];

/** The private chat whose button it is; empty for the button of all others. */
function menuKey({ world, parameters }: CallContext): string {
  return parameters.chat_id === undefined ? '' : String(findRoom(world, parameters).id);
}

const scoped = ['scope', 'language_code'];

export const profileMethods: Record<string, Method> = {
  getMe: { parameters: [], run: ({ world }) => world.bot.user },
  setMyCommands: {
    parameters: ['commands', ...scoped],
    run: call => {
      const given = json(call.parameters, 'commands', 'bot commands');
      if (!Array.isArray(given)) throw badRequest("can't parse commands: expected an Array of BotCommand");
      if (given.length > 100) throw badRequest('BOT_COMMANDS_TOO_MUCH');
      call.world.bot.commands.set(scopeKey(call), given.map(readCommand));
      call.world.changes.emit({ kind: 'commands' });
      return true;
    },
  },
  getMyCommands: {
    parameters: scoped,
    run: call => call.world.bot.commands.get(scopeKey(call)) ?? [],
  },
  deleteMyCommands: {
    parameters: scoped,
    run: call => {
      call.world.bot.commands.delete(scopeKey(call));
      call.world.changes.emit({ kind: 'commands' });
      return true;
    },
  },
  setChatMenuButton: {
    parameters: ['chat_id', 'menu_button'],
    run: call => {
      const given = (json(call.parameters, 'menu_button', 'menu button') ?? {
        type: 'default',
      }) as Parameters;
      if (!menuButtons.includes(text(given, 'type')))
        throw badRequest("can't parse menu button: Unsupported type specified");
      call.world.bot.menuButtons.set(menuKey(call), given);
      return true;
    },
  },
  getChatMenuButton: {
    parameters: ['chat_id'],
    run: call => {
      const { menuButtons } = call.world.bot;
      return menuButtons.get(menuKey(call)) ?? menuButtons.get('') ?? { type: 'default' };
    },
  },
  ...profileText('Name', 'name', 64),
  ...profileText('Description', 'description', 512),
  ...profileText('ShortDescription', 'short_description', 120),
};

function profileText(title: string, field: string, limit: number): Record<string, Method> {
  const key = ({ parameters }: CallContext) => `${field}/${text(parameters, 'language_code')}`;
  return {
    [`setMy${title}`]: {
      parameters: [field, 'language_code'],
      run: call => {
        const given = text(call.parameters, field);
        if (codePoints(given) > limit) throw badRequest(`bot ${field.replace('_', ' ')} is too long`);
        call.world.bot.texts.set(key(call), given);
        if (field === 'name' && !text(call.parameters, 'language_code')) {
          call.world.bot.user.first_name = given || call.world.bot.user.first_name;
        }
        return true;
      },
    },
    [`getMy${title}`]: {
      parameters: ['language_code'],
      run: call => ({
        [field]:
          call.world.bot.texts.get(key(call)) ??
          call.world.bot.texts.get(`${field}/`) ??
          (field === 'name' ? call.world.bot.user.first_name : ''),
      }),
    },
  };
}
