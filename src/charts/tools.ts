/** The tools under a chart: picture, table, address and frame, each announced when it is done. */
import { copy } from './clipboard';
import { readNumbers } from './numbers';
import { drawPicture } from './picture';
import { rowsOf, toFrame, toHtml, toTsv } from './text';

const REFUSED = '浏览器不让复制，请选中文字自己复制。';

/** Makes the tools of a chart work, once. */
export function equip(figure: HTMLElement): void {
  const tools = figure.querySelector<HTMLElement>('.takeaway');
  if (!tools || tools.dataset['ready'] !== undefined) return;
  tools.dataset['ready'] = '';
  const { title = '', heading = '', address = '', embed = '', height = '', file = '' } = tools.dataset;
  const full = (path: string) => new URL(path, location.href).href;
  const code = tools.querySelector('textarea')!;
  code.value = toFrame(full(embed), `${heading}：${title}`, height);
  const copied = async (done: string, text: string, html?: string) => ((await copy(text, html)) ? done : REFUSED);
  const takes: Readonly<Record<string, () => Promise<string>>> = {
    async picture() {
      const { blob, part } = await drawPicture(figure, { ...tools.dataset, address: full(address) });
      const name = `${file}${part && `-${part.replaceAll('.', '-')}`}.png`;
      save(blob, name);
      return `已下载 ${name}。`;
    },
    table() {
      const rows = rowsOf(readNumbers(figure), figure.dataset['unit'] ?? '');
      return copied(
        `已复制 ${rows.length - 1} 行，可以粘贴到表格里。`,
        toTsv(rows),
        toHtml(rows, `${heading}：${title}`),
      );
    },
    address: () => copied('已复制本图地址。', full(address)),
    frame: () => copied('已复制代码。', code.value),
  };
  const say = (words: string) => {
    tools.querySelector('output')!.value = words;
  };
  tools.addEventListener('click', ({ target }) => {
    const take = (target as HTMLElement).closest<HTMLElement>('[data-take]')?.dataset['take'];
    if (!take) return;
    void takes[take]!().then(say, (error: unknown) => {
      say('没有做成，请换一个浏览器再试。');
      throw error;
    });
  });
  code.addEventListener('focus', () => code.select());
}

function save(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // The browser has the file once the click is over; a while later no one needs the copy.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
