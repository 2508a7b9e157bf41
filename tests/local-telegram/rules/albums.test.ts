import { expect, test } from 'vitest';
import { call, telegramForTest } from '../echo-bot.ts';
import { pixel, upload } from '../upload.ts';

const files = {
  one: { bytes: pixel, name: 'one.png' },
  two: { bytes: pixel, name: 'two.png' },
  sheet: { bytes: Buffer.from('a,b\n'), name: 'sheet.csv' },
};
const photo = (name: string, more = {}) => ({ type: 'photo', media: `attach://${name}`, ...more });
const sheet = { type: 'document', media: 'attach://sheet' };

async function started() {
  const telegram = await telegramForTest();
  const ann = telegram.person('Ann');
  ann.starts();
  const sendAlbum = (media: unknown) =>
    upload(telegram, 'sendMediaGroup', { chat_id: ann.chat_id, media }, files);
  return { telegram, ann, sendAlbum };
}

test('photos are sent as an album, each with its caption', async () => {
  const { telegram, ann, sendAlbum } = await started();
  const { result } = await sendAlbum([
    photo('one', { caption: '<b>First</b>', parse_mode: 'HTML' }),
    photo('two'),
  ]);
  expect(result).toMatchObject([
    { caption: 'First', caption_entities: [{ type: 'bold' }], photo: [{ width: 1 }] },
    { photo: [{ width: 1 }] },
  ]);
  expect(result[0].media_group_id).toBe(result[1].media_group_id);
  expect(result[0].media_group_id).toMatch(/^\d+$/);
  expect(ann.unread()).toHaveLength(2);
  expect(telegram.slips).toEqual([]);
});

test('a single medium belongs to no album', async () => {
  const { sendAlbum } = await started();
  const { result } = await sendAlbum([sheet]);
  expect(result).toMatchObject([{ document: { file_name: 'sheet.csv' } }]);
  expect(result[0]).not.toHaveProperty('media_group_id');
});

const refusals: [what: string, media: unknown, description: string][] = [
  ['none', [], 'there are no messages to send'],
  ['eleven', Array.from({ length: 11 }, () => photo('one')), 'too many messages to send as an album'],
  ['a mixture', [photo('one'), sheet], "document can't be mixed with other media types"],
  ['a file that is missing', [photo('one'), photo('three')], "can't parse InputMedia: media not found"],
  [
    'captions here and there',
    [photo('one', { show_caption_above_media: true }), photo('two')],
    'parameter show_caption_above_media must be the same for all messages',
  ],
  [
    'a caption that is too long',
    [photo('one'), photo('two', { caption: 'a'.repeat(1025) })],
    'message caption is too long',
  ],
];

for (const [what, media, description] of refusals) {
  test(`sendMediaGroup refuses ${what}, and sends nothing of it`, async () => {
    const { ann, sendAlbum } = await started();
    expect(await sendAlbum(media)).toMatchObject({ status: 400, description: `Bad Request: ${description}` });
    expect(ann.unread()).toEqual([]);
  });
}

test('a picture takes another’s place, or that of a text', async () => {
  const { telegram, ann } = await started();
  const { result } = await call(telegram, 'sendMessage', { chat_id: ann.chat_id, text: 'soon a picture' });
  const here = { chat_id: ann.chat_id, message_id: result.message_id };
  await upload(telegram, 'editMessageMedia', { ...here, media: photo('one', { caption: 'A map' }) }, files);
  const shown = await ann.sees('A map');
  expect(shown).toMatchObject({ message_id: result.message_id, photo: true, edited: true });
  expect(shown.post).not.toHaveProperty('text');
  await upload(telegram, 'editMessageMedia', { ...here, media: sheet }, files);
  expect((await ann.reads()).document).toBe('sheet.csv');
});

test('what this server does not know how to do, it does not pretend to do', async () => {
  const { telegram, ann } = await started();
  for (const method of ['sendRichMessage', 'setMyDefaultAdministratorRights', 'sendVideo']) {
    expect(await call(telegram, method, { chat_id: ann.chat_id })).toEqual({
      status: 404,
      ok: false,
      error_code: 404,
      description: 'Not Found: method not found',
    });
  }
});
