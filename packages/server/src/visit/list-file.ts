import type { ListFile } from '../documents/list-file.ts';
import type { visitPage } from './queries.ts';

type Item = Awaited<ReturnType<typeof visitPage>>['items'][number];

/** Visits as a file. */
export const listFile: ListFile<Item> = {
  list: 'visits',
  title: { 'zh-CN': '走访', en: 'Visits' },
  fields: [
    {
      header: { 'zh-CN': '走访对象', en: 'Target' },
      width: 32,
      of: ({ id, targetName }, { link }) => link(targetName, `/visits/${id}`),
    },
    {
      header: { 'zh-CN': '状态', en: 'Progress' },
      width: 10,
      of: ({ progress }, { word }) => word(`visit.${progress}`),
    },
    { header: { 'zh-CN': '日期', en: 'Day' }, width: 13, kind: 'date', of: ({ on }) => on },
    {
      header: { 'zh-CN': '走访人', en: 'Visitors' },
      width: 20,
      of: ({ visitors }, { listed, person }) => listed(visitors.map(({ name }) => person(name))),
    },
    {
      header: { 'zh-CN': '对象类型', en: 'Kind of target' },
      width: 14,
      of: ({ target }, { word }) => word(`target.${target.kind}`),
    },
    {
      header: { 'zh-CN': '区域', en: 'Territory' },
      width: 16,
      of: ({ territoryId }, { territory }) => territory(territoryId),
    },
    {
      header: { 'zh-CN': '走访目的', en: 'Purposes' },
      width: 28,
      of: ({ purposes }, { listed, word }) => listed(purposes.map((purpose) => word(`purpose.${purpose}`))),
    },
    {
      header: { 'zh-CN': '发现问题', en: 'Findings' },
      width: 10,
      kind: 'number',
      of: ({ findings }) => findings,
    },
  ],
};
