import type { Path } from '../src/diagnostic.ts';

/** The name that paths in a random draft begin with. */
export const DRAFT = '2017.report.yaml';

/** Random choices that a seed repeats (mulberry32). */
export class Dice {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  /** A whole number from `least` to `most`. */
  number(least: number, most: number): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return least + (((mixed ^ (mixed >>> 14)) >>> 0) % (most - least + 1));
  }

  chance(percent: number): boolean {
    return this.number(1, 100) <= percent;
  }

  pick<T>(list: readonly T[]): T {
    return list[this.number(0, list.length - 1)] as T;
  }

  times<T>(least: number, most: number, make: (index: number) => T): T[] {
    return Array.from({ length: this.number(least, most) }, (_, index) => make(index));
  }
}

/** A text as it was meant: what it says, and where each UTF-16 unit of that begins and ends in the file. */
export interface Meant {
  style: string;
  value: string;
  readonly starts: number[];
  readonly ends: number[];
  /** The scalar in the file, quotes and header included. */
  whole: readonly [start: number, end: number];
}

/** Characters that mean nothing to YAML wherever they stand. */
export const solids = [
  ...'年度教育工作完成率项目abcXYZ0189，。、；：！？“”‘’（）《》—…%.+=/()^$😀🎉𠮷é\u0301\u3000\u00a0\u2028\u0085\u200b\u{10ffff}',
  '👨‍👩‍👧',
];
/** Characters that begin something in YAML, but not inside a word of a plain text. */
const insiders = ['-', '?', '&', '*', '!', '|', '>', "'", '"', '@', '`', '\\', '~', '#', ':'];
const flowMarks = [',', '[', ']', '{', '}'];
const tameSolids = [...'年度教育工作完成率项目安全校园发展。、；“”（）《》'];
const everything = [...solids, ...solids, ...insiders, ...flowMarks, ': ', ' #', '- ', '{{', '}}', '<<'];

const escapes: readonly (readonly [written: string, value: string])[] = [
  ['\\0', '\0'],
  ['\\a', '\x07'],
  ['\\b', '\b'],
  ['\\t', '\t'],
  ['\\\t', '\t'],
  ['\\n', '\n'],
  ['\\v', '\v'],
  ['\\f', '\f'],
  ['\\r', '\r'],
  ['\\e', '\x1b'],
  ['\\ ', ' '],
  ['\\"', '"'],
  ['\\/', '/'],
  ['\\\\', '\\'],
  ['\\N', '\x85'],
  ['\\_', '\xa0'],
  ['\\L', '\u2028'],
  ['\\P', '\u2029'],
];

/** Where a text stands: lines that continue it are indented by more than `indent`. */
interface Room {
  readonly indent: number;
  readonly flow: boolean;
  /** The text that is to stand here, where it is not left to the dice. */
  readonly word?: string | undefined;
  /** Whether it is to stand in double quotes. */
  readonly double?: boolean;
}

type Node =
  | { readonly kind: 'text'; readonly under?: string; readonly word?: string }
  | { readonly kind: 'map'; readonly entries: readonly Entry[] }
  | { readonly kind: 'list'; readonly items: readonly Node[] };
type Entry = readonly [written: string, canonical: string, node: Node];

const text: Node = { kind: 'text' };
const map = (...entries: Entry[]): Node => ({ kind: 'map', entries });
const list = (items: readonly Node[]): Node => ({ kind: 'list', items });

export interface DraftOptions {
  /** Whether it is written as people write who know little of YAML: keys and flow collections in one line, no tabs, no anchors. */
  readonly tame?: boolean;
  /** What stands for the number of a section, where some are to have one. */
  readonly number?: string;
  /** Texts some of which stand in double quotes, each in place of a title or body. */
  readonly quoted?: readonly string[];
}

/** A draft in the making: its text so far and what was meant by it. */
export class Draft {
  text = '';
  readonly scalars: { readonly path: Path; readonly meant: Meant }[] = [];
  readonly keys: { readonly path: Path; readonly written: string }[] = [];
  readonly #anchors: [name: string, meant: Meant][] = [];
  readonly #dice: Dice;
  readonly #break: string;
  readonly #options: DraftOptions;
  readonly #solids: readonly string[];
  readonly #insiders: readonly string[];
  readonly #flowMarks: readonly string[];
  readonly #everything: readonly string[];
  #ids = 0;

