import { expect, test } from 'vitest';
import type { Person } from '../../../src/local-telegram/local-telegram.ts';
import { due } from '../subscribers.ts';
import { news, world } from '../world.ts';

type Result = { id: string; title: string; input_message_content: { message_text: string } };
const resultsOf = ({ results }: { results: Record<string, unknown>[] }) => results as Result[];

const odd = [
  ' ',
  '\u200b\u200f',
  '\u202elavrov',
  'лавров \u202e',
  '🙂',
  '👩‍👩‍👧‍👦 lavrov',
  '"',
  '" OR 1=1 --',
  'lavrov" NEAR(',
  '*',
  'a*',
  '(((',
  'col:lavrov',
  'NOT',
  '\\',
  '%',
  '/',
  '//who',
  '/who',
  'who',
  'hello',
  'more',
  'thank you',
  'quotes',
  'timeline 2022-99-99',
  'compare lavrov',
  '#',
  '#1',
  '#999999',
  'who #e1',
  'who #99999999999999999999',
  'article #../../etc/passwd',
  'story #99999',
  'context 0-99999999 001',
  'context 9-1 001',
  'context 0-5',
  'filter person:%E0%A4%A',
  'digest',
  'start',
  'subscribe',
  'ban 1',
  '\u0000lavrov',
  'é́́́́́'.repeat(40),
  'lavrov '.repeat(36),
  'x'.repeat(256),
  '𝕃avrov',
  'لافروف',
  'ラブロフ',
];

test('whatever is typed gets an answer that Telegram takes, with a way on', async () => {
  const w = await world({ owner: () => ({ limits: { person: 0, group: 0 } }) });
  const ann = w.telegram.person('Ann');
  for (const query of odd) {
    const { results, button, is_personal } = await ann.asksInline(query);
    expect(is_personal, query).toBe(true);
    expect(button?.text, query).toBeTruthy();
    for (const { title, input_message_content } of resultsOf({ results })) {
      expect(title.trim(), query).not.toBe('');
      expect(input_message_content.message_text.trim(), query).not.toBe('');
    }
  }
});

test.each(['-1', '0', '1e99', 'NaN', ' 2 ', '2.5', '999999', '☃', '1;drop'])(
  'the offset %j leads nowhere it should not',
  async offset => {
    const w = await world();
    const ann = w.telegram.person('Ann');
    const { results, next_offset: next } = await ann.asksInline('ukraine', offset);
    expect(results.length).toBeLessThanOrEqual(50);
    expect(next ?? '2').toMatch(/^\d{1,2}$/);
  },
);

test('a message that was posted leads someone uninvited to the way in, not to the news', async () => {
  const w = await world({ owner: () => ({ access: 'invite' }) });
  const [ann, bob] = [w.telegram.person('Ann'), w.telegram.person('Bob')];
  await w.library.accessList.admit(ann.user.id, w.clock.now());
  const group = w.telegram.group('Elsewhere', { members: [ann, bob], bot: 'absent' });
  for (const result of (await ann.in(group).asksInline('lavrov')).results.slice(0, 4)) {
    ann.in(group).picks(result);
    await bob.in(group).presses('More in a private chat');
    await w.quiet();
  }
  const private_ = bob.chat().filter(({ from }) => from === 'bot');
  expect(private_.length).toBeGreaterThan(0);
  for (const { text } of private_) expect(text).toMatch(/invit/i);
  expect(bob.chat().some(({ text }) => /Lavrov/.test(text) && !/\/start/.test(text))).toBe(false);
});

test('an invitation that was used up or is over opens nothing in other chats either', async () => {
  let olga!: Person;
  const w = await world({
    owner: telegram => {
      olga = telegram.person('Olga');
      return { admins: [olga.user.id], access: 'invite' };
    },
  });
  const [ann, bob] = [w.telegram.person('Ann'), w.telegram.person('Bob')];
  const group = w.telegram.group('Elsewhere', { members: [ann, bob], bot: 'absent' });
  olga.says('/invite');
  const link = /https:\S+/.exec((await olga.sees('lets in 1 person')).text)![0];
  ann.opens(link);
  await ann.sees('Welcome!');
  bob.opens(link);
  await bob.sees('already been used');
  olga.says('/invite 5 2');
  const late = /https:\S+/.exec((await olga.sees('lets in up to 5 people')).text)![0];
  await w.turnTo(w.clock.now() + 2 * 86_400_000 + 1);
  bob.opens(late);
  await bob.sees('has expired');
  expect((await ann.in(group).asksInline('lavrov')).results.length).toBeGreaterThan(1);
  expect((await bob.in(group).asksInline('lavrov')).results).toEqual([]);
  bob.in(group).says(`@${w.telegram.username} Lavrov`);
  await w.quiet();
  const [answer] = group.chat().filter(({ from }) => from === 'bot');
  expect(answer!.text).not.toMatch(/Minister|22 Sep|\[1\]/);
});

test('a guest’s question of any length or script is answered once, and one without words with an example', async () => {
  const w = await world();
  const ann = w.telegram.person('Ann');
  const group = w.telegram.group('Elsewhere', { members: [ann], bot: 'absent' });
  const asked = ['🙂', '\u202e', 'x'.repeat(90), '/who', '#1', 'who is Lavrov? '.repeat(18)];
  for (const words of asked) {
    ann.in(group).says(`@${w.telegram.username} ${words}`);
    await w.quiet();
  }
  const answers = group.chat().filter(({ from }) => from === 'bot');
  expect(answers).toHaveLength(asked.length);
  for (const { text } of answers) expect(text.trim()).not.toBe('');
});

test('a language that was chosen is that of results, at the latest when those kept are over', async () => {
  const w = await world();
  const ann = w.telegram.person('Ann');
  await ann.asksInline('lavrov');
  ann.says('/language de');
  await w.quiet();
  w.clock.turnTo(w.clock.now() + 61_000);
  expect((await ann.asksInline('lavrov')).button?.text).toBe('Privat weiterfragen ›');
});

test('a quote that was retracted while results were kept is not posted unmarked', async () => {
  const w = await world({ seeds: false, start: due });
  await w.arrives(news.harbour);
  await w.turnTo(due);
  const ann = w.telegram.person('Ann');
  const group = w.telegram.group('Elsewhere', { members: [ann], bot: 'absent' });
  const { results } = await ann.in(group).asksInline('calloway');
  const quote = resultsOf({ results }).find(({ title }) => title.includes('We will reopen'))!;
  const card = resultsOf({ results })[0]!;
  await w.library.quotes.retract(`${news.harbour.id}@${news.harbour.text.indexOf('We will reopen')}`);
  await w.turnTo(due + 5_000);
  ann.in(group).picks(quote as never);
  ann.in(group).picks(card as never);
  for (const minute of [1, 2, 3]) {
    await w.turnTo(due + minute * 60_000);
    await w.quiet();
  }
  const posted = group.chat().map(({ text }) => text);
  expect(posted).toHaveLength(2);
  for (const text of posted) expect(text).toMatch(/^Corrected 08:\d\d\n[\s\S]*\[withdrawn\]/);
});
