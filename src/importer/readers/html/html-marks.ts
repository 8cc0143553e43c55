type Attributes = ReadonlyMap<string, string>;

const blocks = new Set(
  `address article aside blockquote body br caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hr
  html legend li main menu nav noscript ol option p pre search section select summary table tbody td tfoot th thead title tr ul`.split(
    /\s+/,
  ),
);
/** Whether a paragraph ends before and after an element. */
export const isBlock = (name: string): boolean => blocks.has(name);

const empty = new Set(
  'area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr'.split(
    ' ',
  ),
);
/** Whether an element has no content and no end tag. */
export const isVoidElement = (name: string): boolean => empty.has(name);

const dropped = new Set(
  'title script style template noscript noframes noembed iframe svg object audio video canvas datalist'.split(
    ' ',
  ),
);
/** Whether the content of an element is for the browser and no text. */
export const isMachinery = (name: string): boolean => dropped.has(name);

/** Whether the content of an element is hidden from readers. */
export const isHidden = (attributes: Attributes): boolean =>
  attributes.has('hidden') ||
  /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)/i.test(
    attributes.get('style') ?? '',
  );

/** Elements that hold the page whatever they are called: themes write “has-sidebar” on them. */
const whole = new Set(['html', 'body', 'main', 'article']);
const around = new Set(['nav', 'footer', 'aside', 'button', 'select', 'textarea', 'menu']);
const words =
  /(?:^|[^a-z])(?<!(?:has|no|with|without|hide)[-_])(?:nav|navs|navbar|navigation|breadcrumbs?|crumbs?|share|shares|sharebox|footer|copyright|sidebar|menus?|menubar)(?![a-z])|bdshare/;
/** Whether what an element holds is no text of the document: by what it is, its role, its class or id. */
export function isApart(name: string, attributes: Attributes): boolean {
  if (whole.has(name)) return false;
  if (
    around.has(name) ||
    /^(?:navigation|contentinfo|complementary|search)$/.test(attributes.get('role') ?? '')
  )
    return true;
  const named = `${attributes.get('class') ?? ''} ${attributes.get('id') ?? ''}`
    .replaceAll(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase();
  return words.test(named);
}

/** Whether an element sets its text in bold: true, false, or undefined where it says nothing of it. */
export function boldOf(name: string, attributes: Attributes): boolean | undefined {
  const weight = /font-weight\s*:\s*([a-z]+|\d+)/i.exec(attributes.get('style') ?? '')?.[1]?.toLowerCase();
  if (weight !== undefined) return weight.startsWith('bold') || Number(weight) >= 600;
  return name === 'b' || name === 'strong' ? true : undefined;
}

const types: Readonly<Record<string, string>> = {
  1: 'decimal',
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
  'decimal-leading-zero': 'decimalZero',
  'lower-alpha': 'lowerLetter',
  'lower-latin': 'lowerLetter',
  'upper-alpha': 'upperLetter',
  'upper-latin': 'upperLetter',
  'lower-roman': 'lowerRoman',
  'upper-roman': 'upperRoman',
  'cjk-ideographic': 'chineseCounting',
  'simp-chinese-informal': 'chineseCounting',
  'trad-chinese-informal': 'chineseCounting',
  none: 'none',
};
/** How the items of an `<ol>` are counted, by a name that `countIn` knows. */
export function listFormat(attributes: Attributes): string {
  const style = /list-style(?:-type)?\s*:[^;]*?\b(none|[a-z]+(?:-[a-z]+)+)\b/i
    .exec(attributes.get('style') ?? '')?.[1]
    ?.toLowerCase();
  return types[style ?? ''] ?? types[attributes.get('type') ?? ''] ?? 'decimal';
}
