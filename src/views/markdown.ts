/** Notes and glossary entries as HTML. Raw HTML and dangerous addresses in Markdown are dropped. */
import rehypeSanitize from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import { remark } from 'remark';
import remarkRehype from 'remark-rehype';

const processor = remark().use(remarkRehype).use(rehypeSanitize).use(rehypeStringify);

export function renderMarkdown(text: string): string {
  return String(processor.processSync(text));
}
