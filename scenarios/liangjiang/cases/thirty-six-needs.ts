import type { DefaultCategory } from '@xiaoer/domain/demand/categories';
import { OUTSIDE_PATHS } from '../demands/outside-paths.ts';
import { OPEN_PATHS, SETTLED_PATHS } from '../demands/own-paths.ts';
import type { Path } from '../demands/path.ts';
import { own, outside } from '../matters/matter.ts';
import type { HandWritten } from './hand-written.ts';

type Need = readonly [category: DefaultCategory, title: string, wants: string, remedy: string];

/** Within the group's remit and settled by the freeze date. */
const SETTLED: readonly Need[] = [
  ['water', '1号厂房生活给水接驳', '园区支管到1号厂房尚缺38米', '38米支管已接驳并冲洗合格'],
  ['water', '冷却循环水补水口', '熔炼车间需在东侧增设补水口', '补水口已增设，流量达到要求'],
  ['water', '消防环管压力测试', '新建消防环管需要园区配合试压', '试压合格并出具记录'],
  ['power', '10千伏电缆沟延伸', '园区电缆沟到配电房差62米', '62米电缆沟已延伸并封堵'],
  ['power', '临时用电扩容', '设备安装期间临时用电不够', '临时电源已扩容至400千伏安'],
  ['power', '配电房通道硬化', '配电房前是泥地，变压器进不来', '通道已硬化，变压器已就位'],
  ['gas', '厂内燃气管廊支架', '燃气管线穿园区绿地需做支架', '支架完成并通过验收'],
  ['gas', '调压柜基础', '调压柜基础位置与雨水管冲突', '雨水管已移位，基础已浇筑'],
  ['other', '熔炼车间屋面开孔', '真空炉排气需在屋面开孔两处', '开孔与防水已完成'],
  ['other', '设备基础加深', '等静压机基础需加深1.2米', '基础已加深并复测'],
  ['other', '二层平台拆改', '二层平台挡住行车，需拆除一跨', '已拆除并加固'],
  ['other', '行车轨道调整', '行车跨度与轨道不符，需调整', '轨道调整完成并检测'],
  ['other', '检测室隔断', '射线检测室需增设隔断和铅门', '隔断和铅门安装完成'],
  ['other', '设备大门加宽', '车间大门4米，设备宽4.6米', '大门已加宽至5米'],
  ['other', '已装设备移位', '两台抛丸机已就位但工艺要求对调', '已移位并重新找平'],
  ['other', '打磨房通风改造', '打磨房通风口与邻楼相对', '通风口已改向并加装除尘'],
  ['roads', '厂区道口放坡', '道口坡度大，平板车托底', '道口已放坡，平板车通行正常'],
  ['sewage', '雨水井抬升', '厂区标高抬升后雨水井偏低', '雨水井已抬升六座'],
  ['formalities', '改造工程备案', '厂房局部改造需办备案', '备案已办结'],
];

const OPEN: readonly Need[] = [
  ['other', '第二批设备移位', '压铸单元两台设备需移到2号厂房', '移位施工中'],
  ['other', '办公区夹层加固', '办公夹层上将放置档案柜', '加固方案审查中'],
  ['roads', '物流通道拓宽', '物流通道5米，叉车会车困难', '拓宽施工中'],
  ['sewage', '酸洗废水收集池扩建', '收集池容量不够', '扩建设计中'],
  ['power', '车间照明改造', '车间照度不足，检测看不清', '灯具已到货'],
];

