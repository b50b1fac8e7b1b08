import type { PlatformProblem } from '@xiaoer/contract/problems';
import type { ClientProblemCode } from '../../client/problem-of.ts';
import type { outsideProblems } from './demand-outside.ts';
import type { fileProblems } from './file-problems.ts';
import type { importProblems } from './import-refusals.ts';

/** They come with the pages that can meet them. */
type Later = keyof typeof fileProblems | keyof typeof importProblems | keyof typeof outsideProblems;

/** What happened and what to do, for the platform's and the browser's own problems. */
export const problems = {
  'client.offline': '连不上服务器。请检查网络后重试，已填写的内容仍在。',
  'client.timeout': '服务器响应太慢。请稍后重试，重复提交不会重复办理。',
  'client.unreadable': '收到的回复无法识别。请刷新页面后重试。',
  'client.unavailable': '系统暂时不可用。请过一会儿再试。',
  'request.invalid': '有些内容不符合要求，请按提示修改。',
  'request.not-found': '没有找到这项内容，或您没有查看权限。',
  'request.too-large': '提交的内容太大。请减少附件后重试。',
  'request.unsupported-type': '不支持这种文件。请换成图片、PDF 或 Office 文件。',
  'request.if-match-missing': '页面信息不完整。请刷新后再操作。',
  'request.stale': '刚才有人改动了这条记录。请查看最新内容后再操作。',
  'request.key-reused':
    '上一次提交其实已经成功，只是回执没有送到。请先查看已提交的内容，需要更正的在那里改。',
  'request.busy': '这条记录正在被处理。请稍等几秒再试。',
  'request.rate-limited': '操作太频繁。请稍等片刻再试。',
  'request.cross-site': '请求来自其他网站，已拦截。请从本系统页面操作。',
  'access.not-signed-in': '登录已失效。请重新登录，已填写的内容仍在。',
  'access.forbidden': '您没有这项操作的权限。如有需要请联系管理员。',
  'sign-in.wrong': '账号、密码或验证码不对。请核对后重试。',
  'sign-in.locked': '错误次数过多，已暂时锁定。请稍后再试。',
  'sign-in.too-many-codes': '获取验证码的次数过多。请过一刻钟再试。',
  'sign-in.sample-password': '本区不能使用演示密码。请联系管理员设置新密码。',
  'sign-in.account-taken': '该账号已被他人使用，请换一个。',
  'sign-in.password-wrong': '当前密码不正确。',
  'server.overloaded': '系统正忙。请稍等片刻再试。',
  'server.storage-full': '服务器磁盘已满，没有保存。请告诉管理员。',
  'server.bug': '系统出错了，不是您的问题。请把编号告诉管理员。',
} as const satisfies Record<Exclude<PlatformProblem, Later> | ClientProblemCode, string>;
