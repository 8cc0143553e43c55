/** Signs one after another from a code on. */
function counted(first: number, all: string): Record<number, string> {
  return Object.fromEntries([...all].map((sign, index) => [first + index, sign]));
}

/** Signs of the fonts Wingdings, Wingdings 2 and Symbol that documents use, by their code there. */
const signs: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  wingdings: {
    ...counted(0x81, '①②③④⑤⑥⑦⑧⑨⑩'),
    ...counted(0x8c, '❶❷❸❹❺❻❼❽❾❿'),
    0x6c: '●',
    0x6e: '■',
    0x6f: '□',
    0x71: '❑',
    0x75: '◆',
    0x76: '❖',
    0x77: '◆',
    0x9f: '•',
    0xa7: '▪',
    0xa8: '□',
    0xd8: '➢',
    0xe0: '→',
    0xfb: '✗',
    0xfc: '✓',
    0xfd: '☒',
    0xfe: '☑',
  },
  'wingdings 2': { 0x4f: '✗', 0x50: '✓', 0x51: '☒', 0x52: '☑', 0xa3: '□', 0x2a: '□' },
  symbol: {
    ...counted(0x41, 'ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ'),
    ...counted(0x61, 'αβχδεφγηιϕκλμνοπθρστυϖωξψζ'),
    0xa3: '≤',
    0xb0: '°',
    0xb1: '±',
    0xb3: '≥',
    0xb4: '×',
    0xb7: '•',
    0xb8: '÷',
    0xb9: '≠',
    0xbb: '≈',
  },
};

/** The sign of a `w:sym`: its font and its code in hexadecimal digits. A sign that is not known here comes as its code, so that it can be seen. */
export function symbolOf(font: string, code: string): string {
  const value = Number.parseInt(code, 16);
  if (!(value > 0 && value <= 0x10ffff)) return '';
  return (
    signs[font.toLowerCase()]?.[value >= 0xf000 && value <= 0xf0ff ? value - 0xf000 : value] ??
    String.fromCodePoint(value)
  );
}

/** Text set in a font: where its letters are signs, those; a letter that is not known there stays as it is. */
export function inFont(font: string, text: string): string {
  const own = signs[font.toLowerCase()];
  if (own === undefined) return text;
  return text.replaceAll(/[\x21-\xff\uf021-\uf0ff]/g, (sign) => own[sign.charCodeAt(0) & 0xff] ?? sign);
}
