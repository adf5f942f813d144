/** The way to the repository: the zip, and the forge's page for each file that an address can carry. */
import type { Tasks } from './dropped.ts';
import { byId, element } from './element.ts';
import { newFileAddress } from './forge.ts';

export function showSubmit({ files }: Tasks['pack']['answer']): void {
  const box = byId('check-submit');
  box.hidden = files.length === 0;
  const { repository = '', branch = '' } = byId('check').dataset;
  const links =
    repository === ''
      ? []
      : files.flatMap(({ path, text }) => {
          if (text === undefined) return [];
          const href = newFileAddress(repository, branch, path, text);
          return [
            element('li', {}, element('a', { href, target: '_blank', rel: 'noopener noreferrer' }, `新建 ${path}`)),
          ];
        });
  byId('check-links').replaceChildren(...links);
  byId('check-forge').hidden = links.length === 0;
}
