import type { IParagraphStyleOptions, IRunStylePropertiesOptions, IStylesOptions } from 'docx';
import type { Block, NumberedTitle } from '../block.ts';
import type { House, Type } from './house.ts';

type Title = Extract<Block, { readonly kind: 'heading' | 'run-in' }>;

/** Word has nine levels of titles in its navigation pane. */
export const DEEPEST_HEADING = 9;

/** The level of a title in Word, from 1: that of the page begins with the title of the document. */
export const headingLevel = ({ level }: NumberedTitle): number =>
  Math.min(Math.max(level - 1, 1), DEEPEST_HEADING);

/** The type of a title by its grade. */
export const typeOf = (house: House, { grade, depth }: NumberedTitle): Type =>
  grade === 0 && depth === 0
    ? house.part
    : (house.grades[Math.min(Math.max(grade, 1), house.grades.length) - 1] as Type);

/** Whether a title stands by itself in the middle: one without a number that opens a part or an annex. */
export const isCentred = (house: House, { grade, depth }: NumberedTitle): boolean =>
  grade === 0 && depth === 0 && house.line !== undefined;

/** Which type each level of titles has in this document: that of the first title of that level. */
export function headingTypes(house: House, blocks: readonly Block[]): ReadonlyMap<number, Type> {
  const types = new Map<number, Type>();
  for (const block of blocks.filter(
    (each): each is Title => each.kind === 'heading' || each.kind === 'run-in',
  )) {
    const level = headingLevel(block);
    if (!types.has(level)) types.set(level, typeOf(house, block));
  }
  return types;
}

const font = ({ east, west }: Type): NonNullable<IRunStylePropertiesOptions['font']> => ({
  ascii: west,
  hAnsi: west,
  eastAsia: east,
  cs: west,
});

const run = (type: Type): IRunStylePropertiesOptions => ({
  font: font(type),
  size: type.size,
  bold: type.bold ?? false,
  italics: false,
  color: type.color ?? '000000',
});

/** The styles of a document: Word’s own by their names, which every pane and every program knows, and a few of ours. */
export function stylesOf(
  house: House,
  types: ReadonlyMap<number, Type>,
  language: { readonly value: string; readonly eastAsia: string },
): IStylesOptions {
  const exact = house.line === undefined ? {} : { line: house.line, lineRule: 'exact' as const };
  const spacing = { before: 0, after: house.gap, ...exact };
  const indent = house.indent === 0 ? {} : { firstLine: house.indent, firstLineChars: 200 };
  const titleLine =
    house.titleLine === undefined ? {} : { line: house.titleLine, lineRule: 'exact' as const };
  const none = { firstLine: 0, firstLineChars: 0 };
  // the text fills the line; what is smaller or larger has its own measure
  const trackedAs = ({ size }: Type): IRunStylePropertiesOptions =>
    house.tracking === 0 ? {} : { characterSpacing: size === house.body.size ? house.tracking : 0 };
  const own = (
    id: string,
    name: string,
    type: Type,
    paragraph: IParagraphStyleOptions['paragraph'],
  ): IParagraphStyleOptions => ({
    id,
    name,
    basedOn: 'Normal',
    quickFormat: true,
    run: { ...run(type), ...trackedAs(type) },
    ...(paragraph && { paragraph }),
  });
  const headings = Array.from({ length: DEEPEST_HEADING }, (_, index): IParagraphStyleOptions => {
    const type = types.get(index + 1) ?? (house.grades[Math.min(index, house.grades.length - 1)] as Type);
    return {
      ...own(`Heading${index + 1}`, `heading ${index + 1}`, type, {
        keepNext: true,
        keepLines: true,
        outlineLevel: index,
        spacing: { ...spacing, before: house.gap * 2 },
        indent,
      }),
      next: 'BodyText',
    };
  });
  return {
    default: {
      document: { run: { ...run(house.body), language }, paragraph: {} },
      hyperlink: { run: { color: house.body.color ?? '000000', underline: { type: 'single' } } },
      footnoteText: {
        run: run(house.note),
        paragraph: { spacing: { after: 0, line: 240, lineRule: 'auto' }, indent: none },
      },
      footnoteReference: { run: { superScript: true } },
    },
    paragraphStyles: [
      {
        id: 'Normal',
        name: 'Normal',
        quickFormat: true,
        run: { ...run(house.body), ...trackedAs(house.body) },
        paragraph: { spacing },
      },
      {
        ...own('BodyText', 'Body Text', house.body, {
          indent,
          spacing,
          alignment: house.line === undefined ? 'left' : 'both',
        }),
      },
      own('Title', 'Title', house.title, {
        alignment: house.line === undefined ? 'left' : 'center',
        keepNext: true,
        spacing: { before: 0, after: house.line ?? 240, ...titleLine },
      }),
      ...headings,
      {
        ...own('PartTitle', 'Part Title', house.part, {
          alignment: 'center',
          keepNext: true,
          outlineLevel: 0,
          spacing: { before: house.line ?? 0, after: house.line ?? 0, ...exact },
          indent: none,
        }),
        basedOn: 'Heading1',
        next: 'BodyText',
      },
      own('DocumentNumber', 'Document Number', house.body, {
        alignment: house.line === undefined ? 'left' : 'center',
        spacing: { ...spacing, after: house.line ?? house.gap },
      }),
      own('AnnexLabel', 'Annex Label', house.part, { keepNext: true, spacing }),
      own(
        'Caption',
        'caption',
        { ...house.tableHead, size: house.table.size },
        { alignment: 'center', keepNext: true, spacing: { before: 120, after: 60 } },
      ),
      own('TableText', 'Table Text', house.table, {
        spacing: { before: 20, after: 20, line: 240, lineRule: 'auto' },
        indent: none,
      }),
      own('Signature', 'Signature', house.body, { alignment: 'right', spacing, keepLines: true }),
      own('ListText', 'List Text', house.body, { spacing }),
      own('Quote', 'Quote', house.body, { spacing, indent: { left: house.indent || 720 } }),
      own(
        'Code',
        'Code',
        { ...house.body, west: 'Courier New', size: house.table.size },
        { spacing: { before: 60, after: 60 } },
      ),
      own(
        'Stamp',
        'Stamp',
        { ...house.part, color: 'C00000', bold: true },
        { alignment: 'right', spacing: { before: 0, after: house.gap } },
      ),
      own(
        'Internal',
        'Internal',
        { ...house.table, color: '7F7F7F' },
        { spacing: { before: 40, after: 20, line: 300, lineRule: 'auto' }, indent: none },
      ),
      own('Picture', 'Picture', house.body, {
        alignment: 'center',
        spacing: { before: 120, after: 120, line: 240, lineRule: 'auto' },
      }),
      own('Footer', 'footer', house.pageNumber, { spacing: { before: 0, after: 0 } }),
      own('Header', 'header', { ...house.pageNumber, color: 'C00000' }, { spacing: { before: 0, after: 0 } }),
    ],
  };
}
