import type { Path } from '../diagnostic.ts';
import { maskCode } from './markdown-source.ts';
import type { Report } from './report.ts';
import { textsOf } from './scalars.ts';

/** A text that is read as Markdown: a body or an introduction, and the same without code and references. */
export interface BodyText {
  readonly path: Path;
  readonly text: string;
  readonly masked: string;
}

/** Every text of a report that is read as Markdown, in order. */
export const bodiesOf = (report: Report): readonly BodyText[] =>
  textsOf(report)
    .filter(({ path }) => isBody(path))
    .map(({ path, text }) => ({ path, text, masked: maskCode(text) }));

/** Whether a text is read as Markdown, rather than printed as it is. */
export const isBody = (path: Path): boolean =>
  path.at(-1) === 'body' || (path.at(-1) === 'intro' && path.length < 5);
