import { apiError, badRequest } from '../model/api-error.ts';
import { text, type Upload } from '../model/parameters.ts';
import { randomDigits, randomLetters } from '../model/random.ts';
import type { FileStub, StoredFile } from '../model/types.ts';
import type { World } from '../model/world.ts';
import type { CallContext } from './method.ts';

/** In bytes: what a bot may send as a photo, and load down. */
const largestPhoto = 10 * 1024 * 1024;
export const largestDownload = 20 * 1024 * 1024;

export type MediaKind = 'photo' | 'document';

/** How many files are kept; older ones are forgotten. */
const keptFiles = 500;

/** The file a call sends: uploaded, `attach://` an upload, or known by its id. Throws Telegram's refusals. */
export function takeFile(call: CallContext, field: string): StoredFile {
  const given = text(call.parameters, field);
  const attached = given.startsWith('attach://') ? given.slice('attach://'.length) : field;
  const upload = call.uploads.get(attached);
  if (upload) return keep(call.world, field, upload);
  if (given === '') throw badRequest(`there is no ${field} in the request`);
  return knownFile(call.world, given);
}

/** The file of an `InputMedia`, which names its upload or a file known by its id. */
export function takeMedia(call: CallContext, kind: MediaKind, given: string): StoredFile {
  if (given === '') throw badRequest("can't parse InputMedia: media not found");
  if (!given.startsWith('attach://')) return knownFile(call.world, given);
  const upload = call.uploads.get(given.slice('attach://'.length));
  if (!upload) throw badRequest("can't parse InputMedia: media not found");
  return keep(call.world, kind, upload);
}

function knownFile(world: World, given: string): StoredFile {
  if (/^https?:/i.test(given)) throw badRequest('failed to get HTTP URL content');
  const known = world.files.get(given);
  if (!known) throw badRequest('wrong file identifier/HTTP URL specified');
  return known;
}

/** Keeps a file that was uploaded. */
export function keep(world: World, kind: string, { name, type, bytes }: Upload): StoredFile {
  if (bytes.length === 0) throw badRequest('file must be non-empty');
  const picture = kind === 'photo' ? checkPhoto(bytes) : undefined;
  const ending = /\.[A-Za-z0-9]{1,8}$/.exec(name)?.[0] ?? '';
  const stored: StoredFile = {
    file_id: `${kind === 'photo' ? 'AgAC' : 'BQAC'}${randomLetters(world.random, 60)}`,
    file_unique_id: `AQAD${randomLetters(world.random, 12)}`,
    file_size: bytes.length,
    file_path: `${kind}s/file_${randomDigits(world.random, 6)}${ending}`,
    file_name: name,
    mime_type: picture?.type ?? type,
    bytes,
  };
  world.files.set(stored.file_id, stored);
  const [oldest] = world.files.keys();
  if (world.files.size > keptFiles && oldest !== undefined) world.files.delete(oldest);
  return stored;
}

function checkPhoto(bytes: Buffer) {
  if (bytes.length > largestPhoto) throw apiError(413, 'Request Entity Too Large');
  const size = pictureSize(bytes);
  if (!size) throw badRequest('IMAGE_PROCESS_FAILED');
  const { width, height } = size;
  if (width + height > 10_000 || Math.max(width, height) / Math.min(width, height) > 20) {
    throw badRequest('PHOTO_INVALID_DIMENSIONS');
  }
  return size;
}

/** A photo as messages carry it: in several sizes, the largest last. */
export function photoStubs(file: StoredFile): FileStub[] {
  const size = pictureSize(file.bytes);
  const { file_id, file_unique_id, file_size } = file;
  return [{ file_id, file_unique_id, file_size, width: size?.width ?? 0, height: size?.height ?? 0 }];
}

/** A file as messages name it. */
export function documentStub({
  file_id,
  file_unique_id,
  file_size,
  file_name,
  mime_type,
}: StoredFile): FileStub {
  return { file_id, file_unique_id, file_size, file_name, mime_type };
}

type Size = { width: number; height: number };

/** The size in pixels of a PNG, GIF or JPEG; nothing for anything else. */
function pictureSize(bytes: Buffer): (Size & { type: string }) | undefined {
  if (bytes.length > 24 && bytes.readUInt32BE(0) === 0x89504e47) {
    return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20), type: 'image/png' };
  }
  if (bytes.length > 10 && bytes.toString('latin1', 0, 4) === 'GIF8') {
    return { width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8), type: 'image/gif' };
  }
  if (bytes.length > 4 && bytes.readUInt16BE(0) === 0xffd8) return jpegSize(bytes);
  return undefined;
}

/** A JPEG's frame header names its size; it is found by going from segment to segment. */
function jpegSize(bytes: Buffer): (Size & { type: string }) | undefined {
  let at = 2;
  while (at + 9 < bytes.length) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = bytes[at + 1]!;
    const frame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (frame) {
      return { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7), type: 'image/jpeg' };
    }
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  return undefined;
}
