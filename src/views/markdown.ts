/** Notes and glossary entries as HTML. Raw HTML and dangerous addresses in Markdown are dropped. */
import rehypeSanitize, { defaultSchema } from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import { remark } from 'remark';
import remarkRehype from 'remark-rehype';

/** Text, lists, links and tables; no pictures, which would load from elsewhere. */
const SCHEMA = { ...defaultSchema, tagNames: defaultSchema.tagNames!.filter((name) => name !== 'img') };

const processor = remark().use(remarkRehype).use(rehypeSanitize, SCHEMA).use(rehypeStringify);

export function renderMarkdown(text: string): string {
  return String(processor.processSync(text));
}
