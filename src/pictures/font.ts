import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import anyAscii from 'any-ascii';
import opentype from 'opentype.js';

/** DejaVu Sans, regular and bold: what text is measured with is what it is drawn with. */
export type Face = {
  /** The file, for the renderer. */
  path: string;
  /** The width of a text in pixels at a size in pixels; characters that the font lacks count as nothing. */
  width(text: string, size: number): number;
  /**
   * The text in characters that the font has: others are written in Latin letters where that is possible, and are
   * left out otherwise.
   */
  drawable(text: string): string;
};

export type Faces = { regular: Face; bold: Face };

/** The name of the font, as the renderer knows it. */
export const family = 'DejaVu Sans';

/** Reads both faces, which takes some tens of milliseconds. Throws an Error if a file is missing. */
export function loadFaces(): Faces {
  return { regular: loadFace('DejaVuSans.ttf'), bold: loadFace('DejaVuSans-Bold.ttf') };
}

function loadFace(file: string): Face {
  const path = createRequire(import.meta.url).resolve(`dejavu-fonts-ttf/ttf/${file}`);
  const { buffer, byteOffset, byteLength } = readFileSync(path);
  const font = opentype.parse(buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer);
  const isDrawn = (character: string) => character === ' ' || font.charToGlyphIndex(character) > 0;
  return {
    path,
    width: (text, size) => {
      let units = 0;
      for (const character of text) units += font.charToGlyph(character).advanceWidth ?? 0;
      return (units * size) / font.unitsPerEm;
    },
    drawable: text =>
      [...text.normalize('NFC').replace(/\s+/g, ' ')]
        .map(character =>
          isDrawn(character) ? character : [...anyAscii(character)].filter(isDrawn).join(''),
        )
        .join('')
        .trim(),
  };
}
