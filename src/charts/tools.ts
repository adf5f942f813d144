/** The tools under a chart: picture, table, address and frame, each announced when it is done. */
import { copy, select } from '../browser/clipboard';
import { save } from '../browser/save';
import { readNumbers } from './numbers';
import { drawPicture } from './picture';
import { rowsOf, toFrame, toHtml, toTsv } from './text';

/** Makes the tools of a chart work, once. What a chart says of itself is read anew each time: a comparison changes. */
export function equip(figure: HTMLElement): void {
  const tools = figure.querySelector<HTMLElement>('.takeaway');
  if (!tools || tools.dataset['ready'] !== undefined) return;
  tools.dataset['ready'] = '';
  const full = (path = '') => new URL(path, location.href).href;
  const name = ({ heading, title }: DOMStringMap) => `${heading}：${title}`;
  const copied = async (done: string, shown: HTMLElement, text: string, html?: string) => {
    if (await copy(text, html)) return done;
    select(shown);
    return '浏览器不让复制；已选中，请自己复制。';
  };
  const code = tools.querySelector('textarea');
  if (code) {
    code.value = toFrame(full(tools.dataset['embed']), name(tools.dataset), tools.dataset['height']!);
    code.addEventListener('focus', () => code.select());
  }
  const takes: Readonly<Record<string, () => Promise<string>>> = {
    async picture() {
      const { blob, part } = await drawPicture(figure, {
        ...tools.dataset,
        address: full(tools.dataset['address']),
      });
      const file = `${tools.dataset['file']}${part && `-${part.replaceAll('.', '-')}`}.png`;
      save(blob, file);
      return `已下载 ${file}。`;
    },
    table() {
      const rows = rowsOf(readNumbers(figure), figure.dataset['unit'] ?? '');
      return copied(
        `已复制 ${rows.length - 1} 行，可以粘贴到表格里。`,
        document.getElementById(figure.dataset['table']!)!,
        toTsv(rows),
        toHtml(rows, name(tools.dataset)),
      );
    },
    async address() {
      const address = full(tools.dataset['address']);
      return (await copy(address)) ? '已复制本图地址。' : `浏览器不让复制，地址是 ${address}`;
    },
    frame: () => copied('已复制代码。', code!, code!.value),
  };
  const say = (words: string) => {
    tools.querySelector('output')!.value = words;
  };
  tools.addEventListener('click', ({ target }) => {
    const take = (target as HTMLElement).closest<HTMLElement>('[data-take]')?.dataset['take'];
    if (!take) return;
    say('正在准备…');
    void takes[take]!().then(say, (error: unknown) => {
      say('没有做成，请换一个浏览器再试。');
      throw error;
    });
  });
}
