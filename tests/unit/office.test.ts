/** The comparison with what LibreOffice makes of a workbook, and what the command says when it cannot run. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { utils, write, type CellObject } from '@e965/xlsx';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { reread } from '../../scripts/lib/reread.ts';

function book(cells: Readonly<Record<string, CellObject>>, sheet = '支出'): Uint8Array {
  const made = utils.book_new({ '!ref': 'A1:C3', ...cells }, sheet);
  return write(made, { type: 'buffer', bookType: 'xlsx' }) as Uint8Array;
}

const written = { A1: { t: 's', v: '0010306' }, B1: { t: 'n', v: 457.276, z: '#,##0.000' } } as const;

describe('a workbook read again', () => {
  test('the same cells: every number counted', () =>
    expect(reread('甲.xlsx', book(written), book(written))).toEqual({ numbers: 1, differences: [] }));

  test.each<[string, Uint8Array, string]>([
    [
      'another number',
      book({ ...written, B1: { t: 'n', v: 457.27, z: '#,##0.000' } }),
      '甲.xlsx 支出!B1：写的是数 457.276（显示为 457.276），读回数 457.27（显示为 457.270）',
    ],
    [
      'digits hidden',
      book({ ...written, B1: { t: 'n', v: 457.276, z: '#,##0.00' } }),
      '甲.xlsx 支出!B1：写的是数 457.276（显示为 457.276），读回数 457.276（显示为 457.28）',
    ],
    [
      'a number as a text',
      book({ ...written, B1: { t: 's', v: '457.276' } }),
      '甲.xlsx 支出!B1：写的是数 457.276（显示为 457.276），读回文字 457.276',
    ],
    [
      'a code as a number',
      book({ ...written, A1: { t: 'n', v: 10306 } }),
      '甲.xlsx 支出!A1：写的是文字 0010306，读回数 10306（显示为 10306）',
    ],
    ['a cell lost', book({ A1: written.A1 }), '甲.xlsx 支出!B1：写的是数 457.276（显示为 457.276），读回空'],
    ['a cell invented', book({ ...written, C3: { t: 's', v: '多' } }), '甲.xlsx 支出!C3：写的是空，读回文字 多'],
  ])('%s', (_, after, difference) => expect(reread('甲.xlsx', book(written), after).differences).toEqual([difference]));

  test('a sheet lost', () =>
    expect(reread('甲.xlsx', book(written), book(written, '收入')).differences).toContain(
      '甲.xlsx：工作表 支出，读回 收入',
    ));
});

describe('npm run office', () => {
  let site: string;
  beforeAll(() => {
    site = mkdtempSync(join(tmpdir(), 'mingzhang-office-test-'));
    writeFileSync(join(site, 'index.html'), '');
  });
  afterAll(() => rmSync(site, { recursive: true, force: true }));

  const office = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [resolve(import.meta.dirname, '../../scripts/run.mjs'), 'office', ...args],
      { encoding: 'utf8', env: { ...process.env, PATH: join(site, 'nothing') } },
    );
    return { status, said: stdout + stderr };
  };

  test('no site, no workbooks: exit 1', () => {
    expect(office('--site', join(site, 'nowhere'))).toMatchObject({ status: 1, said: /里没有构建好的网站/ });
    expect(office('--site', site)).toEqual({ status: 1, said: `${site} 里没有工作簿，请先运行 npm run build。\n` });
  });

  test('no LibreOffice: says so, exit 0', () => {
    mkdirSync(join(site, 'data/a/2022'), { recursive: true });
    writeFileSync(join(site, 'data/a/2022/a-2022.xlsx'), book(written));
    expect(office('--site', site)).toEqual({
      status: 0,
      said: '跳过：没有找到 LibreOffice（soffice）。工作簿没有用它重读；这不影响构建和测试。\n',
    });
  });
});
