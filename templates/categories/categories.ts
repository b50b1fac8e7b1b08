import type { DefaultCategory } from '@xiaoer/domain/demand/categories';

/** The tree of categories a new zone starts with (product section 3), by key; every one is the zone's to rename. */
export const CATEGORY_NAMES: Readonly<Record<DefaultCategory, { readonly zh: string; readonly en: string }>> =
  {
    water: { zh: '供水', en: 'Water' },
    power: { zh: '供电', en: 'Power' },
    gas: { zh: '供气', en: 'Gas' },
    roads: { zh: '道路', en: 'Roads' },
    telecoms: { zh: '通信', en: 'Telecoms' },
    meals: { zh: '就餐', en: 'Meals' },
    shopping: { zh: '购物', en: 'Shopping' },
    greenery: { zh: '绿化', en: 'Greenery' },
    sewage: { zh: '排水排污', en: 'Sewage' },
    buses: { zh: '公交通勤', en: 'Buses' },
    parking: { zh: '停车', en: 'Parking' },
    recruitment: { zh: '用工招聘', en: 'Recruitment' },
    housing: { zh: '住房', en: 'Housing' },
    schooling: { zh: '子女入学', en: 'Schooling' },
    lifeServices: { zh: '生活服务', en: 'Life services' },
    finance: { zh: '融资', en: 'Finance' },
    formalities: { zh: '手续办理', en: 'Formalities' },
    policy: { zh: '政策', en: 'Policy' },
    market: { zh: '市场', en: 'Market' },
    safety: { zh: '安全', en: 'Safety' },
    other: { zh: '其他', en: 'Other' },
  };
