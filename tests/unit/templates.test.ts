/** The templates of the forge: forms that it accepts, and that the site fills in by the names they have. */
import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { issueForms } from '../../src/views/issue-forms.ts';
import { wrongFigureAddress } from '../../src/views/wrong-figure.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(resolve(ROOT, path), 'utf8');

interface Form {
  readonly name: string;
  readonly description: string;
  readonly title: string;
  readonly body: readonly {
    readonly type: string;
    readonly id?: string;
    readonly attributes: { readonly label?: string; readonly value?: string; readonly options?: readonly string[] };
  }[];
}
const forms = globSync('.github/ISSUE_TEMPLATE/*.yml', { cwd: ROOT })
  .filter((file) => !file.endsWith('/config.yml'))
  .sort();
const form = (file: string) => parse(read(file)) as Form;
const idsOf = ({ body }: Form) => body.flatMap(({ id }) => id ?? []);

test('there are three forms', () => {
  expect(forms.map((file) => form(file).name)).toEqual(['部门答复', '新的报告', '数字有误']);
});

describe.each(forms)('%s', (file) => {
  test('is one that GitHub accepts', () => {
    const { name, description, title, body, ...rest } = form(file);
    expect([name, description, title].every((text) => typeof text === 'string' && text.trim() !== '')).toBe(true);
    expect(rest).toEqual({});
    expect(body.filter(({ type }) => !['markdown', 'input', 'textarea', 'dropdown'].includes(type))).toEqual([]);
    const fields = body.filter(({ type }) => type !== 'markdown');
    expect(fields.filter(({ id, attributes }) => !/^[a-z_-]+$/.test(id ?? '') || !attributes.label)).toEqual([]);
    expect(new Set(idsOf(form(file))).size).toBe(fields.length);
    const labels = fields.map(({ attributes }) => attributes.label);
    expect(new Set(labels).size).toBe(labels.length);
  });
});

test('the page links to every form by its own name, where the host knows forms', () => {
  const linked = issueForms('https://github.com/some/mingzhang').map(({ name, href }) => {
    const { origin, pathname, searchParams } = new URL(href);
    expect(origin + pathname).toBe('https://github.com/some/mingzhang/issues/new');
    return [`.github/ISSUE_TEMPLATE/${searchParams.get('template')}`, name];
  });
  expect(linked.toSorted()).toEqual(forms.map((file) => [file, form(file).name]).toSorted());
  expect(issueForms('https://forge.example/open/mingzhang')).toEqual([]);
});

test('what is needed to check a figure has to be given', () => {
  const required = parse(read('.github/ISSUE_TEMPLATE/wrong-figure.yml')).body.flatMap(
    ({ id, validations }: { id?: string; validations?: { required: boolean } }) => (validations?.required ? id : []),
  );
  expect(required).toEqual(['figure', 'shown', 'printed', 'source']);
});

describe('“这个数字有误？”', () => {
  const wrong = {
    figure: '510811-xzspj/2022 expenditure/basic/final',
    shown: '457.27 万元',
    places: 'accounts:L37.3',
    file: 'data/departments/510811-xzspj/2022/expenditure.csv 第 4 行',
    page: 'https://mingzhang.example/departments/510811-xzspj/2022/#expenditure/basic/final',
  };
  const asked = (repository: string) => new URL(wrongFigureAddress(repository, wrong));

  test('on GitHub the form is filled in by the ids of its fields', () => {
    const { pathname, searchParams } = asked('https://github.com/some/mingzhang');
    expect(pathname).toBe('/some/mingzhang/issues/new');
    const { template, title, ...fields } = Object.fromEntries(searchParams);
    expect(forms).toContain(`.github/ISSUE_TEMPLATE/${template}`);
    const ids = idsOf(form(`.github/ISSUE_TEMPLATE/${template}`));
    expect(fields).toEqual(wrong);
    expect(Object.keys(fields).filter((name) => !ids.includes(name))).toEqual([]);
    expect(title).toBe('数字有误：510811-xzspj/2022 expenditure/basic/final');
  });

  test('elsewhere the issue has a title and a text', () => {
    expect([...asked('https://forge.example/open/mingzhang').searchParams.keys()]).toEqual(['title', 'body']);
  });
});

test('the example of owners invents nobody', () => {
  const owners = [...read('.github/CODEOWNERS.example').matchAll(/@\S+/g)].map(([owner]) => owner);
  expect(owners.length).toBeGreaterThan(4);
  expect(owners.filter((owner) => !owner.startsWith('@org/'))).toEqual([]);
});
