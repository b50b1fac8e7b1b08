import type { ListFile } from '../documents/list-file.ts';
import type { policySessionPage } from './queries.ts';

type Item = Awaited<ReturnType<typeof policySessionPage>>['items'][number];

/** Policy sessions as a file. */
export const listFile: ListFile<Item> = {
  list: 'policy-sessions',
  title: { 'zh-CN': '政策宣讲', en: 'Policy sessions' },
  fields: [
    {
      header: { 'zh-CN': '主题', en: 'Topic' },
      width: 36,
      of: ({ id, topic }, { link }) => link(topic, `/policy-sessions/${id}`),
    },
    {
      header: { 'zh-CN': '状态', en: 'Standing' },
      width: 10,
      of: ({ counts }, { say }) =>
        say(counts ? { 'zh-CN': '有效', en: 'Counting' } : { 'zh-CN': '已作废', en: 'Struck' }),
    },
    { header: { 'zh-CN': '日期', en: 'Day' }, width: 13, kind: 'date', of: ({ on }) => on },
    {
      header: { 'zh-CN': '主办单位', en: 'Organiser' },
      width: 22,
      of: ({ organiserUnitId }, { unit }) => unit(organiserUnitId),
    },
    { header: { 'zh-CN': '地点', en: 'Place' }, width: 20, of: ({ place }) => place ?? undefined },
    {
      header: { 'zh-CN': '参加人数', en: 'Attendees' },
      width: 11,
      kind: 'number',
      of: ({ attendees }) => attendees,
    },
    {
      header: { 'zh-CN': '参加企业', en: 'Enterprises' },
      width: 11,
      kind: 'number',
      of: ({ enterprises }) => enterprises,
    },
    {
      header: { 'zh-CN': '发放政策汇编', en: 'Handbook' },
      width: 14,
      of: ({ handbookGiven }, { say }) =>
        say(
          handbookGiven
            ? { 'zh-CN': '已发放', en: 'Handed out' }
            : { 'zh-CN': '未发放', en: 'Not handed out' },
        ),
    },
  ],
};
