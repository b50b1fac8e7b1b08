import type { FigureId, FigureText, Words } from './figure.ts';

const words = (zh: string, en: string): Words => ({ zh, en });

const RECEIVED = words('统计期内登记的全部诉求', 'All demands registered in the period');
const UNREACHABLE = words(
  '三次回访无法联系的，不算企业已确认',
  'Unreachable in the call-backs: nobody confirmed it',
);

/** The words of every figure in both languages. */
export const FIGURE_TEXTS: { readonly [Id in FigureId]: FigureText } = {
  'visited-targets': {
    name: words('走访对象', 'Targets visited'),
    definition: words(
      '统计期内实际走访过的四上企业、专精特新和小巨人企业、科研院所，同一企业只计一次',
      'Above-scale firms of the four statistical kinds, specialised-and-innovative and little-giant firms and research institutes visited in the period; each counts once',
    ),
    numerator: words('走访过的对象数', 'Distinct targets with a visit made'),
    exclusions: [
      words('园区、项目、班组等非企业对象', 'Parks, projects and teams'),
      words('规模以下且无上述标签的企业', 'Firms without any of these tags'),
      words('计划未走访或已取消的走访', 'Visits planned or cancelled'),
    ],
  },
  'demands-collected': {
    name: words('收集诉求', 'Demands collected'),
    definition: words('统计期内登记的诉求', 'Demands registered in the period'),
    numerator: words('登记的诉求数', 'Demands registered'),
    exclusions: [],
  },
  'demands-own-remit': {
    name: words('职责范围内', 'Within own remit'),
    definition: words(
      '收集的诉求中，按当日职责认定属于本级的',
      'Of those collected, decided to be within our own remit as of the day',
    ),
    numerator: words('认定为本级职责的诉求数', 'Demands decided to be ours'),
    denominator: RECEIVED,
    exclusions: [words('职责尚未认定的', 'Remit not yet decided')],
  },
  'demands-settled': {
    name: words('结清', 'Settled'),
    definition: words(
      '职责范围内，按“已解决”或“已解释”办结，且企业在本人渠道或回访中认可的',
      'Of those within our remit, closed as solved or explained with the enterprise itself accepting it, on its own channel or in a call-back',
    ),
    numerator: words('结清的诉求数', 'Demands settled'),
    denominator: words('职责范围内的诉求', 'Demands within own remit'),
    exclusions: [
      UNREACHABLE,
      words(
        '部分解决、条件不具备的：仍有未了事项',
        'Partly solved or conditions lacking: something is still owed',
      ),
      words('终结认定、撤回、合并的', 'Final determinations, withdrawn, merged'),
    ],
  },
  'demands-outside': {
    name: words('职责范围外', 'Outside own remit'),
    definition: words(
      '收集的诉求中，认定超出本级职责、转有关单位并跟踪的',
      'Of those collected, decided to be outside our remit: referred and tracked',
    ),
    numerator: words('认定为外部职责的诉求数', 'Demands decided to be outside'),
    denominator: RECEIVED,
    exclusions: [words('职责尚未认定的', 'Remit not yet decided')],
  },
  'demands-closed': {
    name: words('办结', 'Closed'),
    definition: words('收集的诉求中已办结的，不论结果', 'Of those collected, closed with any outcome'),
    numerator: words('办结的诉求数', 'Demands closed'),
    denominator: RECEIVED,
    exclusions: [words('办结后又重新办理、当日仍在办的', 'Reopened and open on the day')],
  },
  'demands-solved': {
    name: words('解决', 'Solved'),
    definition: words('收集的诉求中以“已解决”办结的', 'Of those collected, closed as solved'),
    numerator: words('已解决的诉求数', 'Demands solved'),
    denominator: RECEIVED,
    exclusions: [words('解释、部分解决等其他结果', 'Explained, partly solved and other outcomes')],
  },
  'demands-overdue': {
    name: words('超期未办', 'Overdue'),
    definition: words(
      '当日24时仍未答复、办理期限已过且未暂停计时的',
      'Not answered by 24:00 of the day, past the due time, the clock not paused',
    ),
    numerator: words('超期的诉求数', 'Demands overdue'),
    denominator: RECEIVED,
    exclusions: [
      words('暂停计时的', 'Clock paused'),
      words('已答复、等待企业评价的', 'Answered and waiting for the verdict'),
    ],
  },
  'response-rate': {
    name: words('响应率', 'Response rate'),
    definition: words(
      '办理期限内给出首次答复（含阶段性答复）的比例',
      'Share with a first answer, interim or whole, before the promise to settle ran out',
    ),
    numerator: words('按期响应的诉求数', 'Demands answered in time'),
    denominator: RECEIVED,
    exclusions: [],
  },
  'resolution-rate': {
    name: words('解决率', 'Resolution rate'),
    definition: words('办结的诉求中“已解决”的比例', 'Share of the closed that were solved'),
    numerator: words('已解决的诉求数', 'Demands solved'),
    denominator: words('办结的诉求', 'Demands closed'),
    exclusions: [words('未办结的', 'Not closed')],
  },
  'satisfaction-rate': {
    name: words('满意率', 'Satisfaction rate'),
    definition: words(
      '有评价的办结诉求中满意的比例；终结认定计为不满意',
      'Share of the judged that were satisfied; a final determination counts as not satisfied',
    ),
    numerator: words('满意的诉求数', 'Demands satisfied'),
    denominator: words('有评价的办结诉求', 'Closed demands with a judgement'),
    exclusions: [UNREACHABLE, words('撤回、合并的', 'Withdrawn, merged')],
  },
  'policy-sessions': {
    name: words('政策宣讲', 'Policy sessions'),
    definition: words('统计期内举办的政策宣讲场次', 'Policy sessions held in the period'),
    numerator: words('场次', 'Sessions'),
    exclusions: [words('登记有误已划销的', 'Struck as recorded by mistake')],
  },
  'projects-papers-complete': {
    name: words('手续齐全加快推进的项目', 'Projects with complete formalities being sped up'),
    definition: words(
      '在库的企业投资和政府投资项目中，手续齐全、尚未试生产的',
      'Enterprise and government investment projects in the library with complete formalities, not yet in trial production',
    ),
    numerator: words('项目数', 'Projects'),
    exclusions: [words('已出库的', 'Dropped from the library')],
  },
  'projects-early-stage': {
    name: words('前期推进年内开工的项目', 'Early projects pushed to start within the year'),
    definition: words(
      '在库、未开工、手续未齐，计划当年开工的项目',
      'In the library, not started, formalities not complete, meant to start within the year',
    ),
    numerator: words('项目数', 'Projects'),
    exclusions: [words('没有当年开工目标的', 'Without a target to start within the year')],
  },
};
