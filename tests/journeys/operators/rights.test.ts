import { expect, test } from 'vitest';
import {
  actionOfButton,
  buttonKinds,
  subscriptionButtonActions,
} from '../../../src/bot/core/button-actions.ts';
import {
  accesses,
  chatTypes,
  type RightsAction,
  rightsActions,
  type Verdict,
  verdictFor,
} from '../../../src/bot/core/rights-table.ts';
import type { Group, Topic } from '../../../src/local-telegram/local-telegram.ts';
import {
  botDump,
  changedRows,
  checkAllowed,
  checkRefused,
  isBotsOwn,
  scene,
  tappers,
  wholeDump,
  writes,
} from './rights-scene.ts';

const window = '0123456789abcdef.0.0.1.0';
/** Data of every kind of button, about the subscription of an id; forgetting comes last. */
const buttonKindsWalked: ((id: number) => string)[] = [
  ...Object.keys(subscriptionButtonActions).map(act => (id: number) => `c|s.${act}.${id}`),
  ...['list', 'mute', 'undo'].map(
    act => (id: number) => `c|m.${act}.${id}${act === 'list' ? '' : '.outlet.0123456789ab'}`,
  ),
  ...[
    ...['a|1|/latest', 't|2|/latest', 'a|1|~0123456789abcdef', `c|d.more.${window}`, `c|d.why.${window}`],
    ...['c|o.removeAll.1', 'w|1|/context 0-5 nothing'],
    ...[
      'c|g.1.0.cancel',
      'c|g.1.0.yes',
      'c|s.nothing-like-it.1',
      'made up',
      'c|l.uk',
      'c|l.en',
      'c|f.no',
      'c|f.yes',
    ],
  ].map(data => () => data),
];

test.each(accesses)('every forged tap is refused or allowed as listed, ACCESS=%s', async access => {
  const { w, places, subjectOf } = await scene(access);
  let walked = 0;
  let allowed = 0;
  const seen = new Set<RightsAction>();
  for (const chat of chatTypes)
    for (const role of tappers) {
      const spot = places[chat][role];
      const before = wholeDump(w);
      const subjects = new Map<string, number>();
      for (const kind of buttonKindsWalked) subjects.set(kind(0), await subjectOf(chat, role, kind(0)));
      const taps = buttonKindsWalked.map(kind => {
        const data = kind(subjects.get(kind(0))!);
        const action = actionOfButton(data);
        return { data, action, id: subjects.get(kind(0))!, verdict: verdictFor(action, chat, role, access) };
      });
      for (const { action } of taps) seen.add(action);
      walked += taps.length;

      await checkRefused(
        w,
        spot,
        taps.flatMap(({ data, verdict }) => (verdict === 'yes' ? [] : [{ data, verdict }])),
      );
      const may = taps.filter(({ verdict }) => verdict === 'yes');
      // What each tap by itself may write doesn't hang on who else is let in.
      let rows = botDump(w);
      for (const together of access === 'open' ? may.map(tap => [tap]) : [may])
        rows = await checkAllowed(w, spot, together, rows);
      allowed += may.length;
      // Who was forgotten is let in again; the next come to an empty list.
      if (chat === 'private' && role !== 'stranger' && role !== 'banned')
        await w.library.accessList.admit(spot.place.chat_id, w.clock.now());
      for (const id of subjects.values()) await w.library.subscriptions.remove(id, w.clock.now());
      const elsewhere = changedRows(before, wholeDump(w)).filter(
        row => !isBotsOwn(row) && !row.startsWith('INSERT INTO chat_languages '),
      );
      expect(elsewhere, `${access} ${chat} ${role}`).toEqual([]);
    }
  expect(walked).toBeGreaterThanOrEqual(400);
  expect(allowed).toBeGreaterThan(100);
  const tapped = [...buttonKinds.map(({ action }) => action), ...Object.values(subscriptionButtonActions)];
  expect([...seen].sort()).toEqual([...new Set<RightsAction>([...tapped, 'unknown'])].sort());
  for (const action of Object.keys(writes)) expect(rightsActions).toContain(action);
});

test('commands in groups and topics, also of an anonymous administrator, are refused or allowed as listed', async () => {
  const { w, people, group, forum, topic } = await scene('open');
  const commands = {
    ...{ latest: 'read', help: 'help', subscriptions: 'subscriptions', subscribe: 'subscribe' },
    ...{
      cancel: 'cancel',
      filter: 'filter',
      language: 'language',
      privacy: 'privacy',
      export: 'export',
      forget: 'forget',
    },
    ...{ status: 'status', ban: 'ban', unban: 'unban', allow: 'allow', invite: 'invite', access: 'access' },
  } as const satisfies Record<string, RightsAction>;
  const words: Partial<Record<Verdict, RegExp>> = {
    administrators: /^Only administrators of this group/,
    private: /in a private chat(?: with me)?\.$/,
    unknown: /^I don’t know the command/,
  };
  for (const chat of ['group', 'topic'] as const) {
    const [room, thread]: [Group, Topic?] = chat === 'group' ? [group] : [forum, topic];
    for (const role of ['admin', 'anonymous', 'member'] as const) {
      const person = role === 'anonymous' ? people.admin.anonymously : people[role];
      const place = person.in(room, thread);
      for (const [command, action] of Object.entries(commands)) {
        const before = botDump(w);
        const { message_id } = place.says(`/${command}@${w.telegram.username} 5`);
        const reply = await place.sees(({ reply_to }) => reply_to === message_id);
        await w.quiet();
        const verdict = verdictFor(action, chat, role, 'open');
        const name = `${chat} ${role} ${command}`;
        if (verdict === 'yes') {
          for (const refusal of Object.values(words)) expect(reply.text, name).not.toMatch(refusal);
          continue;
        }
        expect(reply.text, name).toMatch(words[verdict]!);
        expect(changedRows(before, botDump(w)), name).toEqual([]);
      }
    }
  }
});

test('a member neither answers nor ends the conversation of a group’s administrators', async () => {
  const { w, people, group } = await scene('open');
  const [admin, member] = [people.admin.in(group), people.member.in(group)];
  admin.says(`/subscribe@${w.telegram.username}`);
  const question = await admin.sees('What should the digest cover?');
  await w.quiet();
  const before = botDump(w);
  for (const label of question.buttons.flat())
    expect((await member.presses(label, question)).text).toContain('Only administrators');
  member.replies(question, '“harbour”');
  await member.sees('Only administrators of this group');
  member.says(`/cancel@${w.telegram.username}`);
  await w.quiet();
  expect(changedRows(before, botDump(w))).toEqual([]);
  await admin.presses('All news ›');
  await admin.sees('When should I send it?');
});
