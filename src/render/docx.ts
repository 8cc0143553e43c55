import { Document, Packer, Paragraph, type IPropertiesOptions } from 'docx';
import { plainText, type Block, type Composition, type Inline, type Note } from './block.ts';
import { compose } from './compose.ts';
import { DocxPrinter } from './docx/blocks.ts';
import { edgesOf, pageOf, pageStretches, turnedPageOf } from './docx/pages.ts';
import type { DocxPiece } from './docx/printing.ts';
import { Bookmarks } from './docx/bookmarks.ts';
import { houseOf, type House } from './docx/house.ts';
import { Lists } from './docx/lists.ts';
import { bindLists } from './docx/numbering-part.ts';
import { edit, packageParts, settle, zipped } from './docx/package.ts';
import { inHouse, onItsPaper, readHouseFile } from './docx/reference.ts';
import { settlePlaces } from './docx/run-places.ts';
import { fontTable } from './docx/font-table.ts';
import { headingLevel, headingTypes, stylesOf } from './docx/styles.ts';
import { Text } from './docx/text.ts';
import { TitleNumbers } from './docx/titles.ts';
import { brokenTitle } from './docx/width.ts';
import type { PrintedPlaces } from './printed-places.ts';
import type { BytesRenderer, RenderOptions } from './renderer.ts';

/** Word: in Chinese as GB/T 9704-2012 sets a document, in English as a plain business report. */
export const docxRenderer: BytesRenderer = (reading, options) => {
  const { data } = reading.report;
  return docxOf(compose(reading, options), {
    ...options,
    organization: data.organization ?? '',
    subject: data.year === undefined ? '' : String(data.year),
  });
};

/** What a document of Word is made with besides what it says. */
export interface DocxOptions extends Pick<RenderOptions, 'draft' | 'paper' | 'files' | 'places'> {
  readonly organization: string;
  readonly subject: string;
}

/** A composition as the bytes of a Word file: the same for the same composition. */
export async function docxOf(composition: Composition, options: DocxOptions): Promise<Uint8Array> {
  const { language, tag, blocks, stamps } = composition;
  const { reference, margins } = options.paper ?? {};
  const file = reference && readHouseFile(reference);
  const own = file && { ...file, paper: margins ? file.paper.slice(0, 1) : file.paper };
  const usual = houseOf(language, tag, options.paper);
  const house = own ? onItsPaper(usual, own) : usual;
  const every = [...allBlocks(blocks)];
  const bookmarks = new Bookmarks(every.flatMap((block) => ('id' in block ? [block.id] : [])));
  const text = new Text({
    house,
    isChinese: language === 'zh',
    bookmarks,
    draft: options.draft,
    lacks: options.files?.lacks,
    places: options.places,
    plain: own !== undefined,
  });
  const titles = new TitleNumbers(blocks);
  const lists = new Lists(house);
  const types = headingTypes(house, blocks);
  const printer = new DocxPrinter({ house, text, bookmarks, titles, lists, types, draft: options.draft });
  const children = [...headOf(composition, house, text, options.places), ...printer.print(blocks)];
  const notes = blocks.flatMap((block) => (block.kind === 'notes' ? block.notes : []));
  const bound = headingStyles(blocks, titles);
  const document = new Document({
    title: plainText(composition.title),
    creator: options.organization,
    subject: options.subject,
    description: stamps.join(' '),
    styles: stylesOf(house, types, { value: language === 'zh' ? 'en-US' : tag, eastAsia: 'zh-CN' }),
    numbering: { config: [...titles.config(bound, house.indent), ...lists.config] },
    footnotes: footnotesOf(notes, text, printer),
    ...(house.pageNumbers === 'outside' && { evenAndOddHeaderAndFooters: true }),
    compatabilityModeVersion: 15,
    sections: pageStretches(children).map(({ isTurned, children }, index) => ({
      properties: isTurned ? turnedPageOf(house) : pageOf(house),
      // the others have what the first has
      ...(index === 0 && edgesOf(house, stamps, text)),
      children,
    })),
  });
  const parts = packageParts(await Packer.toBuffer(document));
  if (options.places) settlePlaces(parts, options.places);
  settle(parts);
  bindLists(parts, { runsOn: titles.runsOn, styles: bound });
  edit(parts, 'word/fontTable.xml', () => fontTable);
  if (house.line !== undefined) edit(parts, 'word/styles.xml', onGrid);
  if (own) inHouse(parts, own);
  return zipped(parts);
}

