/** Packages without types of their own: the parts that the tests use. */
declare module 'datapackage' {
  interface Resource {
    readonly name: string;
    readonly descriptor: { readonly path: string };
    readonly valid: boolean;
    readonly tabular: boolean;
    readonly headers: readonly string[];
    read(options: { keyed: true }): Promise<Record<string, unknown>[]>;
  }
  export class Package {
    static load(path: string): Promise<Package>;
    readonly valid: boolean;
    readonly errors: readonly Error[];
    readonly resources: readonly Resource[];
  }
}
declare module 'rdf-parser-csvw' {
  import type { Readable } from 'node:stream';
  export default class CsvwParser {
    constructor(options: { metadata: unknown; baseIRI: string; timezone?: string });
    import(input: Readable): Readable;
  }
}
