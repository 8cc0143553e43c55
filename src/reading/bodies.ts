import type { Path } from '../diagnostic.ts';
import { maskCode } from '../model/markdown-source.ts';
import type { Reading } from './reading.ts';

/** A text that is read as Markdown: a body or an introduction, and the same without code and references. */
export interface BodyText {
  readonly path: Path;
  readonly text: string;
  readonly masked: string;
}

/** Every text of a report that is read as Markdown, in order. */
export const bodiesOf = (reading: Reading): readonly BodyText[] => reading.once(readBodies);

const readBodies = ({ scalars }: Reading): readonly BodyText[] =>
  scalars.texts
    .filter(({ path }) => isBody(path))
    .map(({ path, text }) => ({ path, text, masked: maskCode(text) }));

/** Whether a text is read as Markdown, rather than printed as it is. */
export const isBody = (path: Path): boolean =>
  path.at(-1) === 'body' || (path.at(-1) === 'intro' && path.length < 5);
