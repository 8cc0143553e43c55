/** One character for each of some provinces, cities or countries that are named together: 京津两市, 沪苏浙皖四地, 广佛两市, 日韩两国. */
const abbreviations =
  /^[京津沪渝冀晋蒙辽吉黑苏浙皖闽赣鲁豫鄂湘粤桂琼川蜀黔贵滇云陕秦甘陇青宁新藏港澳台成深广穗佛莞珠杭甬绍温锡常镇扬泰通厦漳泉福汉宜襄长株潭郑汴洛西咸昆榕哈大沈抚济淄烟威德法日韩俄美英中]{2,9}$/u;

/** Regions that have so many: 珠三角九市, 两岸三地, 东三省, 苏南五市, 毗邻四县. */
const region =
  /(?:^[东西南北中内外大小老新]|[东西南北中部角湾岸翼带圈群]|城市群|都市圈|经济区|流域|沿[海江边线河]|地区|片区|平原|盆地|高原|半岛|山区|库区|全[国省市县区]|毗邻|周边|相邻|结对|协作|港澳|港澳台|京津冀|成渝|长株潭)$/u;

/** Whether words directly before a numeral are what it counts or where that lies, so that no list before them is counted. */
export const isNumbered = (words: string): boolean => abbreviations.test(words) || region.test(words);

const numbered =
  /[两二三四五六七八九十]个?[省市县区州地校]{1,2}(?:[一二两三四五六七八九十][省市县区州地])?$/u;

/** Whether an item of a list is the end of another, with its own numeral: of 云贵川三省、北京、天津两市 the list of two begins behind 三省. */
export const endsList = (item: string): boolean => numbered.test(item);
