import { parentPort } from 'node:worker_threads';
import { Resvg } from '@resvg/resvg-js';
import { datesSvg } from './dates.ts';
import { family, loadFaces } from './font.ts';
import type { PictureContent } from './model.ts';
import { weeksSvg } from './weeks.ts';

/** Draws what it is sent, one after the other: composing and rasterizing would hold up the bot's answers. */
const faces = loadFaces();

parentPort!.on('message', ({ id, content }: { id: number; content: PictureContent }) => {
  try {
    const svg = content.kind === 'dates' ? datesSvg(content, faces) : weeksSvg(content, faces);
    const fontFiles = [faces.regular.path, faces.bold.path];
    const png = new Resvg(svg, {
      font: { loadSystemFonts: false, fontFiles, defaultFontFamily: family },
    })
      .render()
      .asPng();
    parentPort!.postMessage({ id, png });
  } catch (error) {
    parentPort!.postMessage({ id, error: String(error) });
  }
});
