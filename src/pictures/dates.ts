import type { Faces } from './font.ts';
import type { PictureContent } from './model.ts';
import { colors, margin, picture, textAt, titleOf, width, wrap } from './svg.ts';

const sizes = { day: 32, text: 32, note: 26 };
const lineHeight = 42;
const dot = 11;
const textStart = margin + 56;
const longest = width - margin - textStart;
const maxLines = 3;

/** Days on a line from top to bottom; a planned one has an open dot. */
export function datesSvg(
  content: Extract<PictureContent, { kind: 'dates' }>,
  { regular, bold }: Faces,
): string {
  const { ground, text, quiet, accent, line } = colors[content.theme];
  const title = titleOf(content.title, bold, text);
  const parts = [...title.parts];
  let y = title.end;
  y += 24;
  const dots: number[] = [];
  for (const date of content.dates) {
    dots.push(y);
    parts.push(
      textAt(textStart, y + sizes.day * 0.36, date.day, {
        face: bold,
        size: sizes.day,
        color: accent,
        isBold: true,
      }),
    );
    for (const row of wrap(date.text, regular, sizes.text, longest, maxLines)) {
      y += lineHeight;
      parts.push(
        textAt(textStart, y + sizes.text * 0.36, row, { face: regular, size: sizes.text, color: text }),
      );
    }
    y += lineHeight * 1.6;
  }
  const [top, bottom] = [dots[0] ?? y, dots.at(-1) ?? y];
  const rail = `<line x1="${margin + dot}" y1="${top}" x2="${margin + dot}" y2="${bottom}" stroke="${line}" stroke-width="4"/>`;
  const marks = content.dates.map(
    ({ isPlanned }, i) =>
      `<circle cx="${margin + dot}" cy="${dots[i]}" r="${dot}" fill="${isPlanned ? ground : accent}" stroke="${accent}" stroke-width="4"/>`,
  );
  for (const row of wrap(content.note, regular, sizes.note, width - 2 * margin, 2)) {
    parts.push(textAt(margin, y, row, { face: regular, size: sizes.note, color: quiet }));
    y += sizes.note * 1.3;
  }
  return picture(y + margin - sizes.note, ground, [rail, ...marks, ...parts]);
}
