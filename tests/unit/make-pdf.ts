/** Draws small PDF files for tests: text in a font that is not embedded, lines, filled rectangles. */

export interface PdfPage {
  /** Content stream, drawn in points from the lower left corner of a page of 595 × 842. */
  readonly content: string;
  readonly rotate?: number;
}

const hex = (text: string): string =>
  Array.from({ length: text.length }, (_, index) => text.charCodeAt(index).toString(16).padStart(4, '0')).join('');

/** Text with its left end at a point, y counted from the top. `turn`: degrees, counter-clockwise. */
export function text(x: number, y: number, value: string, size = 10, turn = 0): string {
  const [cos, sin] = [Math.cos((turn * Math.PI) / 180), Math.sin((turn * Math.PI) / 180)];
  return `BT /F1 ${size} Tf ${cos} ${sin} ${-sin} ${cos} ${x} ${842 - y} Tm <${hex(value)}> Tj ET\n`;
}

/** Text that ends at a point: digits are half as wide as the type is high. */
export function textEnding(x: number, y: number, value: string, size = 10): string {
  const width = Array.from(value).reduce((sum, one) => sum + (one.codePointAt(0)! < 128 ? 0.5 : 1), 0);
  return text(x - width * size, y, value, size);
}

export const stroke = (x1: number, y1: number, x2: number, y2: number): string =>
  `0.5 w ${x1} ${842 - y1} m ${x2} ${842 - y2} l S\n`;

/** The same line as a thin filled rectangle, the way Word draws it. */
export const fill = (x1: number, y1: number, x2: number, y2: number): string =>
  `${x1 - 0.25} ${842 - y2 - 0.25} ${x2 - x1 + 0.5} ${y2 - y1 + 0.5} re f\n`;

export function makePdf(pages: readonly PdfPage[], trailer = ''): Uint8Array {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, i) => `${6 + 2 * i} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /FontDescriptor 5 0 R /DW 1000 /W [1 95 500] >>',
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 850 /Descent -150 /CapHeight 850 /StemV 80 >>',
    ...pages.flatMap(({ content, rotate }, index) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Rotate ${rotate ?? 0} /Resources << /Font << /F1 3 0 R >> >> /Contents ${7 + 2 * index} 0 R >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    ]),
  ];
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const start = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  file += offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`;
  return Uint8Array.from(file, (character) => character.charCodeAt(0));
}
