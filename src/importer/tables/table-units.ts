import { isUnit } from '../../quantity/value/unit.ts';
import type { DocumentTable, Paragraph, SourceBlock } from '../block.ts';
import type { Left } from '../head/chrome.ts';
import { rowsBelow } from './table-groups.ts';
import { tableShape } from './table-shape.ts';
import { rowsAndOrigins, textAndOrigin, tracedRows, tracedText } from '../text/traced-blocks.ts';

/** A document whose tables say their units, and the lines that said them. */
export interface WithUnits {
  readonly blocks: readonly SourceBlock[];
  readonly left: readonly Left[];
}

const LONGEST = 60;
/** 单位：亿元, （金额单位：人民币万元）; in English what an accountant writes above a table. */
const chinese = /^[（(]?(?:计量|金额|货币|数量|面积|统计)?单位[：:]([^：:，,；;、/／和（）()]{1,12})[）)]?$/;
const english =
  /^[([]?\s*(?:(?:units?|all amounts|amounts|figures|dollars)(?: are)?:? ?(?:expressed |shown )?(?:in )?|in |(?=[$£€]|US\$|RMB|CNY|USD|EUR|GBP))([^:;,()[\]]{1,40}?)\s*[)\]]?$/i;
const amounts: Readonly<Record<string, string>> = {
  thousand: 'thousand',
  thousands: 'thousand',
  million: 'million',
  millions: 'million',
  billion: 'billion',
  billions: 'billion',
};
const currencies: readonly (readonly [sign: RegExp, name: string])[] = [
  [/^(?:US\$|USD|\$|(?:U\.?S\.? )?dollars?)$/i, 'dollars'],
  [/^(?:£|GBP|pounds?(?: sterling)?)$/i, 'pounds'],
  [/^(?:€|EUR|euros?)$/i, 'euros'],
  [/^(?:RMB|CNY|yuan|renminbi)$/i, 'yuan'],
];

/** The unit that a line above a table says, as a draft has it; undefined where it says none, or several. */
export function saidUnit(line: string): string | undefined {
  if (line.length > LONGEST) return undefined;
  const han = chinese.exec(line.replaceAll(/\s/g, ''))?.[1];
  if (han !== undefined) return chineseUnit(han);
  const found = english.exec(line.trim());
  return found === null ? undefined : englishUnit(found[1] ?? '', line);
}

function chineseUnit(written: string): string | undefined {
  const bare = written.replace(/^人民币(?=[万亿百千]?元$)/, '');
  return isUnit(bare) ? bare : undefined;
}

/** “thousands of U.S. dollars”, “$ millions” and “RMB million” as they stand behind a figure; what is no money is a unit by itself. */
function englishUnit(written: string, line: string): string | undefined {
  const words = written.trim().replace(/ of /, ' ').split(/\s+/);
  const amount = words.map((word) => amounts[word.toLowerCase()]).find((each) => each !== undefined);
  const rest = words.filter((word) => amounts[word.toLowerCase()] === undefined).join(' ');
  const money = rest === '' && /dollars/i.test(line) ? '$' : rest;
  const currency = currencies.find(([sign]) => sign.test(money))?.[1];
  if (currency !== undefined) return amount === undefined ? currency : `${amount} ${currency}`;
  return amount === undefined && /^[([]?\s*units?\b/i.test(line) && isUnit(rest) ? rest : undefined;
}

/** Where the unit behind the words of a caption begins: 收支（单位：万元）, 收支 单位：万元; undefined where none stands there. */
function unitStart(caption: string): number | undefined {
  const at = /(?:计量|金额)?单位[：:]/.exec(caption)?.index ?? 0;
  const before = caption[at - 1];
  if (before === '（' || before === '(') return /[）)]$/.test(caption) ? at - 1 : undefined;
  return before !== undefined && /\s/.test(before) ? at : undefined;
}

const isLine = ({ heading, number, item, apart, isNote }: Paragraph): boolean =>
  heading === undefined && number === undefined && item === undefined && apart !== true && isNote !== true;

/** What says the unit of a table: what is left out of the document, and what stands in its place. */
interface Said {
  readonly unit: string;
  readonly left: Pick<Left, 'at' | 'text'>;
  readonly table: DocumentTable;
  /** The line above the table, as it stays; none where it goes. */
  readonly above: readonly SourceBlock[];
}

/**
 * Reads the units of tables from the lines that say them: above the table, below its caption or behind it, in its first row.
 * Only tables that become tables of the draft have one; what the draft prints by itself is left out and listed.
 */
export function withTableUnits(blocks: readonly SourceBlock[]): WithUnits {
  const left: Left[] = [];
  const found: SourceBlock[] = [];
  for (const block of blocks) {
    const above = found.slice(-1);
    const said =
      block.kind === 'table' && block.unit === undefined
        ? (inFirstRow(block, above) ?? inLine(block, above[0]) ?? behindCaption(block, above[0]))
        : undefined;
    if (said === undefined || tableShape(said.table) === undefined) {
      found.push(block);
      continue;
    }
    found.splice(found.length - above.length, above.length, ...said.above, {
      ...said.table,
      unit: said.unit,
    });
    left.push({ ...said.left, why: 'table-unit' });
  }
  return { blocks: left.length === 0 ? blocks : found, left };
}

/** A first row that only says the unit. */
function inFirstRow(table: DocumentTable, above: readonly SourceBlock[]): Said | undefined {
  const [text, other] = (table.rows[0] ?? []).filter((cell) => cell.trim() !== '');
  const unit = text === undefined || other !== undefined ? undefined : saidUnit(text);
  if (text === undefined || unit === undefined) return undefined;
  const { covered, wide } = table;
  const rest: DocumentTable = {
    ...table,
    ...rowsAndOrigins(tracedRows(table).slice(1)),
    ...(covered && { covered: covered.slice(1) }),
    ...(wide && { wide: rowsBelow(wide) }),
    header: false,
  };
  return { unit, left: { at: table.at, text: text.trim() }, table: rest, above };
}

/** A line right above the table. */
function inLine(table: DocumentTable, above: SourceBlock | undefined): Said | undefined {
  const unit = above?.kind === 'paragraph' && isLine(above) ? saidUnit(above.text) : undefined;
  if (above?.kind !== 'paragraph' || unit === undefined) return undefined;
  return { unit, left: { at: above.at, text: above.text.trim() }, table, above: [] };
}

/** The caption of the table, in the line above it or its own. */
function behindCaption(table: DocumentTable, above: SourceBlock | undefined): Said | undefined {
  const line = above?.kind === 'paragraph' && isLine(above) ? above : undefined;
  const words = (table.caption ?? line?.text ?? '').trimEnd();
  const start = words.length > LONGEST ? undefined : unitStart(words);
  if (start === undefined || start === 0) return undefined;
  const text = words.slice(start);
  const unit = saidUnit(text);
  const kept = words.slice(0, start).trimEnd();
  if (unit === undefined) return undefined;
  if (table.caption !== undefined || line === undefined)
    return {
      unit,
      left: { at: table.at, text },
      table: { ...table, caption: kept },
      above: above ? [above] : [],
    };
  const caption = { ...line, ...textAndOrigin(tracedText(line).slice(0, kept.length)) };
  return { unit, left: { at: line.at, text }, table, above: [caption] };
}
