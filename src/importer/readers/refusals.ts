import { UserError } from '../../errors.ts';

/** Larger files are refused before they are read, in bytes: a report with its pictures has some few megabytes. */
export const LARGEST_FILE = 50 * 1024 * 1024;

/** What is wrong with a file that cannot be read as a document, and what to do; the caller names the file before it. */
const refusals = {
  pdf: {
    en: 'PDF is not read; get its text with `pdftotext -layout file.pdf`, or copy it from a reader, and import the .txt',
    zh: '不能读取PDF；请用 pdftotext -layout file.pdf 取出文字，或从阅读器里复制文字存成 .txt，再导入',
  },
  oldWord: {
    en: 'this is a file of Word 97–2003 (.doc), which is not read; open it in Word or WPS, save it as .docx and import that',
    zh: '这是 Word 97—2003 格式（.doc），不能读取；请用 Word 或 WPS 打开，另存为 .docx 再导入',
  },
  wps: {
    en: 'this is a document of WPS Writer (.wps), which is not read; open it in WPS, save it as .docx and import that',
    zh: '这是WPS文字的专用格式（.wps），不能读取；请用 WPS 打开，另存为 .docx 再导入',
  },
  oldSheet: {
    en: 'this is a workbook of Excel 97–2003 (.xls), which is not read; save the sheet that is needed as .csv for a table of the draft, or paste it into a .docx',
    zh: '这是 Excel 97—2003 工作簿（.xls），不能读取；请把需要的工作表另存为 .csv 作稿子的表格，或粘贴到 .docx 再导入',
  },
  oldSlides: {
    en: 'these are slides of PowerPoint 97–2003 (.ppt), which are not read; copy their text into a .docx or .txt and import that',
    zh: '这是 PowerPoint 97—2003 演示文稿（.ppt），不能读取；请把文字复制到 .docx 或 .txt 再导入',
  },
  sheet: {
    en: 'this is a workbook (.xlsx), not a text; save the sheet that is needed as .csv for a table of the draft, or paste it into a .docx and import that',
    zh: '这是电子表格（.xlsx），不是文稿；请把需要的工作表另存为 .csv 作稿子的表格，或粘贴到 .docx 再导入',
  },
  slides: {
    en: 'these are slides (.pptx), not a text; copy their text into a .docx or .txt and import that',
    zh: '这是演示文稿（.pptx），不是文稿；请把文字复制到 .docx 或 .txt 再导入',
  },
  notText: {
    en: 'this is no OpenDocument text: the zip holds no content.xml; open it in LibreOffice or WPS, save it as .docx and import that',
    zh: '这不是 OpenDocument 文档：压缩包里没有 content.xml；请用 LibreOffice 或 WPS 打开，另存为 .docx 再导入',
  },
  notOfd: {
    en: 'this is no OFD file: its zip names no pages; open it in an OFD reader, copy its text into a .docx or .txt and import that',
    zh: '这不是OFD文件：压缩包里没有页面；请用OFD阅读器打开，把文字复制到 .docx 或 .txt 再导入',
  },
  noTextInOfd: {
    en: 'the pages of this OFD file hold no text, only pictures; have them recognised (OCR), correct the text and import the .txt',
    zh: '这个OFD文件的页面上只有图片，没有文字；请先识别出文字（OCR）并校对，存成 .txt 再导入',
  },
  encrypted: {
    en: 'this Word file is protected by a password; remove it (File, Info, Protect Document, Encrypt with Password: leave it empty), save and import again',
    zh: '这个Word文件加了打开密码；请先去掉密码（文件、信息、保护文档、用密码进行加密，清空后确定），保存后再导入',
  },
  ole: {
    en: 'this is an old Office file that is no Word document; save what is to be imported as .docx or as text in UTF-8',
    zh: '这是旧版Office文件，不是Word文档；请把要导入的内容另存为 .docx 或 UTF-8 文本',
  },
  rtf: {
    en: 'RTF is not read; open it in Word or WPS, save it as .docx and import that',
    zh: '不能读取RTF；请用 Word 或 WPS 打开，另存为 .docx 再导入',
  },
  picture: {
    en: 'this is a picture; have its text recognised (OCR), correct it and import the .txt',
    zh: '这是图片；请先识别出文字（OCR）并校对，存成 .txt 再导入',
  },
  zip: {
    en: 'this is a zip file, not a text; unpack it, or give a Word file the ending .docx, and import that',
    zh: '这是zip压缩文件，不是文本；请解压后再导入，若是Word文件请把扩展名改为 .docx',
  },
  binary: {
    en: 'this is no text: it holds bytes that no text has; save the document as .docx or as text in UTF-8',
    zh: '这不是文本：其中有文本里不会出现的字节；请把文档另存为 .docx 或 UTF-8 文本',
  },
  undecodable: {
    en: 'the text is neither UTF-8 nor GB18030 throughout, so some of its words would be lost; open it, mend what is unreadable and save it as UTF-8',
    zh: '文本既不全是 UTF-8，也不全是 GB18030，读取会丢字；请打开文件，改正乱码，另存为 UTF-8 再导入',
  },
  notWord: {
    en: 'this is no Word file: the zip holds no word/document.xml; save the document as .docx in Word or WPS and import that',
    zh: '这不是Word文件：压缩包里没有 word/document.xml；请用 Word 或 WPS 另存为 .docx 再导入',
  },
  brokenZip: {
    en: 'the Word file is damaged: its zip cannot be unpacked; get it again, or open it in Word or WPS, let it be repaired and save it as .docx',
    zh: '这个Word文件已损坏：压缩包无法解开；请重新获取文件，或用 Word、WPS 打开并修复，另存为 .docx 再导入',
  },
  brokenXml: {
    en: 'the Word file is damaged: its XML cannot be read; open it in Word or WPS, let it be repaired and save it as .docx',
    zh: '这个Word文件已损坏：其中的XML无法解析；请用 Word 或 WPS 打开并修复，另存为 .docx 再导入',
  },
  tooLong: {
    en: 'this is longer than a report: up to 1,000,000 characters, 10,000 paragraphs and rows of tables, and 100,000 cells are read; import it in pieces',
    zh: '内容超过一份报告的篇幅：最多读取100万字、1万个段落和表格行、10万个单元格；请分成几份导入',
  },
  tooManyAttributes: {
    en: 'a tag of this page has more than 2,000 attributes, and the page is not read; copy its text into a .docx or .txt and import that',
    zh: '网页里有一个标签的属性超过2000个，不予读取；请把文字复制到 .docx 或 .txt 再导入',
  },
  zipBomb: {
    en: 'the Word file unpacks to far more than a report can hold, and is not read; copy its text into a new .docx and import that',
    zh: '这个Word文件解压后远大于一份报告，不予读取；请把文字复制到新的 .docx 再导入',
  },
} as const;

/** The error that refuses a file. */
export const refusal = (kind: keyof typeof refusals): UserError => new UserError(refusals[kind]);

/** Refuses a file by its size in bytes. @throws UserError where it is over `LARGEST_FILE`. */
export function checkSize(bytes: number): void {
  if (bytes <= LARGEST_FILE) return;
  const size = Math.ceil(bytes / 1024 / 1024);
  throw new UserError({
    en: `the file has ${size} MB, and files of up to 50 MB are read; take the pictures out, or import its text alone`,
    zh: `文件有${size}MB，最多读取50MB；请删去图片，或只导入文字`,
  });
}
