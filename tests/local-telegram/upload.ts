import type { LocalTelegram } from '../../src/local-telegram/local-telegram.ts';
import type { call } from './echo-bot.ts';

/** A PNG of one pixel. */
export const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

/** One call by multipart/form-data, with files under the names given. */
export async function upload(
  telegram: LocalTelegram,
  method: string,
  parameters: Record<string, unknown>,
  files: Record<string, { bytes: Buffer; name: string }>,
): Promise<Awaited<ReturnType<typeof call>>> {
  const form = new FormData();
  for (const [name, value] of Object.entries(parameters)) {
    form.set(name, typeof value === 'object' ? JSON.stringify(value) : String(value));
  }
  for (const [field, { bytes, name }] of Object.entries(files)) {
    form.set(field, new Blob([new Uint8Array(bytes)]), name);
  }
  const response = await fetch(`${telegram.apiRoot}/bot${telegram.token}/${method}`, {
    method: 'POST',
    body: form,
  });
  return { status: response.status, ...((await response.json()) as { ok: boolean }) };
}
