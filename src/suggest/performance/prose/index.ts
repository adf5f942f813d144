/** The running text of a self-evaluation: staff, assets, ratings and counts, money of projects. */
import type { Document } from '../../../documents/document.ts';
import type { CellSuggestion, DerivedSuggestion } from '../../suggestion.ts';
import type { Projects } from '../names.ts';
import { assetCells } from './assets.ts';
import { evaluationCells } from './evaluation.ts';
import { passagesOf } from './passages.ts';
import { ProjectReader } from './projects.ts';
import { staffCells } from './staff.ts';

/** Suggestions of all passages in order. `projects` learns the projects that the text names. */
export function readProse(
  document: Document,
  projects: Projects,
): { cells: CellSuggestion[]; derived: DerivedSuggestion[] } {
  const passages = passagesOf(document);
  const money = new ProjectReader(projects);
  for (const span of passages) money.read(span);
  const assets = passages.map(assetCells);
  return {
    cells: [
      ...money.cells,
      ...passages.flatMap((span) => [...staffCells(span), ...evaluationCells(span, projects, 'department')]),
      ...assets.flatMap(({ cells }) => cells),
    ],
    derived: [...money.derived, ...assets.flatMap(({ derived }) => derived)],
  };
}
