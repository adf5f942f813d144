/** Lines that read a file over all reports in the tools people use. */
import { fullAddress } from '../site/settings.ts';

export interface ReadingLine {
  readonly tool: string;
  readonly text: string;
  /** The text is program code. */
  readonly code: boolean;
}

/**
 * @param id the file's name without ending, `figures` for data/all/figures.csv
 * Text stays text, so that no program turns an exact amount into binary floating point or drops a code's leading zero.
 */
export function readingLines(id: string): ReadingLine[] {
  const file = (ending: string) => fullAddress(`data/all/${id}.${ending}`) || `${id}.${ending}`;
  return [
    {
      tool: 'Excel、WPS',
      text: `双击打开 ${id}.excel.csv；或在“数据”里选“从文本/CSV”，编码选 UTF-8。`,
      code: false,
    },
    {
      tool: 'Python',
      text: `import pandas as pd\nrows = pd.read_csv("${file('csv')}", dtype=str, keep_default_na=False)`,
      code: true,
    },
    {
      tool: 'R',
      text: `rows <- readr::read_csv("${file('csv')}", col_types = readr::cols(.default = "c"))`,
      code: true,
    },
    { tool: 'DuckDB', text: `SELECT * FROM '${file('parquet')}';`, code: true },
    {
      tool: 'JavaScript',
      text: `const text = await (await fetch("${file('csv')}")).text();\nconst rows = Papa.parse(text, { header: true, skipEmptyLines: true }).data;`,
      code: true,
    },
  ];
}
