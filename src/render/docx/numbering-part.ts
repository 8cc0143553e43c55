import { edit, textOf, type PackageParts } from './package.ts';

/** What titles say of their lists that `docx` has no words for. */
export interface TitleLists {
  /** Of each list the levels, from 0, that count on below the next title above; the lists stand behind the bullets that `docx` always writes. */
  readonly runsOn: readonly (readonly number[])[];
  /** The styles of titles that belong to a level of the first list. */
  readonly styles: ReadonlyMap<number, string>;
}

/** Levels that run on say so, and the styles of titles name their list: a title that is typed in Word is numbered as its neighbours are. */
export function bindLists(parts: PackageParts, { runsOn, styles }: TitleLists): void {
  if (runsOn.length === 0) return;
  let index = -1;
  edit(parts, 'word/numbering.xml', (xml) =>
    xml.replace(/<w:abstractNum [^]*?<\/w:abstractNum>/g, (list) => {
      index += 1;
      return withRestarts(list, runsOn[index - 1] ?? []);
    }),
  );
  const numbering = textOf(parts, 'word/numbering.xml');
  const lists = [...numbering.matchAll(/<w:abstractNum [^>]*w:abstractNumId="(\d+)"/g)];
  const first = lists[1]?.[1];
  const [, id] =
    new RegExp(`<w:num w:numId="(\\d+)"[^>]*><w:abstractNumId w:val="${first}"`).exec(numbering) ?? [];
  if (id === undefined) return;
  edit(parts, 'word/styles.xml', (xml) =>
    xml.replace(/<w:style [^]*?<\/w:style>/g, (style) => {
      const [level] = [...styles].find(([, name]) => style.includes(` w:styleId="${name}"`)) ?? [];
      return level === undefined
        ? style
        : style.replace(
            /(?=<w:(?:spacing|ind|outlineLvl)\b|<\/w:pPr>)/,
            `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${id}"/></w:numPr>`,
          );
    }),
  );
}

/** `w:lvlRestart` stands behind the format of a level. */
const withRestarts = (list: string, runsOn: readonly number[]): string =>
  list.replace(/<w:lvl w:ilvl="(\d)"[^]*?<\/w:lvl>/g, (level, number: string) =>
    runsOn.includes(Number(number))
      ? level.replace(/<w:numFmt\b[^>]*\/>/, (format) => `${format}<w:lvlRestart w:val="0"/>`)
      : level,
  );
