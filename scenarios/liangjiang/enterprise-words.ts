import type { Industry } from '@xiaoer/domain/enterprise/industry';
import type { EnterpriseTag } from '@xiaoer/domain/enterprise/state';

export type Trade = {
  readonly word: string;
  readonly form: string;
  readonly industry: Industry;
  readonly scaleTag: EnterpriseTag;
};

type TradeRow = readonly [word: string, section: Industry['section'], code: string, scaleTag: EnterpriseTag];

const trade = ([word, section, code, scaleTag]: TradeRow): Trade => ({
  word,
  form: '有限公司',
  industry: { section, code },
  scaleTag,
});

const ROWS: readonly TradeRow[] = [
  ['汽车零部件', 'C', '3670', 'aboveScaleIndustry'],
  ['新能源电池', 'C', '3841', 'aboveScaleIndustry'],
  ['精密模具', 'C', '3525', 'aboveScaleIndustry'],
  ['智能装备', 'C', '3490', 'aboveScaleIndustry'],
  ['电子科技', 'C', '3989', 'aboveScaleIndustry'],
  ['显示材料', 'C', '3985', 'aboveScaleIndustry'],
  ['生物医药', 'C', '2761', 'aboveScaleIndustry'],
  ['医疗器械', 'C', '3581', 'aboveScaleIndustry'],
  ['新材料', 'C', '2659', 'aboveScaleIndustry'],
  ['食品', 'C', '1499', 'aboveScaleIndustry'],
  ['包装制品', 'C', '2231', 'aboveScaleIndustry'],
  ['铝合金压铸', 'C', '3392', 'aboveScaleIndustry'],
  ['建设工程', 'E', '4790', 'aboveScaleConstruction'],
  ['建筑装饰', 'E', '5010', 'aboveScaleConstruction'],
  ['供应链', 'F', '5199', 'aboveScaleTrade'],
  ['汽车贸易', 'F', '5173', 'aboveScaleTrade'],
  ['现代物流', 'G', '5920', 'aboveScaleService'],
  ['软件', 'I', '6513', 'aboveScaleService'],
  ['检验检测', 'M', '7452', 'aboveScaleService'],
];

/** Trades of the three towns, by GB/T 4754-2017. */
export const TRADES: readonly Trade[] = ROWS.map(trade);

export const INSTITUTE: Trade = {
  word: '技术',
  form: '研究院',
  industry: { section: 'M', code: '7320' },
  scaleTag: 'institute',
};

/** Two lists crossed give names that are plausible and distinct. */
export const BRAND_FIRST: readonly string[] = [...'渝嘉恒瑞盛宏鑫博联华远泰凯创朗锐'];
export const BRAND_SECOND: readonly string[] = [...'峰源驰科达腾晟诺辰铭川特航胜捷昌'];
