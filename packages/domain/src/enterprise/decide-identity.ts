import { accepted, refused } from '../kernel/decision.ts';
import { NAME_LENGTH, textProblem } from '../kernel/text.ts';
import type { EnterpriseCommand, EnterpriseContext, SiteFields } from './commands.ts';
import { creditCodeProblem } from './credit-code.ts';
import { isIndustry, type Industry } from './industry.ts';
import { sizeClassOf, type SizeFigures } from './size-class.ts';
import { ENTERPRISE_TAGS, type EnterpriseState, type EnterpriseTag } from './state.ts';
import { site, siteObjection } from './decide-sites.ts';

type Named<Type extends EnterpriseCommand['type']> = Extract<EnterpriseCommand, { type: Type }>;

const MOST_EMPLOYEES = 10_000_000;
/** 万元: a hundred trillion yuan. */
const MOST_MONEY = 10_000_000_000;

const nameObjection = ({ name, shortName }: { readonly name: string; readonly shortName?: string }) => {
  const text = textProblem({
    name: { value: name, limit: NAME_LENGTH },
    shortName: { value: shortName, limit: NAME_LENGTH, optional: true },
  });
  return text === undefined ? undefined : refused('enterprise.text-invalid', text);
};

const codeObjection = (creditCode: string | undefined, { creditCodeHolder }: EnterpriseContext) => {
  if (creditCode === undefined) return undefined;
  const problem = creditCodeProblem(creditCode);
  if (problem !== undefined) return refused(problem.code, problem.facts);
  return creditCodeHolder === undefined
    ? undefined
    : refused('enterprise.credit-code-taken', { field: 'creditCode', creditCode, other: creditCodeHolder });
};

/** The same form sent twice must not make two enterprises; two of one name are made when somebody says so. */
const namesakeObjection = (
  { isNamesake = false }: Named<'RegisterEnterprise' | 'RenameEnterprise'>,
  { namesake }: EnterpriseContext,
) =>
  namesake === undefined || isNamesake
    ? undefined
    : refused('enterprise.name-taken', { field: 'name', other: namesake });

const industryObjection = (industry: Industry | undefined) =>
  industry === undefined || isIndustry(industry)
    ? undefined
    : refused('enterprise.industry-unknown', { section: industry.section, code: industry.code });

/** In the order of the list, each once. */
const ordered = (tags: readonly EnterpriseTag[]): readonly EnterpriseTag[] =>
  ENTERPRISE_TAGS.filter((tag) => tags.includes(tag));

export const register = (command: Named<'RegisterEnterprise'>, context: EnterpriseContext) => {
  const { enterpriseId, name, shortName, creditCode, industry, stage } = command;
  const first: SiteFields = command.site;
  const objection =
    nameObjection(command) ??
    codeObjection(creditCode, context) ??
    namesakeObjection(command, context) ??
    industryObjection(industry) ??
    siteObjection(first, context, 'site.');
  if (objection !== undefined) return objection;
  const opening = {
    enterpriseId,
    name,
    shortName,
    creditCode,
    industry,
    stage,
    sample: command.sample ?? false,
  };
  const tags = ordered(command.tags);
  return accepted(
    { type: 'EnterpriseRegistered' as const, ...opening },
    { type: 'SiteAdded' as const, site: site(first) },
    ...(tags.length === 0 ? [] : [{ type: 'EnterpriseTagged' as const, tags }]),
  );
};

/** A name that stays was judged when it was given. */
export const rename = (
  state: EnterpriseState,
  command: Named<'RenameEnterprise'>,
  context: EnterpriseContext,
) => {
  const { name, shortName } = command;
  if (name === state.name && shortName === state.shortName) return refused('enterprise.unchanged');
  return (
    nameObjection(command) ??
    (name === state.name ? undefined : namesakeObjection(command, context)) ??
    accepted({ type: 'EnterpriseRenamed' as const, name, shortName })
  );
};

export const correctCreditCode = (
  state: EnterpriseState,
  { creditCode }: Named<'CorrectCreditCode'>,
  context: EnterpriseContext,
) => {
  if (creditCode === state.creditCode) return refused('enterprise.unchanged');
  return codeObjection(creditCode, context) ?? accepted({ type: 'CreditCodeCorrected' as const, creditCode });
};

/** A known size is judged anew by the row of the new industry. */
export const classify = (state: EnterpriseState, { industry }: Named<'ClassifyEnterprise'>) => {
  const same = industry.section === state.industry?.section && industry.code === state.industry.code;
  if (same) return refused('enterprise.unchanged');
  const sizeClass = state.size && sizeClassOf(industry, state.size.figures);
  return (
    industryObjection(industry) ?? accepted({ type: 'EnterpriseClassified' as const, industry, sizeClass })
  );
};

const figuresAreSound = (figures: SizeFigures): boolean => {
  const { employees, revenueTenThousandYuan, assetsTenThousandYuan } = figures;
  const people =
    employees === undefined || (Number.isInteger(employees) && 0 <= employees && employees <= MOST_EMPLOYEES);
  const money = [revenueTenThousandYuan, assetsTenThousandYuan].every(
    (sum) => sum === undefined || (Number.isFinite(sum) && 0 <= sum && sum <= MOST_MONEY),
  );
  return people && money && Object.values(figures).some((figure) => figure !== undefined);
};

export const recordSize = (
  state: EnterpriseState,
  { figures, asOf }: Named<'RecordEnterpriseSize'>,
  { today }: EnterpriseContext,
) => {
  if (!figuresAreSound(figures) || asOf > today) return refused('enterprise.size-figures-invalid');
  const sizeClass = state.industry === undefined ? null : sizeClassOf(state.industry, figures);
  return accepted({ type: 'EnterpriseSized' as const, figures, sizeClass, asOf });
};

export const tag = (state: EnterpriseState, command: Named<'TagEnterprise'>) => {
  const tags = ordered(command.tags);
  const same = tags.length === state.tags.length && tags.every((each) => state.tags.includes(each));
  return same ? refused('enterprise.unchanged') : accepted({ type: 'EnterpriseTagged' as const, tags });
};