  constructor(dice: Dice, options: DraftOptions = {}) {
    this.#dice = dice;
    this.#options = options;
    this.#solids = options.tame ? tameSolids : solids;
    this.#insiders = options.tame ? [] : insiders;
    this.#flowMarks = options.tame ? [] : flowMarks;
    this.#everything = options.tame ? tameSolids : everything;
    this.#break = dice.chance(30) ? '\r\n' : '\n';
  }

  write(): void {
    const dice = this.#dice;
    if (dice.chance(20)) this.text += '\uFEFF';
    if (!this.#options.tame && dice.chance(10)) this.text += `%YAML 1.2${this.#break}---${this.#break}`;
    this.text += `格式: 1${this.#break}`;
    this.#blockMap(this.#report(), 0, [DRAFT], false);
    // the last line break may be missing, but where it belongs to a text
    const last = this.scalars.at(-1)?.meant;
    if (dice.chance(20) && last?.style !== 'literal' && last?.style !== 'folded')
      this.text = this.text.replace(/\r?\n$/, '');
    // an anchor that no alias names is read as a slip
    this.text = this.text.replaceAll(/&(锚\d+) /g, (anchor, name: string) =>
      new RegExp(`\\*${name}(?!\\d)`).test(this.text) ? anchor : ' '.repeat(anchor.length),
    );
  }

  #report(): readonly Entry[] {
    const depth = this.#dice.number(0, 2);
    const terms = map(
      ...this.#dice.times(1, 3, (): Entry =>
        this.#dice.pick([
          this.#named({ kind: 'text', under: 'full' }),
          this.#named(map(['全称', 'full', text], ['不用', 'avoid', list([text, text])])),
        ]),
      ),
    );
    const part = map(
      ['标题', 'title', text],
      ['导语', 'intro', text],
      ['章节', 'sections', list(this.#dice.times(1, 3, () => this.#section(depth)))],
    );
    return [
      ['标题', 'title', text],
      ['编制单位', 'organization', text],
      ['术语', 'terms', terms],
      ['总结', 'summary', part],
    ];
  }

  #section(below: number): Node {
    const dice = this.#dice;
    const metric = (): Entry =>
      dice.chance(50)
        ? this.#named({ kind: 'text', under: 'value' })
        : this.#named(map(['数值', 'value', text], ['口径', 'definition', text]));
    const table = map(
      ['列', 'columns', list([text, text])],
      ['行', 'rows', map(this.#named(list([text, text])), this.#named(list([text])))],
    );
    const all: readonly Entry[] = [
      ['标题', 'title', text],
      ['正文', 'body', text],
      ...(this.#options.number === undefined
        ? []
        : [['序号', 'number', { kind: 'text', word: this.#options.number }] as const]),
      ['配合', 'support', list(dice.times(1, 3, () => text))],
      ['指标', 'metrics', map(...dice.times(1, 3, metric))],
      ['表格', 'tables', map(this.#named(table))],
      [
        '章节',
        'sections',
        list(dice.times(1, 2, () => (below > 0 ? this.#section(below - 1) : map(['正文', 'body', text])))),
      ],
    ];
    return map(
      ...all.filter(([, key]) => key === 'body' || dice.chance(key === 'sections' ? 20 * below + 20 : 30)),
    );
  }

  #named(node: Node): Entry {
    const id = `${this.#dice.pick(['指标', '投资额', '__proto__', 'a b', '2017'])}${++this.#ids}`;
    return [id, id, node];
  }

  #spaces(least: number, most: number): string {
    return ' '.repeat(this.#dice.number(least, most));
  }

  #white(most: number): string {
    return this.#dice
      .times(0, most, () => this.#dice.pick(this.#options.tame ? [' '] : [' ', ' ', '\t']))
      .join('');
  }

  /** Ends a line, perhaps with a comment after white space, perhaps with lines of comment below. */
  #endLine(indent: number): void {
    const dice = this.#dice;
    if (dice.chance(10)) this.text += `${this.#spaces(1, 3)}# 注：“x”: {[ 'y" | ${dice.pick(this.#solids)}`;
    this.text += this.#break;
    this.#between(indent);
  }

  #between(indent: number, blank = true): void {
    const dice = this.#dice;
    if (blank && dice.chance(10)) this.text += this.#break;
    if (dice.chance(10)) this.text += `${' '.repeat(indent)}# 标题: "甲${this.#break}`;
  }

  #key(written: string, path: Path): void {
    const quoted = this.#options.tame
      ? written
      : this.#dice.pick([written, written, written, `'${written}'`, `"${written}"`]);
    this.text += `${quoted}:`;
    this.keys.push({ path, written: quoted });
  }

  #blockMap(entries: readonly Entry[], column: number, path: Path, begun: boolean): void {
    entries.forEach(([written, canonical, node], index) => {
      if (index > 0 || !begun) this.text += ' '.repeat(column);
      this.#key(written, [...path, canonical]);
      this.#blockValue(node, column, [...path, canonical], this.#dice.number(0, 3));
    });
  }

  /** What stands after a key or after `- `: on the same line, or in lines indented further. */
  #blockValue(node: Node, column: number, path: Path, listIndent: number): void {
    if (node.kind === 'text') {
      const whole: Path = node.under === undefined ? path : [...path, node.under];
      const { quoted } = this.#options;
      const double = node.word === undefined && quoted !== undefined && this.#dice.chance(20);
      const word = double ? this.#dice.pick(quoted) : node.word;
      if (word !== undefined || !this.#alias(whole, column))
        this.#scalar(whole, { indent: column, flow: false, word, double });
      return;
    }
    if (this.#dice.chance(25)) {
      this.text += ' ';
      this.#flow(node, column, path);
      return this.#endLine(column);
    }
    this.#endLine(column);
    if (node.kind === 'map')
      return this.#blockMap(node.entries, column + this.#dice.number(1, 4), path, false);
    node.items.forEach((item, index) => {
      const indent = column + listIndent;
      const gap = this.#options.tame ? 1 : this.#dice.number(1, 3);
      this.text += `${' '.repeat(indent)}-`;
      if (item.kind === 'map' && this.#dice.chance(80)) {
        this.text += ' '.repeat(gap);
        this.#blockMap(item.entries, indent + 1 + gap, [...path, index], true);
      } else this.#blockValue(item, indent, [...path, index], 1 + this.#dice.number(0, 2));
    });
  }

  #alias(path: Path, column: number): boolean {
    const known =
      this.#anchors.length > 0 && !this.#options.tame && this.#dice.chance(5)
        ? this.#dice.pick(this.#anchors)
        : undefined;
    if (known === undefined) return false;
    this.text += ` *${known[0]}`;
    this.scalars.push({ path, meant: known[1] });
    this.#endLine(column);
    return true;
  }

  #flow(node: Node, column: number, path: Path): void {
    const gap = (): string =>
      !this.#options.tame && this.#dice.chance(15)
        ? this.#break + ' '.repeat(column) + this.#spaces(1, 4)
        : this.#spaces(0, 2);
    if (node.kind === 'text') {
      this.#flowScalar(node.under === undefined ? path : [...path, node.under], {
        indent: column,
        flow: true,
        word: node.word,
      });
      return;
    }
    const [open, close] = node.kind === 'map' ? '{}' : '[]';
    this.text += open + gap();
    const values =
      node.kind === 'map' ? node.entries : node.items.map((item, index) => ['', index, item] as const);
    values.forEach(([written, key, value], index) => {
      if (node.kind === 'map') this.#key(written, [...path, String(key)]);
      this.text += gap() || ' ';
      this.#flow(value, column, [...path, key]);
      this.text += (this.#dice.chance(30) ? gap() : '') + (index < values.length - 1 ? ',' : '') + gap();
    });
    this.text += close;
  }

  /** A text in block context, in any style, with the end of its line. */
  #scalar(path: Path, room: Room): void {
    const dice = this.#dice;
    const style = room.double ? 'flow' : dice.pick(['flow', 'flow', 'literal', 'folded']);
    this.text +=
      this.#options.tame || dice.chance(style === 'flow' ? 90 : 100)
        ? this.#spaces(1, 2)
        : this.#break + ' '.repeat(room.indent) + this.#spaces(1, 4);
    if (style !== 'flow') return this.#block(path, room, style);
    this.#flowScalar(path, room);
    this.#endLine(room.indent);
  }

  #meant(style: string, path: Path): Meant {
    const meant: Meant = { style, value: '', starts: [], ends: [], whole: [0, 0] };
    if (!this.#options.tame && this.#dice.chance(8)) {
      this.#anchors.push([`锚${this.#anchors.length}`, meant]);
      this.text += `&锚${this.#anchors.length - 1} `;
    }
    meant.whole = [this.text.length, 0];
    this.scalars.push({ path, meant });
    return meant;
  }

  /** Writes what stands for a value: itself, character by character, or something else for the whole of it. */
  #say(meant: Meant, value: string, written = value): void {
    for (let unit = 0; unit < value.length; unit++) {
      meant.starts.push(this.text.length + (written === value ? unit : 0));
      meant.ends.push(this.text.length + (written === value ? unit + 1 : written.length));
    }
    meant.value += value;
    this.text += written;
  }

  #flowScalar(path: Path, room: Room): void {
    const style = room.double ? 'double' : this.#dice.pick(['plain', 'single', 'double']);
    const meant = this.#meant(style, path);
    if (style === 'plain') this.#plain(meant, room);
    else {
      this.text += style === 'single' ? "'" : '"';
      this.#quoted(meant, room);
      this.text += style === 'single' ? "'" : '"';
    }
    meant.whole = [meant.whole[0], this.text.length];
  }

  /** Line breaks inside a plain or quoted text: one is a space, n + 1 are n line feeds. */
  #fold(meant: Meant, { indent }: Room): void {
    const blank = this.#dice.number(0, 2) * this.#dice.number(0, 1);
    this.text += this.#white(2);
    if (blank === 0) this.#say(meant, ' ', this.#break);
    else this.text += this.#break;
    for (let line = 0; line < blank; line++) {
      this.text += this.#dice.pick([
        '',
        ' '.repeat(this.#dice.number(0, indent + 3)),
        this.#options.tame ? '' : `${' '.repeat(indent + 1)}\t`,
      ]);
      this.#say(meant, '\n', this.#break);
    }
    this.text +=
      ' '.repeat(indent + 1) +
      this.#spaces(0, 3) +
      (!this.#options.tame && this.#dice.chance(10) ? '\t' : '');
  }

  #plain(meant: Meant, room: Room): void {
    if (room.word !== undefined) return this.#say(meant, room.word);
    const dice = this.#dice;
    const words = dice.number(1, 5);
    for (let word = 0; word < words; word++) {
      const inside = room.flow
        ? [...this.#solids, ...this.#insiders.filter((mark) => mark !== ':')]
        : [...this.#solids, ...this.#insiders, ...this.#flowMarks];
      const characters = [
        word === 0 ? dice.pick(this.#solids.filter((one) => !/[\s%]/.test(one))) : '',
        ...dice.times(word === 0 ? 0 : 1, 6, () => dice.pick(inside)),
      ];
      const written = characters.join('').replace(/^#+/, '年').replace(/:+$/, '度');
      this.#say(meant, written);
      if (word < words - 1) {
        if (!this.#options.tame && dice.chance(30)) this.#fold(meant, room);
        else this.#say(meant, dice.pick(this.#options.tame ? [' '] : [' ', ' ', '  ', ' \t ', '\t']));
      }
    }
  }

  #quoted(meant: Meant, room: Room): void {
    if (room.word !== undefined) return this.#say(meant, room.word);
    const dice = this.#dice;
    let before: 'edge' | 'solid' | 'white' | 'fold' = 'edge';
    for (let piece = dice.number(0, 20); piece > 0; piece--) {
      const kind = dice.number(1, 10);
      if (kind === 1 && !this.#options.tame && (before === 'solid' || before === 'edge')) {
        this.#fold(meant, room);
        before = 'fold';
      } else if (kind === 2 && before === 'solid') {
        this.#say(meant, dice.pick(this.#options.tame ? [' '] : [' ', '  ', '\t', ' \t']));
        before = 'white';
      } else if (
        kind === 3 &&
        !this.#options.tame &&
        meant.style === 'double' &&
        before !== 'fold' &&
        before !== 'edge'
      ) {
        this.text += `\\${this.#break}${' '.repeat(room.indent + 1)}${this.#white(3)}`;
        before = 'fold';
      } else {
        const from = this.text.length;
        if (before === 'fold' || before === 'edge') this.#say(meant, dice.pick(this.#solids));
        else if (meant.style === 'single') this.#singleSolid(meant);
        else this.#doubleSolid(meant);
        before = /[ \t]$/.test(this.text.slice(from)) ? 'white' : 'solid';
      }
    }
  }

  #singleSolid(meant: Meant): void {
    const character = this.#dice.pick(
      this.#options.tame ? this.#everything : [...this.#everything, '\\', "'", "'"],
    );
    this.#say(meant, character, character === "'" ? "''" : character);
  }

  #doubleSolid(meant: Meant): void {
    const dice = this.#dice;
    if (this.#options.tame || dice.chance(60))
      return this.#say(meant, dice.pick(this.#everything.filter((one) => one !== '"' && one !== '\\')));
    const hex = (code: number, width: number): string => code.toString(16).padStart(width, '0');
    const code = dice.number(0xa1, 0xd7ff);
    const astral = dice.number(0x10000, 0x10ffff);
    const [high, low] = [
      String.fromCodePoint(astral).charCodeAt(0),
      String.fromCodePoint(astral).charCodeAt(1),
    ];
    switch (dice.number(1, 6)) {
      case 1:
        return this.#say(meant, String.fromCharCode(code & 0xff), `\\x${hex(code & 0xff, 2)}`);
      case 2:
        return this.#say(meant, String.fromCharCode(code), `\\u${hex(code, 4)}`);
      case 3:
        return this.#say(meant, String.fromCodePoint(astral), `\\U${hex(astral, 8)}`);
      case 4:
        this.#say(meant, String.fromCharCode(high), `\\u${hex(high, 4)}`);
        return this.#say(meant, String.fromCharCode(low), `\\u${hex(low, 4).toUpperCase()}`);
      case 5:
        return this.#say(meant, String.fromCharCode(code), `\\U${hex(code, 8)}`);
      default: {
        const [written, value] = dice.pick(escapes);
        return this.#say(meant, value, written);
      }
    }
  }

  /** `|` and `>`, with or without the number of their indentation, and their line ends. */
  #block(path: Path, room: Room, style: string): void {
    const dice = this.#dice;
    const meant = this.#meant(style, path);
    const further = dice.number(1, 4);
    const indent = ' '.repeat(room.indent + further);
    const chomp = dice.pick(['', '-', '+']);
    const explicit = dice.chance(30);
    const number = explicit ? String(further) : '';
    this.text += `${style === 'literal' ? '|' : '>'}${dice.pick([number + chomp, chomp + number])}${dice.chance(10) ? ' # 正文' : ''}${this.#break}`;
    const lines = room.word === undefined ? this.#lines(explicit) : [room.word];
    lines.forEach((line, index) => {
      if (line === '') this.text += this.#spaces(0, indent.length);
      else {
        this.text += indent;
        this.#say(meant, line);
      }
      this.#say(meant, breakAfter(lines, index, style, chomp), this.#break);
    });
    meant.whole = [meant.whole[0], this.text.length];
    this.#between(room.indent, chomp !== '+');
  }

  /** Lines of a block, some of them empty, at least one not. */
  #lines(explicit: boolean): string[] {
    const dice = this.#dice;
    const content = (): string =>
      dice
        .times(0, 8, () =>
          dice.pick(this.#options.tame ? this.#everything : [...this.#everything, '"', '\\', ' ', ' ', '\t']),
        )
        .join('');
    const first =
      (explicit ? dice.pick(['', ' ', '   ', '\t']) : '') +
      dice.pick(this.#options.tame ? ['年'] : ['年', '#', '- ', '"', '　']) +
      content();
    const others = dice.times(0, 5, () =>
      dice.chance(30) ? '' : this.#options.tame ? '' : dice.pick(['', '', '', ' ', '  ', '\t']) + content(),
    );
    // the yaml package drops lines of spaces at the end of a block whose indentation is given
    if (explicit) others.push('年');
    return [...dice.times(0, 2, () => ''), first, ...others, ...dice.times(0, 2, () => '')];
  }
}

/** What the break after a line of a block says, by YAML 1.2.2 §8.1: a line feed, a space or nothing. */
function breakAfter(lines: readonly string[], index: number, style: string, chomp: string): string {
  const last = lines.findLastIndex((line) => line !== '');
  if (index >= last) return chomp === '+' || (chomp === '' && index === last) ? '\n' : '';
  const before = lines.findLastIndex((line, at) => at <= index && line !== '');
  const after = lines.findIndex((line, at) => at > index && line !== '');
  const folds =
    style === 'folded' && before !== -1 && ![before, after].some((at) => /^[ \t]/.test(lines[at] as string));
  if (!folds || index > before) return '\n';
  return after === before + 1 ? ' ' : '';
}
