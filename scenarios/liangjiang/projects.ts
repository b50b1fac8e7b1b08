import type { ProjectCommand, ProjectStage } from '@xiaoer/domain/project/project';
import { addDays, assertDate } from '@xiaoer/domain/time/local-date';
import { dateOf, type Instant } from '@xiaoer/domain/time/instant';
import type { Random } from '../random.ts';
import type { ScenarioStep } from '../scenario.ts';
import { inOfficeHours, periodWorkdays } from './moments.ts';
import { TOWN_NAMES, TOWNS, type Town } from './units.ts';
import type { Zone } from './zone.ts';

type ProjectRow = {
  readonly title: string;
  readonly investment: 'enterprise' | 'government';
  readonly stage: ProjectStage;
  /** The stage it has reached by the freeze date, when it moves on. */
  readonly reaches?: ProjectStage;
};

type Row = readonly [
  title: string,
  investment: ProjectRow['investment'],
  stage: ProjectStage,
  reaches?: ProjectStage,
];

const row = ([title, investment, stage, reaches]: Row): ProjectRow => ({
  title,
  investment,
  stage,
  ...(reaches && { reaches }),
});

/** Papers complete by the freeze date, being sped up. Names made up. */
const COMPLETE: readonly ProjectRow[] = [
  row(['智能网联汽车零部件产业园一期', 'enterprise', 'land', 'start']),
  row(['新能源汽车电驱总成项目', 'enterprise', 'start', 'toppedOut']),
  row(['轻量化底盘智能工厂', 'enterprise', 'land', 'start']),
  row(['车规级功率模块封装线', 'enterprise', 'start', 'toppedOut']),
  row(['光学膜材料基地', 'enterprise', 'toppedOut', 'worksComplete']),
  row(['生物制剂灌装中心', 'enterprise', 'land', 'start']),
  row(['体外诊断试剂产业化', 'enterprise', 'start']),
  row(['航空钛合金铸件二期', 'enterprise', 'start', 'toppedOut']),
  row(['工业机器人关节产线', 'enterprise', 'land', 'start']),
  row(['冷链物流枢纽', 'enterprise', 'start']),
  row(['智慧仓储分拨中心', 'enterprise', 'toppedOut']),
  row(['园区标准厂房三期', 'government', 'start', 'toppedOut']),
  row(['鱼复大道北段', 'government', 'start']),
  row(['水土污水处理厂扩建', 'government', 'land', 'start']),
  row(['龙兴变电站配套管廊', 'government', 'start']),
  row(['人才公寓二期', 'government', 'toppedOut', 'worksComplete']),
  row(['水土九年制学校', 'government', 'start', 'toppedOut']),
  row(['龙兴公交首末站', 'government', 'land', 'start']),
];

/** Early, and pushed to start within the year. */
const EARLY: readonly ProjectRow[] = [
  row(['氢燃料电池系统基地', 'enterprise', 'talks', 'intended']),
  row(['智能座舱研发中心', 'enterprise', 'intended', 'contract']),
  row(['精密减速器二期', 'enterprise', 'contract']),
  row(['医美器械产业化', 'enterprise', 'contract', 'projectApproval']),
  row(['高端铝板带加工', 'enterprise', 'intended']),
  row(['智能检测装备总部', 'enterprise', 'contract', 'projectApproval']),
  row(['换电重卡示范站群', 'enterprise', 'talks', 'intended']),
  row(['供应链金融数据中心', 'enterprise', 'projectApproval']),
  row(['鱼复社区医院', 'government', 'projectApproval', 'land']),
  row(['水土智慧停车场', 'government', 'projectApproval']),
  row(['龙兴南路改造', 'government', 'land']),
  row(['园区分布式光伏', 'government', 'contract', 'projectApproval']),
  row(['鱼复体育公园', 'government', 'projectApproval']),
];

type Step = (at: Instant, command: ProjectCommand) => ScenarioStep;

const registering = (
  zone: Zone,
  { row: { title, investment, stage }, town, isEarly }: { row: ProjectRow; town: Town; isEarly: boolean },
  at: Instant,
): ProjectCommand => ({
  type: 'RegisterProject',
  projectId: zone.idOf<'project'>(`project ${title}`),
  name: `${TOWN_NAMES[town].zh}·${title}`,
  investment,
  unitId: zone.unit(town),
  territoryId: zone.territory(town),
  ...(isEarly && { startTarget: assertDate('2022-12-20') }),
  stage,
  since: addDays(dateOf(at), -30),
  papersComplete: false,
});

const story = (
  zone: Zone,
  { row, index, isEarly }: { readonly row: ProjectRow; readonly index: number; readonly isEarly: boolean },
  random: Random,
): readonly ScenarioStep[] => {
  const town = TOWNS[index % TOWNS.length] ?? 'yufu';
  const days = periodWorkdays();
  const at = (day: number): Instant =>
    inOfficeHours(days[day] ?? days[0] ?? assertDate('2022-06-01'), random.next());
  const id = zone.idOf<'project'>(`project ${row.title}`);
  const by = zone.staff(index % 2 === 0 ? 'clerkOne' : 'clerkTwo');
  const step: Step = (moment, command) => ({ aggregate: 'project', id, by, at: moment, command });
  const first = at(random.between(0, 8));
  const papers = at(random.between(15, 40));
  const moved = at(random.between(45, 75));
  return [
    step(first, registering(zone, { row, town, isEarly }, first)),
    ...(isEarly ? [] : [step(papers, { type: 'JudgeProjectPapers', papersComplete: true })]),
    ...(row.reaches === undefined
      ? []
      : [step(moved, { type: 'MoveProjectToStage', stage: row.reaches, since: dateOf(moved) })]),
  ];
};

/** The projects of the period with the stages they reach. */
export const projects = (zone: Zone, random: Random): readonly ScenarioStep[] => [
  ...COMPLETE.flatMap((row, index) => story(zone, { row, index, isEarly: false }, random)),
  ...EARLY.flatMap((row, index) => story(zone, { row, index, isEarly: true }, random)),
];
