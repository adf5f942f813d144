/** JSON-LD read as RDF by an independent client, without the network. */
import jsonld from 'jsonld';

export interface Term {
  readonly termType: string;
  readonly value: string;
  readonly language?: string;
  readonly datatype?: Term;
}
export interface Quad {
  readonly subject: Term;
  readonly predicate: Term;
  readonly object: Term;
}

const XSD = 'http://www.w3.org/2001/XMLSchema#';
const string = (id: string) => ({ '@id': `csvw:${id}`, '@language': null });
const node = (id: string) => ({ '@id': `csvw:${id}`, '@type': '@id' });
const bool = (id: string) => ({ '@id': `csvw:${id}`, '@type': `${XSD}boolean` });

/** The terms of the CSVW context that these descriptions use, as http://www.w3.org/ns/csvw defines them. */
const CSVW = {
  csvw: 'http://www.w3.org/ns/csvw#',
  dc: 'http://purl.org/dc/terms/',
  TableGroup: 'csvw:TableGroup',
  Table: 'csvw:Table',
  Schema: 'csvw:Schema',
  Column: 'csvw:Column',
  string: `${XSD}string`,
  decimal: `${XSD}decimal`,
  tables: { '@id': 'csvw:table', '@type': '@id', '@container': '@set' },
  tableSchema: node('tableSchema'),
  columns: { '@id': 'csvw:column', '@type': '@id', '@container': '@list' },
  dialect: node('dialect'),
  titles: { '@id': 'csvw:title', '@container': '@language' },
  datatype: { '@id': 'csvw:datatype', '@type': '@vocab' },
  base: string('base'),
  format: string('format'),
  minimum: { '@id': 'csvw:minInclusive', '@type': `${XSD}integer` },
  maxLength: { '@id': 'csvw:maxLength', '@type': `${XSD}nonNegativeInteger` },
  name: string('name'),
  null: string('null'),
  required: bool('required'),
  primaryKey: string('primaryKey'),
  url: { '@id': 'csvw:url', '@type': `${XSD}anyURI` },
  encoding: string('encoding'),
  header: bool('header'),
  delimiter: string('delimiter'),
  lineTerminators: string('lineTerminators'),
  trim: bool('trim'),
};

/** The graph of a JSON-LD document found at `base`. Only the CSVW context is at hand; any other remote one is an error. */
export async function graphOf(document: object, base: string): Promise<QuadSet> {
  const quads = await jsonld.toRDF(
    document as jsonld.JsonLdDocument,
    {
      base,
      // What does not map to RDF, a relative IRI without a base for one, is an error and not left out in silence.
      safe: true,
      documentLoader: (url: string) => {
        if (url !== 'http://www.w3.org/ns/csvw') return Promise.reject(new Error(`would fetch ${url}`));
        return Promise.resolve({ documentUrl: url, document: { '@context': CSVW } });
      },
    } as jsonld.Options.ToRdf,
  );
  return new QuadSet(
    (quads as unknown as Quad[]).map((quad) => ({
      subject: comparable(quad.subject),
      predicate: comparable(quad.predicate),
      object: comparable(quad.object),
    })),
  );
}

/** A term that RDF/JS clients can compare. */
function comparable(term: Term): Term {
  return { ...term, equals: (other: Term) => term.termType === other.termType && term.value === other.value } as Term;
}

/** As much of an RDF/JS dataset as the clients ask for. */
export class QuadSet {
  readonly quads: readonly Quad[];

  constructor(quads: readonly Quad[]) {
    this.quads = quads;
  }

  [Symbol.iterator](): Iterator<Quad> {
    return this.quads[Symbol.iterator]();
  }

  match(subject?: Term | null, predicate?: Term | null, object?: Term | null): QuadSet {
    const same = (term: Term, wanted?: Term | null) =>
      !wanted || (term.termType === wanted.termType && term.value === wanted.value);
    return new QuadSet(
      this.quads.filter(
        (quad) => same(quad.subject, subject) && same(quad.predicate, predicate) && same(quad.object, object),
      ),
    );
  }

  /** Subjects of a class. */
  ofType(type: string): Term[] {
    return [...this.match(null, named('http://www.w3.org/1999/02/22-rdf-syntax-ns#type'), named(type))].map(
      ({ subject }) => subject,
    );
  }

  /** Values of a property. */
  values(subject: Term, predicate: string): Term[] {
    return [...this.match(subject, named(predicate))].map(({ object }) => object);
  }
}

function named(value: string): Term {
  return { termType: 'NamedNode', value };
}
