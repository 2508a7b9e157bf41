import { Agent, request } from 'node:http';
import type { LocalTelegram } from '../../src/local-telegram/local-telegram.ts';

/** Calls methods over a few connections that stay open. */
export function createCaller(telegram: LocalTelegram) {
  const agent = new Agent({ keepAlive: true, maxSockets: 8 });
  const call = (method: string, parameters: object): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const body = JSON.stringify(parameters);
      const sent = request(
        `${telegram.apiRoot}/bot${telegram.token}/${method}`,
        {
          agent,
          method: 'POST',
          headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
        },
        response => {
          let text = '';
          response.setEncoding('utf8');
          response.on('data', chunk => {
            text += chunk;
          });
          response.on('end', () => {
            const answer = JSON.parse(text);
            if (answer.ok) resolve(answer.result);
            else reject(new Error(answer.description));
          });
        },
      );
      sent.on('error', reject);
      sent.end(body);
    });
  return { call, close: async () => agent.destroy() };
}
