import {
  AlignmentType,
  DocumentGridType,
  Footer,
  Header,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
  type IPropertiesOptions,
} from 'docx';
import { turnedHouse, type House } from './house.ts';
import { TurnedPages, type DocxBlock, type DocxPiece } from './printing.ts';
import type { Text } from './text.ts';

/** What stands on pages of one kind. */
interface PageStretch {
  readonly isTurned: boolean;
  readonly children: DocxBlock[];
}

/** A document by how its pages lie; one that is empty has a page too. */
export function pageStretches(pieces: readonly DocxPiece[]): readonly PageStretch[] {
  const stretches: PageStretch[] = [];
  for (const piece of pieces) {
    const isTurned = piece instanceof TurnedPages;
    const last = stretches.at(-1);
    const children = piece instanceof TurnedPages ? piece.children : [piece];
    if (last?.isTurned === isTurned) last.children.push(...children);
    else stretches.push({ isTurned, children: [...children] });
  }
  return stretches;
}

/** `docx` turns the size itself. */
export function turnedPageOf(
  house: House,
): NonNullable<IPropertiesOptions['sections'][number]['properties']> {
  const { page, ...rest } = pageOf(turnedHouse(house));
  return { ...rest, page: { ...page, size: { ...house.page, orientation: PageOrientation.LANDSCAPE } } };
}

/** The page of a house: its size, margins and grid. */
export function pageOf({
  page,
  margin,
  footer,
  grid,
}: House): NonNullable<IPropertiesOptions['sections'][number]['properties']> {
  return {
    page: { size: page, margin: { ...margin, header: 850, footer, gutter: 0 } },
    ...(grid && { grid: { type: DocumentGridType.LINES, ...grid } }),
  };
}

/** Page numbers, outside on both sides or in the middle; a stamp stands at the head of every page. */
export function edgesOf(
  { pageNumbers, pageNumber, line }: House,
  stamps: readonly string[],
  text: Text,
): Pick<IPropertiesOptions['sections'][number], 'headers' | 'footers'> {
  const { east, west, size } = pageNumber;
  const font = { ascii: west, hAnsi: west, eastAsia: east, cs: west };
  const number = new TextRun({ children: [PageNumber.CURRENT], font, size });
  const dash = (words: string): TextRun[] => text.words(words, { type: pageNumber });
  const foot = (alignment: (typeof AlignmentType)[keyof typeof AlignmentType]): Footer => {
    // one character of the number from the edge
    const aside = size * 10;
    const indent =
      alignment === AlignmentType.RIGHT
        ? { right: aside }
        : alignment === AlignmentType.LEFT
          ? { left: aside }
          : {};
    const children = line === undefined ? [number] : [...dash('— '), number, ...dash(' —')];
    return new Footer({ children: [new Paragraph({ style: 'Footer', alignment, indent, children })] });
  };
  const head = (): Header =>
    new Header({
      children: [
        new Paragraph({
          style: 'Header',
          alignment: AlignmentType.RIGHT,
          children: text.words(stamps.join('　'), { type: { ...pageNumber, color: 'C00000' } }),
        }),
      ],
    });
  const isBoth = pageNumbers === 'outside';
  return {
    ...(stamps.length > 0 && { headers: { default: head(), ...(isBoth && { even: head() }) } }),
    ...(pageNumbers === 'center' && { footers: { default: foot(AlignmentType.CENTER) } }),
    ...(isBoth && { footers: { default: foot(AlignmentType.RIGHT), even: foot(AlignmentType.LEFT) } }),
  };
}
