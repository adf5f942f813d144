/** Files that the page `/validate/` offers or fetches: the template workbook, and the lists that a few dropped files lack. */
import { reportsOf, type Site } from '../site/site.ts';
import { templateWorkbook } from '../template/workbook.ts';
import type { Download } from './download.ts';

export const TEMPLATE_PATH = 'data/templates/mingzhang-report.xlsx';
export const LISTS_PATH = 'data/lists.json';

export function templateDownload(site: Site): Download {
  return {
    path: TEMPLATE_PATH,
    title: '模板工作簿：每张表一个工作表，照着填',
    content: () => templateWorkbook(site.reference),
  };
}

/** The reference lists as curated, and the years of each department that are published. */
export function listsDownload(site: Site): Download {
  return {
    path: LISTS_PATH,
    title: '校验用的名录与已收录的报告',
    internal: true,
    content: () => {
      const lists = [...site.files].filter(([path]) => /^data\/(?:regions\.csv$|classification\/)/.test(path));
      const files = Object.fromEntries(lists.map(([path, { bytes }]) => [path, new TextDecoder().decode(bytes)]));
      const reports: Record<string, number[]> = {};
      for (const { department, checked } of reportsOf(site)) (reports[department.id] ??= []).push(checked.report.year);
      return `${JSON.stringify({ files, reports })}\n`;
    },
  };
}
