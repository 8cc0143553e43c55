import type { Language } from '../../diagnostic.ts';
import type { Paper } from '../renderer.ts';

/** A typeface as it is set: for East Asian characters and for all others, in half points. */
export interface Type {
  readonly east: string;
  readonly west: string;
  readonly size: number;
  readonly bold?: boolean;
  readonly color?: string;
}

/** How a document looks; lengths are twips, twentieths of a point. */
export interface House {
  readonly page: { readonly width: number; readonly height: number };
  readonly margin: Sides;
  /** From the edge of the paper to the foot of the page number. */
  readonly footer: number;
  /** The lines of the type area; none where the text is not set on a grid. */
  readonly grid: { readonly linePitch: number } | undefined;
  /** Between characters of the text: negative sets them closer. */
  readonly tracking: number;
  readonly pageNumbers: PageNumbers;
  readonly body: Type;
  readonly title: Type;
  /** Of titles that have no number: parts and annexes. */
  readonly part: Type;
  /** Of numbered titles, by grade; the last stands for those below. */
  readonly grades: readonly Type[];
  readonly table: Type;
  readonly tableHead: Type;
  readonly note: Type;
  readonly pageNumber: Type;
  /** Of a line of text, where it is exact; else lines are as high as their letters ask. */
  readonly line: number | undefined;
  readonly titleLine: number | undefined;
  /** Of the first line of paragraphs and of titles, and how far lists stand in. */
  readonly indent: number;
  /** Below paragraphs, and above and below titles. */
  readonly gap: number;
}

export interface Sides {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/** Where page numbers stand: — 1 — outside on odd and even pages, in the middle, or nowhere. */
export type PageNumbers = 'outside' | 'center' | 'none';

/** Twips of so many millimetres. */
export const millimetres = (length: number): number => Math.round((length * 1440) / 25.4);

const song = '宋体';
const fang: Type = { east: '仿宋', west: '仿宋', size: 32 };
const hei: Type = { ...fang, east: '黑体', west: '黑体' };

/**
 * GB/T 9704-2012: A4 with 37, 26, 35 and 28 mm; 22 lines of 28 characters in 156 × 225 mm: 28.95 pt a line, and characters of 16 pt
 * set a quarter of a point closer. A grid of characters in Word (`linesAndChars` with a negative `charSpace`) says the same, but
 * LibreOffice then sets 18 characters to a line; closer characters are read alike everywhere. 2号 小标宋, 3号 仿宋, 黑体 and 楷体, page numbers in 4号 宋体, 7 mm below the type area.
 */
const official: House = {
  page: { width: 11906, height: 16838 },
  margin: {
    top: millimetres(37),
    right: millimetres(26),
    bottom: millimetres(35),
    left: millimetres(28),
  },
  footer: millimetres(24),
  grid: { linePitch: 579 },
  tracking: -5,
  pageNumbers: 'outside',
  body: fang,
  title: { east: '方正小标宋简体', west: '方正小标宋简体', size: 44 },
  part: hei,
  grades: [hei, { ...fang, east: '楷体', west: '楷体' }, fang],
  table: { ...fang, size: 24 },
  tableHead: { ...hei, size: 24 },
  note: { ...fang, size: 21 },
  pageNumber: { east: song, west: song, size: 28 },
  line: 579,
  titleLine: 700,
  // two characters as the grid sets them
  indent: 632,
  gap: 0,
};

const calibri = (size: number, more: Partial<Type> = {}): Type => ({
  east: song,
  west: 'Calibri',
  size,
  ...more,
});
const ink = '1F3864';

/** A plain business report. */
const plain: House = {
  page: { width: 11906, height: 16838 },
  margin: { top: 1440, right: 1440, bottom: 1440, left: 1440 },
  footer: 708,
  grid: undefined,
  tracking: 0,
  pageNumbers: 'center',
  body: calibri(22),
  title: calibri(48, { bold: true, color: ink }),
  part: calibri(32, { bold: true, color: ink }),
  grades: [
    calibri(32, { bold: true, color: ink }),
    calibri(26, { bold: true, color: ink }),
    calibri(22, { bold: true }),
  ],
  table: calibri(20),
  tableHead: calibri(20, { bold: true }),
  note: calibri(18),
  pageNumber: calibri(20),
  line: undefined,
  titleLine: undefined,
  indent: 0,
  gap: 120,
};

/** US Letter. */
const letter = { width: 12240, height: 15840 };

/**
 * The same on paper that is turned: its head is at the edge where pages are bound, as GB/T 9704-2012 has it on right pages; page numbers
 * stand within the margin that is below then.
 */
export function turnedHouse(house: House): House {
  const { page, margin, footer } = house;
  const { top, right, bottom, left } = margin;
  return {
    ...house,
    page: { width: page.height, height: page.width },
    margin: { top: left, right: top, bottom: right, left: bottom },
    footer: Math.min(footer, Math.max(0, right - 600)),
  };
}

/** How a report looks in Word: as the standard has it in Chinese, plain in English; the office’s own paper goes before both. */
export function houseOf(language: Language, tag: string, paper: Paper = {}): House {
  const house = language === 'zh' ? official : tag === 'en-US' ? { ...plain, page: letter } : plain;
  const { margins, pageNumbers = house.pageNumbers } = paper;
  if (margins === undefined) return { ...house, pageNumbers };
  const [top, right, bottom, left] = margins.map(millimetres) as [number, number, number, number];
  return { ...house, pageNumbers, margin: { top, right, bottom, left } };
}
