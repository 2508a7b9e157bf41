import type { Faces } from './font.ts';
import type { PictureContent, PicturedWeek } from './model.ts';
import { colors, margin, picture, rectangle, textAt, titleOf, width, wrap } from './svg.ts';

const sizes = { axis: 26, note: 26 };
const plotHeight = 420;
const axisWidth = 70;

/** A bar for each week; the axis begins at nothing and ends at a round number. */
export function weeksSvg(
  content: Extract<PictureContent, { kind: 'weeks' }>,
  { regular, bold }: Faces,
): string {
  const { ground, text, quiet, accent, line } = colors[content.theme];
  const title = titleOf(content.title, bold, text);
  const parts = [...title.parts];
  const top = title.end + 10;
  const bottom = top + plotHeight;
  const left = margin + axisWidth;
  const step = (width - margin - left) / content.weeks.length;
  const highest = roundUp(Math.max(1, ...content.weeks.map(({ articles }) => articles)));
  for (const share of [0, 0.5, 1]) {
    const value = highest * share;
    if (!Number.isInteger(value)) continue;
    const at = bottom - plotHeight * share;
    parts.push(rectangle(left, at - 1, width - margin - left, 2, line));
    parts.push(
      textAt(left - 16, at + sizes.axis * 0.36, String(value), {
        face: regular,
        size: sizes.axis,
        color: quiet,
        anchor: 'end',
      }),
    );
  }
  const gap = Math.min(8, step / 4);
  content.weeks.forEach(({ articles }, i) => {
    const height = (plotHeight * articles) / highest;
    if (articles > 0)
      parts.push(rectangle(left + i * step + gap / 2, bottom - height, step - gap, height, accent, 3));
  });
  parts.push(...monthLabels(content, { left, step, y: bottom + 40, color: quiet, regular }));
  let y = bottom + 124;
  for (const row of wrap(content.note, regular, sizes.note, width - 2 * margin, 2)) {
    parts.push(textAt(margin, y, row, { face: regular, size: sizes.note, color: quiet }));
    y += sizes.note * 1.3;
  }
  return picture(y + margin - sizes.note, ground, parts);
}

type Axis = { left: number; step: number; y: number; color: string; regular: Faces['regular'] };

/** The month under the first week that begins in it, unless it would touch the one before; the year below its first. */
function monthLabels(
  { weeks, months }: { weeks: PicturedWeek[]; months: string[] },
  { left, step, y, color, regular }: Axis,
): string[] {
  const labels: string[] = [];
  const style = { face: regular, size: sizes.axis, color };
  let free = Number.NEGATIVE_INFINITY;
  weeks.forEach(({ start }, i) => {
    const [year = '', month] = start.split('-');
    const before = weeks[i - 1]?.start.split('-');
    const x = left + i * step;
    if (before?.[0] !== year) labels.push(textAt(x, y + sizes.axis * 1.3, year, style));
    if (before?.[1] === month) return;
    const name = months[Number(month) - 1] ?? '';
    const end = x + regular.width(name, sizes.axis);
    if (x < free || end > width - margin / 2) return;
    labels.push(textAt(x, y, name, style));
    free = end + 16;
  });
  return labels;
}

/** The next of 2, 4, 10, 20, 40, 100 …: half of it is a whole number too. */
function roundUp(value: number): number {
  for (let unit = 2; ; unit *= 10)
    for (const factor of [1, 2, 5]) if (unit * factor >= value) return unit * factor;
}
