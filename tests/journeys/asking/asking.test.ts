import { expect, test } from 'vitest';
import { news, world } from '../world.ts';

test('the first words show with real names what can be asked, and the buttons ask it', async () => {
  const w = await world();
  const ann = w.telegram.person('Ann');
  ann.starts();
  const greeting = await ann.reads();
  expect(greeting.text).toContain('5 articles');
  const example = greeting.buttons.flat().find(label => label.startsWith('/who '))!;
  await ann.presses(example);
  expect((await ann.reads()).text).toContain(example.slice('/who '.length));
});

test('a name in any spelling and script is found, and a name that no one has is said to be unknown', async () => {
  const w = await world();
  const ann = w.telegram.person('Ann');
  for (const name of ['Lavrov', 'Лавров', 'lavrof', 'Sergei Lavrov']) {
    ann.says(`/who ${name}`);
    expect((await ann.reads()).text).toMatch(/^Serge[iy] Lavrov\n[\s\S]*4 articles/);
  }
  ann.says('/who Zzyzx');
  expect((await ann.reads()).text).toContain('I haven’t read anything about “Zzyzx”');
});

test('pages are turned in place', async () => {
  const w = await world();
  const ann = w.telegram.person('Ann');
  ann.says('/timeline');
  await ann.reads();
  await ann.presses('All dates');
  const first = await ann.sees(({ buttons }) => buttons.flat().includes('▶'));
  expect(first.text).toContain('21 Feb 2022');
  await ann.presses('▶');
  const second = await ann.sees(
    ({ message_id, buttons }) => message_id === first.message_id && buttons.flat().includes('◀'),
  );
  expect(second.text).not.toBe(first.text);
  expect(second.buttons.flat()).toContain('◀');
  await ann.presses('◀');
  await ann.sees(message => message.message_id === first.message_id && message.text === first.text);
  await ann.presses(/^1\//);
  expect(ann.unread()).toEqual([]);
});

test('plain words are a search; what is no words, and no command, is answered too', async () => {
  const w = await world();
  const ann = w.telegram.person('Ann');
  ann.says('nuclear weapons');
  const found = await ann.reads();
  expect(found.text).toContain('“nuclear weapons”');
  expect(found.text).toContain('[1]');
  ann.says('/whois Lavrov');
  const unknown = await ann.reads();
  expect(unknown.text).toContain('I don’t know the command /whois');
  expect(unknown.text).toContain('Did you mean: /who');
  expect(unknown.buttons.flat()).toContain('/who Lavrov');
  ann.says('/subcribe');
  expect((await ann.reads()).text).toContain('Did you mean: /subscribe');
  ann.says('/quots by Lavrov');
  expect((await ann.reads()).text).toContain('Did you mean: /quotes');
  await ann.presses('/quotes Lavrov');
  expect((await ann.reads()).text).toMatch(/Lavrov.* · \d+ quotes?/);
  ann.says('/who is Lavrov?');
  const lavrov = await ann.reads();
  expect(lavrov.text).toMatch(/^Serge[iy] Lavrov\n/);
  ann.says('/ask who is Lavrov');
  expect((await ann.reads()).text).toBe(lavrov.text);
  ann.says('/who');
  expect((await ann.reads()).text).toContain('Who?');
  ann.says('/help');
  expect((await ann.reads()).text).toContain('/timeline');
});

test('an empty library says so', async () => {
  const w = await world({ seeds: false });
  const ann = w.telegram.person('Ann');
  ann.starts();
  expect((await ann.reads()).text).toContain('I haven’t read any articles yet');
  ann.says('/who Lavrov');
  expect((await ann.reads()).text).toContain('I haven’t read any articles yet');
});

test('/filter leads to articles by topic, person and period, by button and by word', async () => {
  const w = await world();
  const ann = w.telegram.person('Ann');
  ann.says('/filter');
  expect((await ann.reads()).text).toContain('Which topic?');
  ann.says('quantum knitting');
  expect((await ann.reads()).text).toContain('I don’t know the topic “quantum knitting”');
  await ann.presses('Any topic');
  await ann.sees('Which name?');
  ann.says('Кулеба');
  expect((await ann.reads()).text).toContain('Published when?');
  ann.says('Feb 2022');
  const result = await ann.reads();
  expect(result.text).toContain('1 article');
  expect(result.text).toContain('Blinken calls off meeting');
});

test('one chat that Telegram slows down holds up no other', async () => {
  const w = await world();
  const [ann, bob] = [w.telegram.person('Ann'), w.telegram.person('Bob')];
  w.telegram.fails({
    method: 'sendMessage',
    chat: ann.chat_id,
    times: 1,
    with: { code: 429, description: 'Too Many Requests: retry after 30', retry_after: 30 },
  });
  ann.says('/latest');
  await expect.poll(() => w.telegram.callsOf('sendMessage').length).toBe(1);
  bob.says('/latest');
  expect((await bob.reads()).text).toContain('Latest news');
  expect(ann.unread()).toEqual([]);
  w.clock.turnTo(w.clock.now() + 30_000);
  expect((await ann.reads()).text).toContain('Latest news');
});

test('an update that was being handled when the program ended is answered after the next start', async () => {
  const w = await world();
  const ann = w.telegram.person('Ann');
  await w.restart(() => {
    ann.says('/latest');
  });
  expect((await ann.reads()).text).toContain('Latest news');
  await w.quiet();
  await w.restart();
  await w.quiet();
  expect(ann.unread()).toEqual([]);
});

test('a line that is down for some minutes only delays the answer, inside a conversation too', async () => {
  const w = await world();
  const ann = w.telegram.person('Ann');
  ann.says('/filter');
  await ann.presses('Any topic');
  await ann.sees('Which name?');
  await w.quiet();
  const { undo } = w.telegram.fails({ method: 'sendMessage', with: 'bad-gateway' });
  ann.says('Кулеба');
  await expect
    .poll(() => w.telegram.callsOf('sendMessage').filter(call => call.error).length)
    .toBeGreaterThan(3);
  undo();
  let isAnswered = false;
  const answer = ann.sees('Published when?').then(() => {
    isAnswered = true;
  });
  // An attempt that was under way when the line came back begins its pause only afterwards.
  await expect
    .poll(() => {
      if (!isAnswered) w.clock.turnTo(w.clock.now() + 30_000);
      return isAnswered;
    })
    .toBe(true);
  await answer;
});

test('a name that mixes alphabets within a word is marked, the one that it looks like is not', async () => {
  const w = await world({ seeds: false });
  await w.arrives(news.harbour);
  // With a Cyrillic “а”.
  const text = news.budget.text.replace('Tobias Lindqvist', 'Ines Cаlloway');
  await w.arrives({ ...news.budget, text });
  const ann = w.telegram.person('Ann');
  ann.says('/who Ines Calloway');
  const which = await ann.reads();
  expect(which.text.match(/⚠ mixed alphabets/g)).toHaveLength(1);
  await ann.presses('⚠ Ines Cаlloway');
  expect((await ann.reads()).text).toContain('⚠ This name mixes letters');
  await ann.presses('Ines Calloway', which);
  const { text: genuine } = await ann.reads();
  expect(genuine).toMatch(/^Ines Calloway/);
  expect(genuine).not.toContain('⚠');
});

test('a few words carry on from the question before after a restart too, for as long as its answer is kept', async () => {
  const w = await world();
  const [ann, bob] = [w.telegram.person('Ann'), w.telegram.person('Bob')];
  ann.says('/who Putin');
  await ann.sees(/^Vladimir Putin\n/);
  ann.says('/quotes Lavrov');
  await ann.sees(/^Serge[iy] Lavrov · \d+ quotes?\n/);
  await w.quiet();
  await w.restart();
  bob.says('and Blinken?');
  await w.quiet();
  expect(bob.chat().at(-1)!.text).not.toMatch(/^Antony Blinken · \d+ quotes?\n/);
  ann.says('and Blinken?');
  await ann.sees(/^Antony Blinken · \d+ quotes?\n/);
  await w.restart();
  for (let day = 0; day < 5; day += 1) await w.turnTo(w.clock.now() + 86_400_000);
  await w.restart();
  ann.says('and Lavrov?');
  await w.quiet();
  expect(ann.chat().at(-1)!.text).not.toMatch(/^Serge[iy] Lavrov · \d+ quotes?\n/);
});

test('a few words carry on from the question before, each person’s from their own', async () => {
  const w = await world();
  const ann = w.telegram.person('Ann');
  ann.says('/who Lavrov');
  expect((await ann.reads()).text).toMatch(/^Serge[iy] Lavrov\n/);
  ann.says('and Blinken?');
  expect((await ann.reads()).text).toMatch(/^Antony Blinken\n/);
  ann.says('when?');
  expect((await ann.reads()).text).toContain('Blinken');

  const bob = w.telegram.person('Bob');
  const group = w.telegram.group('Debate', { members: [ann, bob] });
  const [first, second] = [ann.in(group), bob.in(group)];
  const ask = (words: string) => `@${w.telegram.username} ${words}`;
  first.says(`/who@${w.telegram.username} Lavrov`);
  await first.sees(/^Serge[iy] Lavrov\n/);
  second.says(ask('and Blinken?'));
  await w.quiet();
  expect(second.unread().at(-1)!.text).not.toMatch(/^Antony Blinken\n/);
  first.says(ask('and Putin?'));
  await first.sees(/^Vladimir Putin\n/);
});

test('“more” shows the next page, of someone their quotes, and a reply goes on from the answer replied to', async () => {
  const w = await world();
  const ann = w.telegram.person('Ann');
  ann.says('/who Blinken');
  const blinken = await ann.reads();
  ann.says('more');
  const first = await ann.reads();
  expect(first.text).toMatch(/^Antony Blinken · \d+ quotes/);
  expect(first.buttons.flat()).toContain('▶');
  ann.says('Show me more please');
  const second = await ann.reads();
  expect(second.text).toMatch(/^Antony Blinken · \d+ quotes/);
  expect(second.buttons.flat().some(label => label.startsWith('2/'))).toBe(true);
  await ann.presses('▶');
  ann.says('next');
  const fourth = await ann.reads();
  expect(fourth.buttons.flat().some(label => /^[34]\//.test(label))).toBe(true);
  ann.says('/quotes about kerosene');
  await ann.reads();
  ann.says('more');
  expect((await ann.reads()).text).toBe('That’s all I have on this.');
  ann.replies(blinken, 'and Lavrov?');
  expect((await ann.reads()).text).toMatch(/^Sergei Lavrov\n/);
});

test('pages are turned by words too', async () => {
  const w = await world();
  const ann = w.telegram.person('Ann');
  ann.says('/quotes Blinken');
  const first = await ann.reads();
  ann.says('page 2');
  const second = await ann.reads();
  expect(second.text).toMatch(/^Antony Blinken/);
  expect(second.text).not.toBe(first.text);
  ann.says('back');
  expect((await ann.reads()).text).toBe(first.text);
});
