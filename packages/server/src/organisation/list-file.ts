import type { ListFile } from '../documents/list-file.ts';
import type { unitPage } from './queries.ts';

type Item = Awaited<ReturnType<typeof unitPage>>['items'][number];

const STEP = '\u3000';

/** Units as a file, in the order of their tree. */
export const listFile: ListFile<Item> = {
  list: 'organisations',
  title: { 'zh-CN': '组织', en: 'Units' },
  fields: [
    {
      header: { 'zh-CN': '名称', en: 'Name' },
      width: 32,
      of: ({ unit, above }, { nameOf }) => `${STEP.repeat(above.length)}${nameOf(unit)}`,
    },
    {
      header: { 'zh-CN': '上级', en: 'Above' },
      width: 32,
      of: ({ above }, { nameOf }) => above.map(nameOf).join(' / '),
    },
    {
      header: { 'zh-CN': '状态', en: 'Standing' },
      width: 18,
      of: ({ unit: { standing } }, { say }) =>
        standing.active
          ? say({ 'zh-CN': '在用', en: 'Open' })
          : say({ 'zh-CN': `${standing.closedOn} 停用`, en: `Closed on ${standing.closedOn}` }),
    },
    {
      header: { 'zh-CN': '类型', en: 'Kind' },
      width: 16,
      of: ({ unit }, { word }) => word(`unitKind.${unit.kind}`),
    },
    {
      header: { 'zh-CN': '工作时间', en: 'Hours' },
      width: 16,
      of: ({ unit }, { word }) => word(`keeps.${unit.calendar}`),
    },
  ],
};
