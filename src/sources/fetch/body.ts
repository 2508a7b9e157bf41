import type { Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib';

/** A body as far as it came. `cut`: it broke off, with the error; `tooLarge`: it would be longer than allowed. */
export type Body = { bytes: Uint8Array; cut?: unknown; tooLarge?: true };

/** Bodies compressed more than twice aren't legitimate. */
const mostLayers = 2;

/**
 * Reads a body and decompresses it (gzip, br, deflate) as it streams in, counting decompressed bytes: a small
 * body may decompress to any size. Stops reading at the limit.
 * @param most bytes, decompressed
 */
export async function readBody(stream: Readable, encoding: string | null, most: number): Promise<Body> {
  const layers = (encoding ?? '')
    .toLowerCase()
    .split(',')
    .map(layer => layer.trim())
    .filter(layer => layer !== '' && layer !== 'identity');
  const pieces: Uint8Array[] = [];
  let length = 0;
  const joined = () => Buffer.concat(pieces);
  try {
    let unpacked: AsyncIterable<Uint8Array> = stream;
    for (const layer of layers.slice(0, mostLayers).reverse()) unpacked = unpack(unpacked, layer);
    // Some servers send a gzip file from disk without declaring it.
    if (layers.length === 0) unpacked = unpack(unpacked, 'gzip');
    for await (const piece of unpacked) {
      length += piece.length;
      if (length > most) {
        stream.destroy();
        return { bytes: joined(), tooLarge: true };
      }
      pieces.push(piece);
    }
    return { bytes: joined() };
  } catch (error) {
    stream.destroy();
    return { bytes: joined(), cut: error };
  }
}

async function* unpack(source: AsyncIterable<Uint8Array>, layer: string): AsyncGenerator<Uint8Array> {
  const iterator = source[Symbol.asyncIterator]();
  const first = await iterator.next();
  if (first.done) return;
  const unpacker = unpackerOf(layer, first.value);
  const rest = async function* () {
    yield first.value;
    yield* { [Symbol.asyncIterator]: () => iterator };
  };
  // A body declared as compressed that isn't is taken as it is.
  if (!unpacker) return yield* rest();
  const feeding = (async () => {
    try {
      for await (const piece of rest()) {
        if (unpacker.destroyed) return;
        if (!unpacker.write(piece))
          await new Promise(resolve => unpacker.once('drain', resolve).once('close', resolve));
      }
      unpacker.end();
    } catch (error) {
      unpacker.destroy(error as Error);
    }
  })();
  try {
    yield* unpacker as AsyncIterable<Uint8Array>;
  } finally {
    unpacker.destroy();
    await feeding;
  }
}

function unpackerOf(layer: string, [first = 0, second = 0]: Uint8Array) {
  if (layer === 'gzip' || layer === 'x-gzip')
    return first === 0x1f && second === 0x8b ? createGunzip() : null;
  // `deflate` is meant to be in zlib's wrapping, and often is not.
  if (layer === 'deflate')
    return (first & 15) === 8 && ((first << 8) | second) % 31 === 0 ? createInflate() : createInflateRaw();
  if (layer === 'br') return first === 0x3c || first === 0x7b ? null : createBrotliDecompress();
  return null;
}
