/** A face and what stands in for it where it is not installed: by its other name, or a like face that every system has. */
const faces = [
  ['方正小标宋简体', '宋体', '86'],
  ['仿宋', '仿宋_GB2312', '86'],
  ['楷体', '楷体_GB2312', '86'],
  ['黑体', 'SimHei', '86'],
  ['宋体', 'SimSun', '86'],
  ['Calibri', 'Arial', '00'],
  ['Courier New', 'Consolas', '00'],
] as const;

const font = ([name, alternative, charset]: (typeof faces)[number]): string =>
  `<w:font w:name="${name}"><w:altName w:val="${alternative}"/><w:charset w:val="${charset}"/></w:font>`;

/** The part that says which faces may stand for those of the text; none is embedded. */
export const fontTable = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${faces.map(font).join('')}</w:fonts>`;
