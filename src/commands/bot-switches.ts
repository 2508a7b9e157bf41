import type { UserFromGetMe } from 'grammy/types';

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
    wanted: true,
    right: 'the bot can be asked in any chat, and answers can be shared',
    wrong: 'typing its name in a chat brings nothing, and answers have no “Share” button',
    where: '/setinline',
  },
  {
    name: 'guest mode',
    isOn: me => me.supports_guest_queries === true,
    wanted: true,
    right: 'the bot answers mentions in any chat',
    wrong: 'the bot answers mentions only where it is a member',
    where: 'the bot’s settings',
  },
];

/** Telegram doesn't tell a bot how this is set. */
const inlineFeedback =
  'inline feedback: Telegram doesn’t say whether it is on; only at 100% (@BotFather, /setinlinefeedback) are answers that people posted in other chats corrected when an article or a speaker is';

/** The switches, each in one line; `change` says how to change those that are not as they should be. */
export function switchFindings(me: UserFromGetMe): { what: string; change: string | null }[] {
  const feedback = me.supports_inline_queries ? [{ what: inlineFeedback, change: null }] : [];
  return [...switches.map(findingOf(me)), ...feedback];
}

function findingOf(me: UserFromGetMe): (each: Switch) => { what: string; change: string | null } {
  return ({ name, isOn, wanted, right, wrong, where }) => {
    const on = isOn(me);
    const state = `${name}: ${on ? 'on' : 'off'}`;
    return on === wanted
      ? { what: `${state}; ${right}`, change: null }
      : {
          what: `${state}; ${wrong}`,
          change: `turn it ${wanted ? 'on' : 'off'} at @BotFather with ${where}`,
        };
  };
}
