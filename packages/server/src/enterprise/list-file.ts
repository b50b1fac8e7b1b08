import type { ListFile } from '../documents/list-file.ts';
import type { enterprisePage } from './list-query.ts';

type Item = Awaited<ReturnType<typeof enterprisePage>>['items'][number];

/** Enterprises as a file. */
export const listFile: ListFile<Item> = {
  list: 'enterprises',
  title: { 'zh-CN': '企业', en: 'Enterprises' },
  fields: [
    {
      header: { 'zh-CN': '企业名称', en: 'Name' },
      width: 34,
      of: ({ id, name }, { link }) => link(name, `/enterprises/${id}`),
    },
    {
      header: { 'zh-CN': '统一社会信用代码', en: 'Unified social credit code' },
      width: 22,
      of: ({ creditCode }) => creditCode ?? undefined,
    },
    {
      header: { 'zh-CN': '走势', en: 'Trend' },
      width: 10,
      of: ({ growth }, { word }) => (growth === null ? undefined : word(`growth.${growth}`)),
    },
    {
      header: { 'zh-CN': '在办诉求', en: 'Open demands' },
      width: 11,
      kind: 'number',
      of: ({ openDemands }) => openDemands,
    },
    {
      header: { 'zh-CN': '服务专员', en: 'Service officer' },
      width: 14,
      of: ({ officer }, { person }) => (officer === null ? undefined : person(officer.name)),
    },
    {
      header: { 'zh-CN': '区域', en: 'Territory' },
      width: 16,
      of: ({ territoryId }, { territory }) => territory(territoryId),
    },
    {
      header: { 'zh-CN': '阶段', en: 'Stage' },
      width: 12,
      of: ({ stage }, { word }) => word(`stage.${stage}`),
    },
    {
      header: { 'zh-CN': '规模', en: 'Size' },
      width: 10,
      of: ({ sizeClass }, { word }) => (sizeClass === null ? undefined : word(`size.${sizeClass}`)),
    },
    {
      header: { 'zh-CN': '标签', en: 'Tags' },
      width: 30,
      of: ({ tags }, { listed, word }) => listed(tags.map((tag) => word(`tag.${tag}`))),
    },
    {
      header: { 'zh-CN': '在园', en: 'Here' },
      width: 10,
      of: ({ here }, { say }) =>
        say(here ? { 'zh-CN': '在园', en: 'Here' } : { 'zh-CN': '已离园', en: 'Left' }),
    },
  ],
};
