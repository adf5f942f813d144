/** Data Package descriptors (Frictionless Data Package 2.0, https://datapackage.org/standard/). */
import { fullAddress } from '../../site/settings.ts';
import type { TableDeclaration } from '../../tables/table.ts';
import { LICENSE, PROJECT, type About } from './about.ts';
import { where } from '../dataset.ts';
import { fingerprintOf, mediaType, type Download } from '../download.ts';
import { emptyKeys, labelsOf, shapeOf } from './fields.ts';
import type { TableFile } from './table-file.ts';

export const PROFILE = 'https://datapackage.org/profiles/2.0/datapackage.json';
const RESOURCE_PROFILE = 'https://datapackage.org/profiles/2.0/dataresource.json';

/** The descriptor's own properties of a field, for people who read it. */
const OWN =
  '字段里另有：unit 单位；unitField、operatorField、highField、textField 依次是写单位、比较符号、区间上限、代替数的文字的列；labels 项目代号的名称。';

/**
 * The descriptor of tables in one folder and below it.
 * @param folder with a closing “/”, relative to the site's root: the descriptor lies in it
 */
export function dataPackage(about: About, folder: string, files: readonly TableFile[]): Download {
  const path = `${folder}datapackage.json`;
  return {
    path,
    title: '数据包说明（Data Package）',
    conformsTo: PROFILE,
    content: async () => {
      const descriptor = {
        $schema: PROFILE,
        name: ['mingzhang', ...about.id.split('/').filter(Boolean)].join('-'),
        ...present({ id: fullAddress(path) }),
        title: about.title,
        description: `${about.description}\n\n${OWN}`,
        ...present({ homepage: fullAddress(about.page) }),
        version: about.version,
        licenses: [{ name: LICENSE.id, path: LICENSE.url, title: LICENSE.title }],
        contributors: [{ title: PROJECT, ...present({ path: fullAddress('') }), roles: ['dataCurator'] }],
        keywords: about.kinds,
        sources: about.sources.map(({ title, publisher, date, url, archived_url: archived, sha256 }) => ({
          title,
          ...present({ path: url ?? archived ?? '', date: date ?? '' }),
          publisher,
          hash: `sha256:${sha256}`,
        })),
        resources: await Promise.all(files.map((file) => resource(file, folder))),
      };
      return `${JSON.stringify(descriptor, null, 2)}\n`;
    },
  };
}

async function resource(file: TableFile, folder: string) {
  const { bytes, sha256 } = await fingerprintOf(file);
  return {
    $schema: RESOURCE_PROFILE,
    name: file.name,
    type: 'table',
    path: file.path.slice(folder.length),
    title: file.title,
    description: `${file.table.about}一行是${file.table.row}。`,
    format: 'csv',
    mediatype: mediaType(file.path),
    encoding: 'utf-8',
    bytes,
    hash: `sha256:${sha256}`,
    dialect: { header: true, delimiter: ',', lineTerminator: '\n', quoteChar: '"', doubleQuote: true },
    schema: tableSchema(file.table, file.header),
  };
}

/** Table Schema of a file with these columns of a table, in the file's order. */
export function tableSchema(table: TableDeclaration, header: readonly string[]) {
  // A primary key holds no null. Where a key column may be empty, the empty text is therefore declared to be a value
  // of its own (`missingValues: []` of the field, which goes before the schema's) and not a missing one. Readers that
  // know only version 1 see a null there and still find the rows distinct.
  const empty = emptyKeys(table);
  return {
    fields: header.map((name) => field(table, name, empty.includes(name))),
    missingValues: [''],
    // A key column that the file leaves out is empty in all rows, and so distinguishes none.
    primaryKey: table.key.filter((name) => header.includes(name)),
    ...parentKey(table, header),
  };
}

function field(table: TableDeclaration, name: string, emptyIsValue: boolean) {
  const column = table.columns[name]!;
  const { type, ...limits } = shapeOf(column);
  const labels = labelsOf(table, name);
  const values = Object.entries(column.values ?? {}).map(([value, label]) => ({ value, label }));
  if (values.length > 0 && emptyIsValue) values.unshift({ value: '', label: '（空）' });
  const constraints = {
    ...(column.required ? { required: true } : {}),
    ...limits,
    ...(values.length > 0 ? { enum: values.map(({ value }) => value) } : {}),
  };
  return {
    name,
    type,
    title: column.name,
    description: column.about,
    ...(values.length > 0 ? { categories: values } : {}),
    ...(emptyIsValue ? { missingValues: [] } : {}),
    ...(Object.keys(constraints).length > 0 ? { constraints } : {}),
    ...present({
      unit: column.unit ?? '',
      unitField: column.unitFrom ?? '',
      operatorField: column.operatorFrom ?? '',
      highField: column.highFrom ?? '',
      textField: column.textFrom ?? '',
    }),
    ...(labels ? { labels } : {}),
  };
}

/**
 * A row that is part of another names it. Only where one column identifies the parent: in the files over all reports
 * the key would be department, year and an often empty column, and readers disagree on half-empty foreign keys.
 */
function parentKey(table: TableDeclaration, header: readonly string[]) {
  const { parent, key } = table;
  if (!parent || !header.includes(parent) || Object.keys(where).some((name) => header.includes(name))) return {};
  return { foreignKeys: [{ fields: [parent], reference: { fields: [key[0]!] } }] };
}

/** The entries that say something. */
function present(entries: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== ''));
}
