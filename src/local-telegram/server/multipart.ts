export type Part = { name: string; filename: string | undefined; type: string; bytes: Buffer };

/** The parts of a multipart/form-data body, in order. What has no name is passed over. */
export function readMultipart(body: Buffer, boundary: string): Part[] {
  const parts: Part[] = [];
  const delimiter = Buffer.from(`--${boundary}`);
  let start = body.indexOf(delimiter);
  while (start !== -1) {
    start += delimiter.length;
    const end = body.indexOf(delimiter, start);
    if (end === -1) break;
    const section = body.subarray(start + 2, end - 2);
    const headEnd = section.indexOf('\r\n\r\n');
    if (headEnd !== -1) {
      const head = section.subarray(0, headEnd).toString('utf8');
      const name = /\bname="((?:[^"\\]|\\.)*)"/i.exec(head)?.[1];
      if (name !== undefined) {
        parts.push({
          name,
          // A name without marks is common too.
          filename: /\bfilename=(?:"((?:[^"\\]|\\.)*)"|([^\s;]+))/i.exec(head)?.slice(1).find(Boolean),
          type: /^content-type:\s*(.+)$/im.exec(head)?.[1]?.trim() ?? 'text/plain',
          bytes: section.subarray(headEnd + 4),
        });
      }
    }
    start = end;
  }
  return parts;
}
