import { GrammyError, HttpError } from 'grammy';
import { expect, test } from 'vitest';
import { outcomeOf } from '../../src/telegram/outcome.ts';

const answer = (error_code: number, description: string, parameters = {}) =>
  new GrammyError('', { ok: false, error_code, description, parameters }, 'sendMessage', {});

test.each([
  [429, 'Too Many Requests: retry after 7', { retry_after: 7 }, { means: 'flooded', seconds: 7 }],
  [401, 'Unauthorized', {}, { means: 'unauthorized' }],
  [403, 'Forbidden: bot was blocked by the user', {}, { means: 'unreachable' }],
  [403, 'Forbidden: the group chat was deleted', {}, { means: 'unreachable' }],
  [400, 'Bad Request: chat not found', {}, { means: 'unreachable' }],
  [400, 'Bad Request: group chat was upgraded', { migrate_to_chat_id: -1007 }, { means: 'moved', to: -1007 }],
  [400, 'Bad Request: message thread not found', {}, { means: 'topic-gone' }],
  [400, 'Bad Request: TOPIC_CLOSED', {}, { means: 'topic-gone' }],
  [400, 'Bad Request: not enough rights to send text messages to the chat', {}, { means: 'no-right' }],
  [400, 'Bad Request: have no rights to send a message', {}, { means: 'no-right' }],
  [400, 'Bad Request: CHAT_SEND_PLAIN_FORBIDDEN', {}, { means: 'no-right' }],
  [400, "Bad Request: can't parse entities", {}, { means: 'refused' }],
  [500, 'Internal Server Error: restart', {}, { means: 'unknown' }],
])('%i %s', (code, description, parameters, outcome) => {
  expect(outcomeOf(answer(code, description, parameters))).toEqual(outcome);
});

test('a line that was never there cannot have carried a message; one that broke can', () => {
  const line = (code: string) => new HttpError('', Object.assign(new Error(), { cause: { code } }));
  expect(outcomeOf(line('ECONNREFUSED'))).toEqual({ means: 'unsent' });
  expect(outcomeOf(line('ENOTFOUND'))).toEqual({ means: 'unsent' });
  expect(outcomeOf(line('ECONNRESET'))).toEqual({ means: 'unknown' });
  expect(outcomeOf(line('UND_ERR_SOCKET'))).toEqual({ means: 'unknown' });
  expect(outcomeOf(new Error('a timeout'))).toEqual({ means: 'unknown' });
});
