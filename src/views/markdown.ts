/** Notes and glossary entries as HTML. Raw HTML in Markdown is dropped. */
import rehypeStringify from 'rehype-stringify';
import { remark } from 'remark';
import remarkRehype from 'remark-rehype';

const processor = remark().use(remarkRehype).use(rehypeStringify);

export function renderMarkdown(text: string): string {
  return String(processor.processSync(text));
}
