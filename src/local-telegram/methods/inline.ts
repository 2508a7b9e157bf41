import { badRequest } from '../model/api-error.ts';
import { flag, integer, json, type Parameters, text } from '../model/parameters.ts';
import { postAsGuest } from '../rules/guests.ts';
import { readKeyboard } from '../rules/keyboards.ts';
import type { CallContext, Method } from '../rules/method.ts';
import { readEntities } from '../text/entities.ts';
import { parseMarkup } from '../text/markup.ts';
import { codePoints, settleText } from '../text/text.ts';
import { tooOld } from './queries.ts';

const mostResults = 50;
const longestCache = 86_400;
const usualCache = 300;

const longestButton = 64;

export const inlineMethods: Record<string, Method> = {
  answerInlineQuery: {
    parameters: ['inline_query_id', 'results', 'cache_time', 'is_personal', 'next_offset', 'button'],
    run: call => {
      const { world, parameters } = call;
      const given = json(parameters, 'results', 'inline query results');
      if (!Array.isArray(given)) throw badRequest("can't parse inline query results: expected an Array");
      if (given.length > mostResults) throw badRequest('too many inline query results specified');
      const results = given.map(result => readResult(call, result));
      const nextOffset = text(parameters, 'next_offset');
      if (Buffer.byteLength(nextOffset) > 64) throw badRequest('NEXT_OFFSET_INVALID');
      if (new Set(results.map(({ id }) => id)).size < results.length) throw badRequest('RESULT_ID_DUPLICATE');
      const button = readButton(parameters);
      const question = world.inline.get(text(parameters, 'inline_query_id'));
      if (!question || world.clock.now() > question.at + world.queryLife) throw badRequest(tooOld);
      question.answer = {
        results,
        at: world.clock.now(),
        cache_time: Math.min(longestCache, Math.max(0, integer(parameters, 'cache_time', usualCache))),
        is_personal: flag(parameters, 'is_personal'),
        ...(nextOffset && { next_offset: nextOffset }),
        ...(button && { button }),
      };
      world.changes.emit({ kind: 'inline' });
      return true;
    },
  },
  answerGuestQuery: {
    parameters: ['guest_query_id', 'result'],
    run: call => {
      const { world, parameters } = call;
      const given = json(parameters, 'result', 'inline query result');
      const query = world.guests.get(text(parameters, 'guest_query_id'));
      const result = readResult(call, given);
      if (!query || query.answered || world.clock.now() > query.at + world.queryLife)
        throw badRequest(tooOld);
      query.answered = true;
      return { inline_message_id: postAsGuest(world, query, result) };
    },
  },
};

function readButton(parameters: Parameters): { text: string; start_parameter: string } | undefined {
  const given = json(parameters, 'button', 'inline query results button') as Parameters | undefined;
  if (given === undefined) return undefined;
  const payload = text(given, 'start_parameter');
  if (text(given, 'text') === '' || codePoints(text(given, 'text')) > longestButton)
    throw badRequest("can't parse inline query results button: button text is invalid");
  if (!/^[A-Za-z0-9_-]{1,64}$/.test(payload)) throw badRequest('START_PARAM_INVALID');
  return { text: text(given, 'text'), start_parameter: payload };
}

function readResult(call: CallContext, given: unknown): Record<string, unknown> {
  const failed = (reason: string) => badRequest(`can't parse inline query result: ${reason}`);
  if (typeof given !== 'object' || given === null) throw failed('Inline query result must be an object');
  const result = given as Parameters;
  if (typeof result.type !== 'string') throw failed('Can\'t find field "type"');
  const id = text(result, 'id');
  if (id === '' || Buffer.byteLength(id) > 64) throw badRequest('RESULT_ID_INVALID');
  if (result.type === 'article' && text(result, 'title') === '') throw failed('Can\'t find field "title"');
  const content = result.input_message_content as Parameters | undefined;
  if (result.type === 'article' && content === undefined)
    throw failed('Can\'t find field "input_message_content"');
  const keyboard = readKeyboard(result.reply_markup, 'private');
  return {
    ...result,
    id,
    ...(content && { input_message_content: readContent(call, content) }),
    ...(keyboard && { reply_markup: keyboard }),
  };
}

function readContent(call: CallContext, content: Parameters): Parameters {
  const words = text(content, 'message_text');
  if (words === '') throw badRequest('message text is empty');
  const mode = text(content, 'parse_mode').toLowerCase();
  const listed = content.entities === undefined ? [] : readEntities(content.entities);
  const parsed = mode === '' ? { text: words, entities: listed } : parseMarkup(words, mode);
  const settled = settleText(parsed.text, parsed.entities, 4096, 'MESSAGE_TOO_LONG');
  for (const slip of settled.slips) call.slip(slip);
  return { message_text: settled.text, entities: settled.entities };
}
