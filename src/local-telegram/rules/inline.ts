import { randomDigits } from '../model/random.ts';
import { until } from '../model/signal.ts';
import type { Keyboard, Post, User } from '../model/types.ts';
import type { InlineAnswer, InlineQuestion, World } from '../model/world.ts';
import { mail } from './mailbox.ts';

/** Asks the bot in the line of any chat; gives its answer, which Telegram may know from before. */
export function askInline(
  world: World,
  from: User,
  query: string,
  offset: string,
  patience: number,
): Promise<InlineAnswer> {
  const known = remembered(world, from, query, offset);
  if (known) return Promise.resolve(known);
  const question: InlineQuestion = {
    id: randomDigits(world.random, 18),
    at: world.clock.now(),
    from,
    query,
    offset,
  };
  world.inline.set(question.id, question);
  mail(world, 'inline_query', { id: question.id, from, query, offset, chat_type: 'sender' });
  return until(
    world.changes,
    () => question.answer,
    patience,
    () => `${from.first_name} asked "${query}" in the line and waited for results`,
  );
}

/** An answer given before to the same question, to anybody or, where it was personal, to the same person. */
function remembered(world: World, from: User, query: string, offset: string): InlineAnswer | undefined {
  const now = world.clock.now();
  for (const [id, question] of world.inline) {
    const { answer } = question;
    if (now > question.at + Math.max(world.queryLife, (answer?.cache_time ?? 0) * 1000)) {
      world.inline.delete(id);
      continue;
    }
    const same = question.query === query && question.offset === offset;
    const shared = !answer?.is_personal || question.from.id === from.id;
    if (answer && same && shared && now < answer.at + answer.cache_time * 1000) return answer;
  }
  return undefined;
}

/** What a chosen result puts into the chat, written by the person by way of the bot. */
export function chosenPost(world: World, person: User, result: Record<string, unknown>): Partial<Post> {
  const { id, is_bot, first_name, username } = world.bot.user;
  return { from: person, via_bot: { id, is_bot, first_name, username }, ...chosenContent(world, result) };
}

/** Text, entities and buttons of a result. Throws an Error for one without text. */
export function chosenContent(world: World, result: Record<string, unknown>): Partial<Post> {
  const content = result.input_message_content as
    | { message_text?: string; entities?: Post['entities'] }
    | undefined;
  if (content?.message_text === undefined)
    throw new Error(`The result ${result.id} of ${world.bot.user.username} has no text`);
  return {
    text: content.message_text,
    ...(content.entities && { entities: content.entities }),
    ...(result.reply_markup !== undefined && { reply_markup: result.reply_markup as Keyboard }),
  };
}

/** Reports to the bot which result a person sent, if it has asked for such updates. */
export function reportChosen(
  world: World,
  person: User,
  result: Record<string, unknown>,
  inlineId: string | undefined,
): void {
  const question = [...world.inline.values()].findLast(({ answer }) =>
    answer?.results.some(each => each === result),
  );
  mail(world, 'chosen_inline_result', {
    result_id: result.id,
    from: person,
    query: question?.query ?? '',
    ...(inlineId !== undefined && { inline_message_id: inlineId }),
  });
}