/** Every page has all its lines: none is left empty so that a paragraph keeps two together. What is smaller than the text has lines of its own height. */
const onGrid = (xml: string): string =>
  xml
    .split(/(?=<w:style )/)
    .map((style) => {
      const [, id = ''] = /^<w:style [^>]*w:styleId="([^"]*)"/.exec(style) ?? [];
      if (id === 'Normal') return style.replace('<w:pPr>', '<w:pPr><w:widowControl w:val="0"/>');
      return small.has(id)
        ? style.replace(/(?=<w:spacing w:(?:after|before|line))/, '<w:snapToGrid w:val="0"/>')
        : style;
    })
    .join('');
const small: ReadonlySet<string> = new Set(['TableText', 'FootnoteText', 'Internal', 'Caption', 'Code']);

/** Every block, those within others too. */
function* allBlocks(blocks: readonly Block[]): Generator<Block> {
  for (const block of blocks) {
    yield block;
    if (block.kind === 'quote' || block.kind === 'internal') yield* allBlocks(block.blocks);
  }
}

/** The styles of titles by the level of their list, where all titles of a level have one. */
function headingStyles(blocks: readonly Block[], titles: TitleNumbers): ReadonlyMap<number, string> {
  const styles = new Map<number, Set<string>>();
  for (const block of blocks) {
    if (block.kind !== 'heading' && block.kind !== 'run-in') continue;
    const place = titles.placeOf(block);
    if (place)
      styles.set(place.level, (styles.get(place.level) ?? new Set()).add(`Heading${headingLevel(block)}`));
  }
  const single = [...styles].flatMap(([level, names]): [number, string][] => {
    const [name] = names;
    return names.size === 1 && name !== undefined ? [[level, name]] : [];
  });
  const taken = single.map(([, name]) => name);
  return new Map(single.filter(([, name]) => taken.filter((other) => other === name).length === 1));
}

/** Stamps, title and number of the document. */
function headOf(
  { title, documentNumber, stamps }: Composition,
  house: House,
  text: Text,
  places: PrintedPlaces | undefined,
): DocxPiece[] {
  return [
    ...stamps.map(
      (stamp) =>
        new Paragraph({
          style: 'Stamp',
          children: text.words(stamp, { type: { ...house.part, color: 'C00000', bold: true } }),
        }),
    ),
    new Paragraph({
      style: 'Title',
      children: text.runs(broken(title, house, places), { type: house.title }),
    }),
    ...(documentNumber === ''
      ? []
      : [
          new Paragraph({
            style: 'DocumentNumber',
            children: text.words(documentNumber, { type: house.body }),
          }),
        ]),
  ];
}

/** A title in lines; one with emphasis is broken by Word. */
function broken(
  title: readonly Inline[],
  { page, margin, title: { size }, line }: House,
  places: PrintedPlaces | undefined,
): readonly Inline[] {
  if (line === undefined) return title;
  const words = plainText(title);
  if (title.some(({ kind }) => kind !== 'text' && kind !== 'reference')) return title;
  const lines = brokenTitle(words, Math.floor((page.width - margin.left - margin.right) / (size * 10)));
  let at = 0;
  return lines.flatMap((text, index): Inline[] => {
    const made: Inline = { kind: 'text', text };
    at = Math.max(at, words.indexOf(text, at));
    places?.becomes(title, at, made);
    at += text.length;
    return [...(index > 0 ? [{ kind: 'break' as const }] : []), made];
  });
}

function footnotesOf(
  notes: readonly Note[],
  text: Text,
  printer: DocxPrinter,
): NonNullable<IPropertiesOptions['footnotes']> {
  const standing = notes.filter(({ number }) => text.notes.has(number));
  return Object.fromEntries(standing.map((note) => [String(note.number), { children: printer.note(note) }]));
}
