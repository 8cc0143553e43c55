import type { Language } from '../diagnostic.ts';
import { limits } from '../source/limits.ts';

/** The section of the reference page on how large a draft may be. */
export function limitsSection(language: Language): string {
  const { characters, nodes, names, marks, markColumn, csvCharacters, csvRows, csvColumns } = limits;
  const n = (count: number): string => (language === 'zh' ? String(count) : count.toLocaleString('en'));
  return {
    en: `## Limits\n\nLarger files are refused with exit code 2: a draft or section file of more than ${n(characters)} characters or ${n(nodes)} keys and values; a draft with its section files of more than ${n(names)} metrics, targets and results; a line of a text that begins with more than ${marks} list marks or stands more than ${markColumn} columns in; a CSV file of more than ${n(csvCharacters)} characters, ${n(csvRows)} rows or ${n(csvColumns)} columns. Of very many unknown names in one draft only the first get a suggestion.`,
    zh: `## 限度\n\n超过下列限度的文件不读取，退出码2：稿子或章节文件超过${n(characters)}个字符、${n(nodes)}个键和值；全稿（含章节文件）的指标、目标、完成情况合计超过${n(names)}个；正文一行开头超过${marks}个列表符号，或列表缩进超过${markColumn}列；CSV 表格超过${n(csvCharacters)}个字符、${n(csvRows)}行或${n(csvColumns)}列。一份稿子里不认识的名称极多时，只有前面的给出建议。`,
  }[language];
}
