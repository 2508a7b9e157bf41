/** Who may use the bot: everyone, those with an invitation, or those an operator has named. */
export type Access = 'open' | 'invite' | 'list';

/** All of them, the widest first. */
export const accesses = ['open', 'invite', 'list'] as const satisfies readonly Access[];

/** Where a request comes from. */
export const chatTypes = ['private', 'group', 'topic', 'channel'] as const;
export type ChatType = (typeof chatTypes)[number];

/**
 * What a sender is in the chat of the request. `owner`: set the subscription up and still runs the chat that
 * receives it; in private, always of their own chat. `admin`: runs that chat; in a channel, with the right to post. `stranger`:
 * not let in. `operator`: one of `ADMINS`; counts only where the operators' own commands are concerned.
 */
export const roles = ['owner', 'admin', 'anonymous', 'member', 'stranger', 'banned', 'operator'] as const;
export type Role = (typeof roles)[number];

/**
 * `yes`: it is done. All else changes nothing: `administrators`, `private`, `way-in` and `expired` are refused
 * with a sentence; `link` answers a tap with a link into the private chat; `unknown` is answered like a command
 * that doesn't exist; `silent` is not answered.
 */
export type Verdict =
  | 'yes'
  | 'administrators'
  | 'private'
  | 'way-in'
  | 'expired'
  | 'link'
  | 'unknown'
  | 'silent';

/** A stranger's verdict may depend on `ACCESS`; under `open` there are no strangers. */
export type Cells = Record<Exclude<Role, 'stranger' | 'operator'>, Verdict> & {
  stranger: Verdict | Record<Exclude<Access, 'open'>, Verdict>;
  operator?: Verdict;
};

type Row = { for: string; cells: Record<ChatType, Cells> };

const all = (verdict: Verdict): Cells => ({
  owner: verdict,
  admin: verdict,
  anonymous: verdict,
  member: verdict,
  stranger: 'way-in',
  banned: 'silent',
});

const everyone = all('yes');
const administrators: Cells = { ...everyone, member: 'administrators' };
const evenStrangers: Cells = { ...everyone, stranger: 'yes' };
const invited: Cells = { ...everyone, stranger: { invite: 'yes', list: 'way-in' } };
const inPrivate = all('private');
const expired: Cells = { ...all('expired'), stranger: 'expired' };
/** A link does nothing by itself: what it leads to is decided again, in private. */
const link: Cells = { ...all('link'), stranger: 'link' };
const administratorsLink: Cells = { ...all('link'), member: 'administrators' };
const operators: Cells = { ...all('unknown'), operator: 'yes' };
/** A button of one who no longer runs the bot. */
const operatorsTaps: Cells = { ...expired, operator: 'yes' };
/** Nothing but taps reaches the bot from a channel. */
const never: Cells = { ...all('silent'), stranger: 'silent' };

/** A forum topic is like its group: it is a column of its own because other chats' ids come with it. */
const row = (what: string, own: Cells, group: Cells, channel: Cells): Row => ({
  for: what,
  cells: { private: own, group, topic: group, channel },
});

/** Everything that can be requested of the bot, and by whom. Handlers can only name actions with a row here. */
export const rights = {
  help: row('/start, /help', everyone, everyone, never),
  invitation: row('/start with an invitation', invited, everyone, never),
  read: row('questions: commands, words, buttons under answers', everyone, everyone, link),
  inline: row('questions in chats without the bot: inline, and as a guest', everyone, everyone, never),
  report: row('“Wrong?” under a quote', everyone, everyone, expired),
  digest: row('“more” and “why” under a digest', everyone, everyone, link),
  filter: row('/filter', everyone, inPrivate, never),
  subscribe: row('/subscribe, a shared subscription', everyone, administrators, never),
  step: row('an answer in a dialog, typed or tapped', everyone, administrators, expired),
  cancel: row('/cancel, and /stop in a dialog', everyone, administrators, never),
  subscriptions: row('/subscriptions, /settings, /stop, “All”', everyone, everyone, link),
  settings: row('a subscription’s settings', administrators, administrators, administratorsLink),
  change: row('change a subscription', administrators, administrators, administratorsLink),
  mute: row('“Not for me” under a story of a digest', administrators, administrators, expired),
  pause: row('pause a subscription', administrators, administrators, administratorsLink),
  resume: row('resume a subscription', administrators, administrators, administratorsLink),
  delete: row('delete a subscription', administrators, administrators, administratorsLink),
  undo: row('bring a deleted subscription back', administrators, administrators, administratorsLink),
  send: row('send a digest now', administrators, administrators, administratorsLink),
  share: row('share a subscription', administrators, administrators, administratorsLink),
  language: row('/language and its buttons', everyone, administrators, expired),
  privacy: row('/privacy', evenStrangers, inPrivate, never),
  export: row('/export', evenStrangers, inPrivate, never),
  forget: row('/forget and its buttons', evenStrangers, inPrivate, link),
  status: row('/status', operators, all('unknown'), never),
  access: row('/access', operators, operators, never),
  invite: row('/invite', operators, operators, never),
  allow: row('/allow', operators, operators, never),
  ban: row('/ban', operators, operators, never),
  unban: row('/unban', operators, operators, never),
  sources: row('/sources, a link, file or forwarded post', everyone, everyone, never),
  manageSources: row('add, check, pause, change and remove sources', operatorsTaps, expired, expired),
  unknown: row('commands and buttons that don’t exist', everyone, everyone, expired),
} as const satisfies Record<string, Row>;

export type RightsAction = keyof typeof rights;

/** All actions of the table, in its order. */
export const rightsActions = Object.keys(rights) as RightsAction[];

/** What the table says. Under `open` a stranger is a member. */
export function verdictFor(action: RightsAction, chat: ChatType, role: Role, access: Access): Verdict {
  const cells: Cells = rights[action].cells[chat];
  if (role === 'operator') return cells.operator ?? cells.member;
  if (role !== 'stranger') return cells[role];
  if (access === 'open') return cells.member;
  return typeof cells.stranger === 'string' ? cells.stranger : cells.stranger[access];
}

/** Whether Telegram must be asked for the sender's role: not if everyone who is admitted has the same right. */
export function dependsOnRole(action: RightsAction, chat: ChatType): boolean {
  const { owner, admin, anonymous, member }: Cells = rights[action].cells[chat];
  return new Set([owner, admin, anonymous, member]).size > 1;
}
