import type { Face } from './font.ts';
import { family } from './font.ts';
import type { Theme } from './model.ts';

/** The width of every picture in pixels: wide enough to be sharp on a phone. */
export const width = 1080;
export const margin = 64;

export type Colors = { ground: string; text: string; quiet: string; accent: string; line: string };

/** Text has a contrast of at least 4.5 to 1 on its ground (WCAG 2.2, 1.4.3). */
export const colors: Record<Theme, Colors> = {
  light: { ground: '#ffffff', text: '#1c1e21', quiet: '#5f6670', accent: '#1a6fb5', line: '#c9d3dd' },
  dark: { ground: '#17212b', text: '#f2f5f7', quiet: '#9fb0c0', accent: '#6ab7f5', line: '#3b4a59' },
};

type TextStyle = {
  face: Face;
  size: number;
  color: string;
  isBold?: boolean;
  anchor?: 'start' | 'middle' | 'end';
};

/** One line of text; `y` is its baseline. */
export function textAt(x: number, y: number, text: string, style: TextStyle): string {
  const { face, size, color, isBold, anchor = 'start' } = style;
  const weight = isBold ? ' font-weight="bold"' : '';
  return `<text x="${round(x)}" y="${round(y)}" font-family="${family}" font-size="${size}"${weight} fill="${color}" text-anchor="${anchor}">${escapeXml(face.drawable(text))}</text>`;
}

const titleSize = 44;

/** The title in at most two lines; `end` is where what follows it begins, in pixels from the top. */
export function titleOf(title: string, face: Face, color: string): { parts: string[]; end: number } {
  const style = { face, size: titleSize, color, isBold: true };
  const rows = wrap(title, face, titleSize, width - 2 * margin, 2);
  const lineHeight = titleSize * 1.2;
  return {
    parts: rows.map((row, i) => textAt(margin, margin + titleSize + i * lineHeight, row, style)),
    end: margin + titleSize + rows.length * lineHeight,
  };
}

/** A rectangle; lengths in pixels. */
export function rectangle(x: number, y: number, w: number, h: number, color: string, radius = 0): string {
  return `<rect x="${round(x)}" y="${round(y)}" width="${round(w)}" height="${round(h)}" rx="${radius}" fill="${color}"/>`;
}

/** A whole picture of a height in pixels. */
export function picture(height: number, ground: string, parts: string[]): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${Math.ceil(height)}">${rectangle(0, 0, width, Math.ceil(height), ground)}${parts.join('')}</svg>`;
}

/** A text in at most `maxLines` lines of at most `longest` pixels, cut between words; what is left out ends in `…`. */
export function wrap(text: string, face: Face, size: number, longest: number, maxLines: number): string[] {
  const lines: string[] = [];
  for (const word of face.drawable(text).split(' ')) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last === undefined || face.width(longer, size) > longest) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  const fitting = lines.map(line => clipped(line, face, size, longest));
  if (fitting.length <= maxLines) return fitting;
  const kept = fitting.slice(0, maxLines);
  kept[maxLines - 1] = clipped(`${kept[maxLines - 1]} …`, face, size, longest);
  return kept;
}

/** A line that is too long loses whole words, or letters if it is one word, before a `…`. */
function clipped(line: string, face: Face, size: number, longest: number): string {
  if (face.width(line, size) <= longest) return line;
  const characters = [...line.replace(/ ?…$/, '')];
  while (characters.length > 1 && face.width(`${characters.join('')} …`, size) > longest) characters.pop();
  const cut = characters.join('').trimEnd();
  const words = cut.lastIndexOf(' ') > cut.length / 2 ? cut.slice(0, cut.lastIndexOf(' ')) : cut;
  return `${words.replace(/(?<![\s,;:–—-])[\s,;:–—-]+$/, '')} …`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
