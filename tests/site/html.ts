/** HTML validation, the same for every built site. */
import { HtmlValidate } from 'html-validate';
import type { BuiltPage } from './pages.ts';

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    // Style of the source, which the build does not keep.
    'no-trailing-whitespace': 'off',
    'attr-quotes': 'off',
    'void-style': 'off',
    'doctype-style': 'off',
    'long-title': 'off',
    'attribute-boolean-style': 'off',
    'tel-non-breaking': 'off',
    // Scrollable regions are named regions with a tab stop on purpose, so that the keyboard can scroll them.
    'prefer-native-element': ['error', { exclude: ['region', 'img'] }],
    // Anchors are cell addresses: expenditure/basic.
    'valid-id': ['error', { relaxed: true }],
  },
});

/** What is wrong with a page's HTML, each fault once. */
export async function htmlFaults(page: BuiltPage): Promise<string[]> {
  const report = await validator.validateString(page.html, page.file);
  const messages = report.results.flatMap((result) =>
    result.messages.map(({ ruleId, message, selector }) => `${ruleId}: ${message} (${selector})`),
  );
  return [...new Set(messages)];
}
