/** JSON Schemas of the curated YAML files, for editors: what the declarations say, with the meaning of every word. */
import { z } from 'zod';
import { departmentSchema, MEANINGS, reportSchema } from '../tables/report.ts';

export interface YamlSchema {
  /** Path in the project; the site publishes what is in `public`. */
  readonly path: string;
  readonly text: string;
}

const SCHEMAS = {
  report: { title: '明账：report.yaml', schema: reportSchema },
  department: { title: '明账：department.yaml', schema: departmentSchema },
} as const;

/**
 * The schemas as they stand in `public/schemas/`. Draft 7, which all editors read; `enumDescriptions` is an annotation of
 * the YAML and JSON language servers. What a schema cannot say (order of dates, real calendar days) `validate` checks.
 */
export function yamlSchemas(): YamlSchema[] {
  return Object.entries(SCHEMAS).map(([name, { title, schema }]) => {
    const json = z.toJSONSchema(schema.meta({ title }), {
      target: 'draft-7',
      io: 'input',
      override: ({ zodSchema, jsonSchema }) => {
        const meanings = MEANINGS.get(zodSchema)?.meanings;
        if (meanings && jsonSchema.enum) jsonSchema['enumDescriptions'] = meanings;
      },
    });
    return { path: `public/schemas/${name}.schema.json`, text: `${JSON.stringify(json, null, 2)}\n` };
  });
}
