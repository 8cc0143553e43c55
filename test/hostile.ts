/** A draft whose every text would be obeyed, or be markup, somewhere: in a log, a comment, XML, a message of SARIF, an address. */
export const hostileTexts: readonly string[] = [
  '::error file=x::y',
  '%0A::error::z',
  '##[error]w',
  '##vso[task.complete]',
  ']]></failure><x y="&amp;"/>',
  '<script>alert(1)</script>',
  '<!-- report lint -->',
  '@everyone, see #12 and GH-7 and !3 and %"a"',
  '| a | b |',
  '`code` **bold** [link](javascript:x) ![image](y) [words](0)',
  'https://evil.example www.evil.example a@b.example',
  '\u001b[31mred\u0007\u0085\u2028\u202e',
  '\ufffe\uffff odd',
  '$x$ {0} {{{1}}}',
  'C:\\folder, a: b%',
  '👩‍👩‍👧‍👦 𠮷 e\u0301',
];

/** A draft in which each of them is a key that is not known, so that a message quotes it. */
export const hostileDraft = (): string =>
  `schema: 1\ntitle: Report\norganization: Agency\nyear: 2017\nplan: { sections: [{ ${hostileTexts.map((text) => `${JSON.stringify(text)}: 1`).join(', ')} }] }\n`;

/** Names of files that an address, a command or XML has to write otherwise. */
export const hostileNames: readonly string[] = [
  '部门/2017 年.report.yaml',
  'a%20b,c:d.report.yaml',
  '<x>&"\'#?.report.yaml',
  '@team|`x`[y](z).report.yaml',
];
