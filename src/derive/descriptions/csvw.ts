/** CSVW metadata (W3C Metadata Vocabulary for Tabular Data, https://www.w3.org/TR/tabular-metadata/). */
import { isNumeric } from '../../tables/kinds.ts';
import type { TableDeclaration } from '../../tables/table.ts';
import { LANGUAGE, LICENSE, type About } from './about.ts';
import { sheetColumns } from '../csv.ts';
import type { Download } from '../download.ts';
import { shapeOf } from './fields.ts';
import type { TableFile } from './table-file.ts';

/**
 * The metadata of tables in one folder and below it, under the name that CSVW readers look for beside a table.
 * @param folder with a closing “/”, relative to the site's root: the metadata lies in it
 */
export function csvwMetadata(about: About, folder: string, files: readonly TableFile[]): Download {
  return {
    path: `${folder}csv-metadata.json`,
    title: '表格说明（CSVW）',
    conformsTo: 'https://www.w3.org/TR/tabular-metadata/',
    content: () => {
      const group = {
        '@context': ['http://www.w3.org/ns/csvw', { '@language': LANGUAGE }],
        '@type': 'TableGroup',
        'dc:title': about.title,
        'dc:description': about.description,
        'dc:license': { '@id': LICENSE.url },
        dialect: { encoding: 'utf-8', header: true, delimiter: ',', lineTerminators: ['\n'], trim: false },
        null: '',
        tables: files.map((file) => ({
          '@type': 'Table',
          url: file.path.slice(folder.length),
          'dc:title': file.title,
          'dc:description': `${file.table.about}一行是${file.table.row}。`,
          tableSchema: schema(file.table, file.header),
        })),
      };
      return `${JSON.stringify(group, null, 2)}\n`;
    },
  };
}

function schema(table: TableDeclaration, header: readonly string[]) {
  return {
    '@type': 'Schema',
    columns: sheetColumns(table, header).map(({ id, header: title }) => {
      const column = table.columns[id]!;
      return {
        '@type': 'Column',
        name: variable(id),
        // The first is what the file's header says; the other is for people.
        titles: { und: id, [LANGUAGE]: title },
        'dc:description': column.about,
        datatype: datatype(table, id),
        ...(column.required ? { required: true } : {}),
      };
    }),
    // Rows are distinct by these, an empty cell counting as a value like any other.
    primaryKey: table.key.filter((name) => header.includes(name)).map(variable),
  };
}

/** Column names are variables of URI templates (RFC 6570), which hold no hyphen. */
function variable(name: string): string {
  return name.replaceAll('-', '%2D');
}

function datatype(table: TableDeclaration, name: string) {
  const column = table.columns[name]!;
  const { type, minimum, maxLength, pattern } = shapeOf(column);
  if (isNumeric(column)) return minimum === undefined ? 'decimal' : { base: type, minimum };
  // CSVW has no lists of values: a regular expression says the same.
  const format = column.values ? `^(?:${Object.keys(column.values).map(escape).join('|')})$` : pattern;
  if (format === undefined && maxLength === undefined) return 'string';
  return { base: 'string', ...(format ? { format } : {}), ...(maxLength === undefined ? {} : { maxLength }) };
}

function escape(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
