import { docxOfXml, paragraph, run } from '../docx-file.ts';

/** As WPS writes it: chapters numbered natively in lists of no style, a merged table, a footnote, a tracked change, a page number field. */
const numbered = (text: string, level: number): string =>
  paragraph(run(text), `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr>`);
const plain = (text: string): string => paragraph(run(text));
const cell = (text: string, properties = ''): string =>
  `<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/>${properties}</w:tcPr>${plain(text)}</w:tc>`;
const row = (...cells: readonly string[]): string => `<w:tr>${cells.join('')}</w:tr>`;
const down = '<w:vMerge w:val="restart"/>';
const on = '<w:vMerge/>';

const table = `<w:tbl>${[
  row(
    cell('片区', down),
    cell('灌溉面积（亩）', '<w:gridSpan w:val="2"/>'),
    cell('用水量（万立方米）', down),
  ),
  row(cell('', on), cell('2024年'), cell('2025年'), cell('', on)),
  row(cell('东干渠'), cell('18,200'), cell('19,050'), cell('742')),
  row(cell('西干渠'), cell('12,600'), cell('13,100'), cell('518')),
  row(cell('合计'), cell('30,800'), cell('32,150'), cell('1,260')),
].join('')}</w:tbl>`;

const footnote = `<w:footnote w:id="1"><w:p><w:r><w:footnoteRef/></w:r>${run('含应急抢修3处。')}</w:p></w:footnote>`;

export default docxOfXml(
  [
    paragraph(run('柳湾灌区管理处2025年工作总结和2026年工作计划'), '<w:pStyle w:val="Title"/>'),
    numbered('2025年工作总结', 0),
    numbered('工程维护', 1),
    paragraph(
      `${run('清淤干支渠46.8公里，维修闸门73座')}<w:r><w:footnoteReference w:id="1"/></w:r>${run('，更换启闭机')}<w:del w:id="7" w:author="甲"><w:r><w:delText>19</w:delText></w:r></w:del><w:ins w:id="8" w:author="甲">${run('21')}</w:ins>${run('台。渠系水利用系数从0.61提高到0.64，全年完成工程投资2,385万元，其中中央资金1,500万元、地方配套885万元。')}`,
    ),
    numbered('供水服务', 1),
    plain('全年引水3,120万立方米，灌溉面积见下表。春灌、夏灌供水量分别为415万立方米、845万立方米。'),
    table,
    plain('水费收缴率96.8%，比2024年的95.1%提高1.7个百分点。受理用水户来电1,047个，回访满意率97.3%。'),
    numbered('安全与管理', 1),
    numbered('开展汛前检查9次，排除险情4处，蓄水量一度达到2.1', 2).replace(
      '</w:p>',
      `${run('×10')}${run('7', '<w:vertAlign w:val="superscript"/>')}${run('立方米。')}</w:p>`,
    ),
    numbered('2025年新聘渠长32名，培训护渠员188人次。', 2),
    numbered('存在的问题', 0),
    plain('支渠衬砌率只有54%，末级渠系老化；水价每立方米0.12元，低于运行维护成本。'),
    numbered('2026年工作计划', 0),
    numbered('工程建设', 1),
    plain('衬砌支渠25公里，维修闸门60座，4月底前完成东干渠渡槽加固，渠系水利用系数力争达到0.66。'),
    numbered('供水管理', 1),
    plain('安装量测水设备120套，水费收缴率保持在97%以上，亩均用水量控制在390立方米以内。'),
    plain('柳湾灌区管理处'),
    plain('2025年12月31日'),
  ].join(''),
  {
    lists: [
      [
        { format: 'chineseCountingThousand', text: '%1、' },
        { format: 'chineseCountingThousand', text: '（%2）' },
        { format: 'decimal', text: '%3.' },
      ],
    ],
    footnotes: footnote,
  },
);
