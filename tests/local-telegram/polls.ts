import type { LocalTelegram } from '../../src/local-telegram/local-telegram.ts';
import { call, telegramForTest } from './echo-bot.ts';

export const texts = (result: { message?: { text?: string } }[]) =>
  result.map(({ message }) => message?.text);

export async function poll(telegram: LocalTelegram, parameters: Record<string, unknown> = {}) {
  return (await call(telegram, 'getUpdates', parameters)).result;
}

export async function withThree() {
  const telegram = await telegramForTest();
  const ann = telegram.person('Ann');
  for (const text of ['one', 'two', 'three']) ann.says(text);
  return { telegram, ann };
}
