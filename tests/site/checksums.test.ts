/** What is published is what the checksums say: SHA256SUMS of all downloads, and those inside each zip file. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import JSZip from 'jszip';
import { describe, expect, test } from 'vitest';
import { builtSite, filesBelow } from './pages.ts';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** Reads a list as `sha256sum -c` does: 64 digits, two spaces, a path. */
function readList(text: string): Map<string, string> {
  const lines = text.split('\n');
  expect(lines.pop()).toBe('');
  const entries = lines.map((line) => {
    const match = /^([0-9a-f]{64}) {2}([^\s/][^\\]*)$/.exec(line);
    expect(match, line).not.toBeNull();
    return [match![2]!, match![1]!] as const;
  });
  expect(new Set(entries.map(([path]) => path)).size).toBe(entries.length);
  return new Map(entries);
}

describe.each(['MINGZHANG_SITE', 'MINGZHANG_SITE_BASE', 'MINGZHANG_SITE_ODD'] as const)('%s', (variable) => {
  const folder = join(builtSite(variable), 'data');
  const files = filesBelow(folder).map((file) => file.replaceAll('\\', '/'));
  const list = readList(readFileSync(join(folder, 'SHA256SUMS'), 'utf8'));

  test('SHA256SUMS names every file below data/, in order', () => {
    expect([...list.keys()]).toEqual(files.filter((file) => file !== 'SHA256SUMS').sort());
  });

  test('and every hash holds', () => {
    expect([...list].filter(([path, hash]) => sha256(readFileSync(join(folder, path))) !== hash)).toEqual([]);
  });

  test('a report has one zip file, whose own checksums hold', async () => {
    const reports = files.filter((file) => file.endsWith('/report.yaml')).map((file) => file.slice(0, -11));
    expect(reports.length).toBeGreaterThan(0);
    for (const report of reports) {
      const name = report.replace('/', '-').slice(0, -1);
      const zip = await JSZip.loadAsync(readFileSync(join(folder, report, `${name}.zip`)), { checkCRC32: true });
      const entries = new Map<string, Uint8Array>();
      for (const one of Object.values(zip.files)) {
        expect(one.name.startsWith(`${name}/`), one.name).toBe(true);
        if (!one.dir) entries.set(one.name.slice(name.length + 1), await one.async('uint8array'));
      }
      const inside = readList(new TextDecoder().decode(entries.get('SHA256SUMS')));
      expect([...inside.keys()]).toEqual([...entries.keys()].filter((path) => path !== 'SHA256SUMS').sort());
      expect([...inside].filter(([path, hash]) => sha256(entries.get(path)!) !== hash)).toEqual([]);

      // What the site offers beside the zip file is in it unchanged, save what is made for spreadsheets or for its own
      // pages; report.json finds its schema in the zip file.
      const beside = files.filter(
        (file) =>
          file.startsWith(report) &&
          /\.(?:csv|json|yaml|md)$/.test(file) &&
          !/(?:\.excel\.csv|\/compare\.json)$/.test(file),
      );
      const json = (bytes: Uint8Array) => JSON.parse(new TextDecoder().decode(bytes)) as { $schema: string };
      expect(json(entries.get('report.json')!)).toEqual({
        ...json(readFileSync(join(folder, report, 'report.json'))),
        $schema: 'report.schema.json',
      });
      expect(inside.get('report.schema.json')).toBe(list.get('report.schema.json'));
      for (const file of beside.filter((one) => !one.endsWith('/report.json')))
        expect(inside.get(file.slice(report.length)), file).toBe(list.get(file));
    }
  });
});
