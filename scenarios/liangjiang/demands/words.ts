import type { Random } from '../../random.ts';
import type { Matter } from '../matters/matter.ts';

/** Everything that is said about one demand on its way. */
export type DemandWords = {
  readonly title: string;
  readonly text: string;
  readonly summary: string;
  readonly steps: readonly [string, string];
  readonly answer: string;
  readonly partly: string;
  readonly lacking: string;
  readonly interim: string;
  readonly letter: string;
  readonly outside: string;
  readonly findings: string;
  readonly praise: string;
  readonly complaint: string;
};

const GREETINGS = ['我司反映', '现向店小二反映', '企业来电称', '走访时企业提出', '烦请协调', '近期遇到困难'];
const SINCE = ['本周以来', '上月起', '入夏以来', '扩产以后', '投产以来', '近一个月'];
const HOPES = ['希望', '恳请', '盼', '请'];
const PRAISES = ['办得快，态度好', '问题解决了，感谢', '跟进很及时', '答复清楚，谢谢店小二', '现场处理到位'];
const COMPLAINTS = [
  '现场没有变化，请再来看看',
  '只答应没有落实',
  '治标不治本，又发生了',
  '答复与实际不符',
  '时间太长，影响还在',
];
const FINDINGS = [
  '现场核实属实',
  '与企业负责人当面核对',
  '实地测量并拍照',
  '查看台账并访谈班组长',
  '与施工单位一同踏勘',
];

const GATES = ['一', '二', '三', '东', '西', '南', '北'];

/** Fills the blanks of a phrase. */
export const filled = (phrase: string, random: Random): string =>
  phrase.replaceAll(/\{([ndbg])\}/g, (_, blank: string) => {
    if (blank === 'g') return random.pick(GATES);
    if (blank === 'd') return String(random.between(3, 28));
    return String(blank === 'b' ? random.between(1, 18) : random.between(2, 39));
  });

/** The words of a demand about this matter; the enterprise's name and the blanks make each text its own. */
export const wordsOf = (
  matter: Matter,
  { shortName, reference }: { readonly shortName: string; readonly reference: string },
  random: Random,
): DemandWords => {
  const say = (phrase: string) => filled(phrase, random);
  const { title } = matter;
  const ask = say(matter.ask);
  return {
    title: `${shortName}：${title}`,
    text: `${random.pick(GREETINGS)}：${random.pick(SINCE)}，${say(matter.problem)}；${say(matter.effect)}。${random.pick(HOPES)}${ask}。（${shortName}，${reference}）`,
    summary: `针对“${title}”，先现场核实，再${ask}，完成后请企业确认。`,
    steps: [`现场核实“${title}”并确定做法`, `${ask}，完成后通知企业`],
    answer: `关于“${title}”：${say(matter.remedy)}。请贵司核实。`,
    partly: `关于“${title}”：已先行处理紧急部分，${say(matter.remedy)}；其余纳入下季度计划。`,
    lacking: `关于“${title}”：目前条件尚不具备，已列入储备，届时复核。`,
    interim: `关于“${title}”：方案已定，正在实施，完成后再作正式答复。`,
    letter: `${shortName}反映“${title}”，属贵单位职责，商请研究办理并函复。`,
    outside: `函复：${say(matter.remedy)}。`,
    findings: `${random.pick(FINDINGS)}：${say(matter.problem)}。`,
    praise: random.pick(PRAISES),
    complaint: random.pick(COMPLAINTS),
  };
};
