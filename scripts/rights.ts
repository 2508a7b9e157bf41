import { writeFileSync } from 'node:fs';
import {
  type Access,
  accesses,
  type Cells,
  type ChatType,
  chatTypes,
  type RightsAction,
  type Role,
  rights,
  rightsActions,
  roles,
  type Verdict,
  verdictFor,
} from '../src/bot/core/rights-table.ts';
import { ownPath } from '../src/commands/cli/open.ts';

const chatNames: Record<ChatType, string> = {
  private: 'In a private chat',
  group: 'In a group',
  topic: 'In a forum topic',
  channel: 'In a channel',
};

const roleNames: Record<Exclude<Role, 'stranger'>, string> = {
  owner: 'subscription owner',
  admin: 'admin',
  anonymous: 'anonymous admin',
  member: 'member',
  banned: 'banned',
  operator: 'operator',
};

const meanings: Record<Verdict, string> = {
  yes: 'done',
  administrators: 'refused: “Only administrators …”',
  private: 'refused: a sentence with a link into the private chat',
  'way-in': 'refused: how to be let in; in groups only taps are answered',
  expired: 'refused: “That button has expired”',
  link: 'not done: the tap opens the private chat, which asks again',
  unknown: 'refused, like a command that doesn’t exist',
  silent: 'not answered: a tap’s waiting mark ends, nothing more; a channel’s posts never reach the bot',
};

const intro = `# Who may do what

Generated from \`src/bot/core/rights-table.ts\` by \`npm run rights\`; a test fails when this page is out of date.

Every command, button and step of a conversation asks this table before anything is done. Whether someone
runs a group or channel is asked of Telegram, once for each update; if Telegram can't say, that is refused with
a sentence.

- **subscription owner**: set the subscription up and still runs the chat that gets it. In a private chat, the
  person whose chat it is. If the bot was removed from a channel, the person who set its digest up stays owner.
- **admin**: an administrator of the chat that gets the digest; in a channel, with the right to post. A channel's
  digest is managed from its administrators' private chats with the bot.
- **anonymous admin**: writes in the group's name. A tap always comes from a person.
- **member**: anyone else whom \`ACCESS\` lets in.
- **stranger**: not let in. Under \`ACCESS=open\` there are none: the column shows what a member may.
- **banned**: banned by an operator.
- **operator**: named in \`ADMINS\`. Only the operators' own commands know this role; elsewhere (–) operators have
  the role that they have in the chat, and are never strangers or banned.
`;

/** The rights table as the page `docs/rights.md`. */
export function rightsPage(): string {
  const legend = Object.entries(meanings).map(([verdict, meaning]) => `| ${verdict} | ${meaning} |`);
  return `${[
    intro,
    ['| in the table | what happens |', '| --- | --- |', ...legend].join('\n'),
    ...chatTypes.map(chatTable),
  ].join('\n')}\n`;
}

type Column = { role: Role; access: Access; title: string };

const columns: readonly Column[] = roles.flatMap((role): Column[] =>
  role === 'stranger'
    ? accesses.map(access => ({ role, access, title: `stranger (${access})` }))
    : [{ role, access: 'open', title: roleNames[role] }],
);

function chatTable(chat: ChatType): string {
  const cell = (action: RightsAction, { role, access }: Column) => {
    const { operator }: Cells = rights[action].cells[chat];
    return role === 'operator' ? (operator ?? '–') : verdictFor(action, chat, role, access);
  };
  return [
    `\n## ${chatNames[chat]}\n`,
    `| action | that is | ${columns.map(({ title }) => title).join(' | ')} |`,
    `| ${['', '', ...columns].map(() => '---').join(' | ')} |`,
    ...rightsActions.map(
      action =>
        `| ${action} | ${rights[action].for} | ${columns.map(column => cell(action, column)).join(' | ')} |`,
    ),
  ].join('\n');
}

if (import.meta.main) writeFileSync(ownPath('docs/rights.md'), rightsPage());
