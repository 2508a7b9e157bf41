import type { Update, UserFromGetMe } from 'grammy/types';
import { allowedUpdates } from '../bot/bot.ts';

/** A switch of the bot at @BotFather, and what it changes here. */
type Switch = {
  name: string;
  isOn(me: UserFromGetMe): boolean;
  /** How it should be for this bot. */
  wanted: boolean;
  /** What it means as it should be, and otherwise. */
  right: string;
  wrong: string;
  /** Where it is at @BotFather. */
  where: string;
};

const answers = (update: keyof Update) => (allowedUpdates as readonly string[]).includes(update);

const switches: Switch[] = [
  {
    name: 'privacy mode',
    isOn: me => !me.can_read_all_group_messages,
    wanted: true,
    right: 'in groups, only commands, mentions and replies to the bot reach it',
    wrong:
      'every message in its groups reaches the bot, which needs only commands, mentions and replies to it',
    where: '/setprivacy; then remove the bot from its groups and add it again',
  },
  {
    name: 'groups',
    isOn: me => me.can_join_groups,
    wanted: true,
    right: 'the bot can be added to groups',
    wrong: 'the bot cannot be added to groups',
    where: '/setjoingroups',
  },
  {
    name: 'inline mode',
    isOn: me => me.supports_inline_queries,
    wanted: answers('inline_query'),
    ...(answers('inline_query')
      ? { right: 'the bot can be asked in any chat', wrong: 'the bot can be asked only in its own chats' }
      : {
          right: 'the bot does not use it',
          wrong: 'the bot does not use it: typing its name in a chat brings nothing',
        }),
    where: '/setinline',
  },
  {
    name: 'guest mode',
    isOn: me => (me as { supports_guest_queries?: boolean }).supports_guest_queries === true,
    wanted: answers('guest_message' as keyof Update),
    ...(answers('guest_message' as keyof Update)
      ? { right: 'the bot answers mentions in any chat', wrong: 'the bot answers only where it is a member' }
      : {
          right: 'the bot does not use it',
          wrong: 'the bot does not use it: mentions elsewhere stay unanswered',
        }),
    where: 'the bot’s settings',
  },
];

/** The switches, each in one line; `change` says how to change those that are not as they should be. */
export function switchFindings(me: UserFromGetMe): { what: string; change: string | null }[] {
  return switches.map(({ name, isOn, wanted, right, wrong, where }) => {
    const on = isOn(me);
    const state = `${name}: ${on ? 'on' : 'off'}`;
    return on === wanted
      ? { what: `${state}; ${right}`, change: null }
      : {
          what: `${state}; ${wrong}`,
          change: `turn it ${wanted ? 'on' : 'off'} at @BotFather with ${where}`,
        };
  });
}
