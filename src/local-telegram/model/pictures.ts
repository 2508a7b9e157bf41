export type Size = { width: number; height: number };

/** The size in pixels of a PNG, GIF or JPEG; nothing for what is no such picture. */
export function pictureSize(bytes: Buffer): (Size & { type: string }) | undefined {
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