const OUTSIDE_DONE: readonly (readonly [body: string, need: Need])[] = [
  ['powerCompany', ['power', '正式用电报装', '正式用电报装需4,000千伏安', '报装方案已批复，已送电']],
  ['powerCompany', ['power', '双电源申请', '真空炉不能断电，申请双电源', '第二电源已接入']],
  ['powerCompany', ['power', '计量装置安装', '高压计量装置待安装', '计量装置已安装']],
  ['waterCompany', ['water', '市政给水开口', '厂区南侧需新开市政给水口', '给水口已开通']],
  ['waterCompany', ['water', '水表扩径', '现有水表口径不够', '水表已更换']],
  ['gasCompany', ['gas', '工业用气开户', '退火炉需要工业用气', '已开户通气']],
  ['gasCompany', ['gas', '燃气管线迁改', '市政燃气管线经过设备基础', '管线已迁改']],
  ['telecom', ['telecoms', '厂区光缆接入', '新厂房无光缆', '光缆已接入']],
  ['housing', ['formalities', '消防验收', '厂房改造后需消防验收', '已通过验收']],
];

const OUTSIDE_WAITING: readonly (readonly [body: string, need: Need])[] = [
  ['environment', ['sewage', '排污许可', '酸洗工序需排污许可', '受理中']],
  ['gasCompany', ['gas', '用气增量', '二期退火炉用气增量', '核定中']],
  ['powerCompany', ['power', '峰谷电价申请', '熔炼在夜间，申请峰谷电价', '核定中']],
];

const SETTLED_WAYS = [
  SETTLED_PATHS.plain,
  SETTLED_PATHS.plainGladly,
  SETTLED_PATHS.visitedAndTold,
  SETTLED_PATHS.withCoHandler,
  SETTLED_PATHS.optionsCompared,
] as const;
const OUTSIDE_WAYS = [OUTSIDE_PATHS.plain, OUTSIDE_PATHS.byLetter, OUTSIDE_PATHS.gladly] as const;

const day = (month: number, date: number): string =>
  `2022-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;

const need = (
  [category, title, wants, remedy]: Need,
  {
    body,
    path,
    on,
    isSettled,
  }: { readonly body?: string; readonly path: Path; readonly on: string; readonly isSettled: boolean },
): HandWritten => {
  const phrases = [title, wants, '', `解决${title}`, remedy] as const;
  return {
    enterprise: 'titanium',
    channel: 'meeting',
    start: on,
    matter: body === undefined ? own(category, phrases) : outside(category, body, phrases),
    words: {
      title: `钛衡铸造：${title}`,
      text: `代建厂房已交付我司，${wants}，影响设备安装和投产，请按一揽子事项协调解决。（${title}）`,
      answer: `“${title}”：${remedy}。请贵司现场确认。`,
      outside: `函复：${remedy}。`,
    },
    path,
    isSettled,
  };
};

const minute = (index: number): string =>
  `T${index < 18 ? '09' : '10'}:${String(10 + (index % 18) * 2).padStart(2, '0')}`;

/** Case 5: thirty-six needs of one enterprise, one package; each is closed on its own. */
export const THIRTY_SIX_NEEDS: readonly HandWritten[] = [
  ...SETTLED.map((row, index) =>
    need(row, {
      path: SETTLED_WAYS[index % SETTLED_WAYS.length] ?? SETTLED_PATHS.plain,
      on: `${index < 12 ? day(6, 28) : day(7, 28)}${minute(index)}`,
      isSettled: true,
    }),
  ),
  ...OUTSIDE_DONE.map(([body, row], index) =>
    need(row, {
      body,
      path: OUTSIDE_WAYS[index % OUTSIDE_WAYS.length] ?? OUTSIDE_PATHS.plain,
      on: `${day(6, 28)}${minute(20 + index)}`,
      isSettled: false,
    }),
  ),
  // The first of the open ones is being built from the start, so that the package stays open for the later ones.
  ...OPEN.map((row, index) =>
    need(row, {
      path: index === 0 ? OPEN_PATHS.interim : OPEN_PATHS.working,
      on: `${index === 0 ? day(6, 28) : day(9, 21)}${minute(30 + index)}`,
      isSettled: false,
    }),
  ),
  ...OUTSIDE_WAITING.map(([body, row], index) =>
    need(row, {
      body,
      path: OUTSIDE_PATHS.waiting,
      on: `${day(9, 21)}${minute(10 + index)}`,
      isSettled: false,
    }),
  ),
];
