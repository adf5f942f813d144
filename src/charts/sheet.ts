/** What a chart is drawn on: the page as the reader sees it, or white paper, the same for everyone. */

export interface Sheet {
  /** The value of a custom property of styles/tokens.css. */
  readonly colour: (token: string) => string;
  /** Pixels, before scaling. */
  readonly width: number;
  /** Size of labels in pixels. */
  readonly font: number;
  /** Without a table beside it, so that labels name their numbers. */
  readonly alone: boolean;
}

const tokensOf = (element: Element) => {
  const style = getComputedStyle(element);
  return (token: string) => style.getPropertyValue(token).trim();
};

/** The page, in its present colours. */
export function screenSheet(figure: HTMLElement): Sheet {
  return { colour: tokensOf(document.documentElement), width: figure.clientWidth, font: 12, alone: false };
}

/** Light paper, whatever the colour scheme. Only for as long as `use` runs. */
export function onPaper<T>(width: number, use: (sheet: Sheet) => T): T {
  const paper = document.createElement('span');
  paper.className = 'paper';
  paper.hidden = true;
  document.body.append(paper);
  try {
    return use({ colour: tokensOf(paper), width, font: 15, alone: true });
  } finally {
    paper.remove();
  }
}
