import { INDUSTRY_SECTIONS } from '@xiaoer/domain/enterprise/industry';
import { ENTERPRISE_REFUSALS } from '@xiaoer/domain/enterprise/refusals';
import { SIZE_CLASSES } from '@xiaoer/domain/enterprise/size-class';
import {
  CONTACT_ROLES,
  ENTERPRISE_GROWTHS,
  ENTERPRISE_STAGES,
  ENTERPRISE_TAGS,
  LEAVING_REASONS,
  SITE_TENURES,
  TEAM_ROLES,
} from '@xiaoer/domain/enterprise/state';
import { z } from 'zod';
import { commandsOf, detailOf, listOf, named, nothing, optionalText } from './command-route.ts';
import { highlight } from './highlight.ts';
import { cursorPage, idOf, instant, localDate, NAME, SENTENCE, text } from './primitives.ts';
import { route } from './route.ts';

const PATH = '/api/enterprises';
const { opening, changing } = commandsOf<'enterprise'>({ path: PATH, refusals: ENTERPRISE_REFUSALS });

const personId = idOf<'person'>();
const territoryId = idOf<'territory'>();
const siteId = idOf<'site'>();
const stage = z.enum(ENTERPRISE_STAGES);
const growth = z.enum(ENTERPRISE_GROWTHS);
const sizeClass = z.enum(SIZE_CLASSES);
const tags = z.array(z.enum(ENTERPRISE_TAGS)).max(ENTERPRISE_TAGS.length);
const span = { from: localDate, to: localDate.optional() };
const closedSpan = { from: localDate, to: localDate.nullable() };
const figure = z.number().min(0).max(1_000_000_000).optional();
const names = { name: text(NAME), shortName: optionalText(NAME) };
const industry = z.strictObject({ section: z.enum(INDUSTRY_SECTIONS), code: z.string().regex(/^\d{2,4}$/) });
const creditCode = z.string().trim().toUpperCase().min(1).max(30);
const siteFields = {
  name: text(NAME),
  territoryId,
  address: text(SENTENCE),
  tenure: z.enum(SITE_TENURES),
  powerLoadKva: z.number().min(0).max(10_000_000).optional(),
};

const enterpriseItem = {
  id: idOf<'enterprise'>(),
  version: z.number().int(),
  name: z.string(),
  shortName: z.string().nullable(),
  creditCode: z.string().nullable(),
  territoryId,
  stage,
  /** How the zone sees it going; null for the enterprise itself. */
  growth: growth.nullable(),
  sizeClass: sizeClass.nullable(),
  tags: z.array(z.enum(ENTERPRISE_TAGS)),
  /** Today's service officer. */
  officer: named<'person'>().nullable(),
  here: z.boolean(),
  openDemands: z.number().int(),
};

export const ENTERPRISE_PRESENCES = ['here', 'left', 'all'] as const;

export const ENTERPRISE_SORTS = ['name', 'growth', 'openDemands', 'stage', 'sizeClass'] as const;

export const { page: enterprises, file: enterprisesFile } = listOf(PATH, {
  summary: 'Enterprises, by pinyin.',
  rule: 'enterprise.read',
  sorts: ENTERPRISE_SORTS,
  query: {
    /** Words of the name, initials or pinyin from any syllable on, or the beginning of the credit code. */
    q: z.string().trim().max(100).optional(),
    territory: territoryId.optional(),
    /** Whom this person serves today, in whichever role of the team. */
    servedBy: personId.optional(),
    tag: z.enum(ENTERPRISE_TAGS).optional(),
    stage: stage.optional(),
    growth: growth.optional(),
    sizeClass: sizeClass.optional(),
    presence: z.enum(ENTERPRISE_PRESENCES).default('here'),
  },
  item: z.strictObject({
    ...enterpriseItem,
    /** With a search: the places of its words in the name. */
    highlights: z.array(highlight).optional(),
  }),
});

/** Phone numbers are masked (138****1234) for whoever has no need of them. */
const teamPerson = z.strictObject({ id: personId, name: z.string(), phone: z.string().nullable() });

export const enterprise = detailOf(PATH, {
  id: idOf<'enterprise'>(),
  summary: 'An enterprise with sites, contacts, service team and liaison people.',
  rule: 'enterprise.read',
  response: z.strictObject({
    ...enterpriseItem,
    industry: industry.nullable(),
    size: z
      .strictObject({
        employees: z.number().nullable(),
        revenueTenThousandYuan: z.number().nullable(),
        assetsTenThousandYuan: z.number().nullable(),
        asOf: localDate,
      })
      .nullable(),
    sites: z.array(
      z.strictObject({
        siteId,
        name: z.string(),
        territoryId,
        address: z.string(),
        tenure: z.enum(SITE_TENURES),
        powerLoadKva: z.number().nullable(),
        open: z.boolean(),
      }),
    ),
    contacts: z.array(
      z.strictObject({
        contactId: idOf<'contact'>(),
        person: teamPerson,
        role: z.enum(CONTACT_ROLES),
        ...closedSpan,
      }),
    ),
    team: z.array(
      z.strictObject({
        memberId: idOf<'teamMember'>(),
        person: teamPerson,
        role: z.enum(TEAM_ROLES),
        ...closedSpan,
      }),
    ),
    liaisons: z.array(
      z.strictObject({
        liaisonId: idOf<'liaison'>(),
        body: z.string(),
        organisationId: idOf<'organisation'>().nullable(),
        person: teamPerson,
        ...closedSpan,
      }),
    ),
    left: z.strictObject({ since: localDate, reason: z.enum(LEAVING_REASONS) }).nullable(),
    sample: z.boolean(),
  }),
});

export const TIMELINE_KINDS = ['enterprise', 'demand', 'visit', 'policySession', 'project'] as const;

export const enterpriseTimeline = route({
  method: 'GET',
  path: '/api/enterprises/{id}/timeline',
  summary: 'What happened with an enterprise, newest first. Confidential demands are not in it.',
  access: { auth: 'session', rule: 'enterprise.read, staff only' },
  params: z.strictObject({ id: idOf<'enterprise'>() }),
  query: z.strictObject(cursorPage),
  response: z.strictObject({
    items: z.array(
      z.strictObject({
        at: instant,
        kind: z.enum(TIMELINE_KINDS),
        /** The record to open. */
        id: z.uuid(),
        /** The event's type. */
        what: z.string(),
        title: z.string(),
        /** Who did it: several on a visit, nobody where the program did. */
        by: z.array(named<'person'>()),
      }),
    ),
    next: z.string().nullable(),
  }),
  problems: ['request.not-found', 'access.forbidden'],
});

/** Another one of the same name is here already, and this is not it. */
const isNamesake = z.boolean().optional();

export const registerEnterprise = opening('RegisterEnterprise', {
  summary: 'Register an enterprise with its first site.',
  body: z.strictObject({
    ...names,
    creditCode: creditCode.optional(),
    industry: industry.optional(),
    stage,
    tags: tags.default([]),
    site: z.strictObject(siteFields),
    isNamesake,
  }),
});

export const ENTERPRISE_CHANGES = {
  RenameEnterprise: changing('RenameEnterprise', {
    verb: 'rename',
    summary: 'Give an enterprise another name.',
    body: z.strictObject({ ...names, isNamesake }),
  }),
  CorrectCreditCode: changing('CorrectCreditCode', {
    verb: 'correct-credit-code',
    summary: 'Correct the unified social credit code.',
    body: z.strictObject({ creditCode }),
  }),
  ClassifyEnterprise: changing('ClassifyEnterprise', {
    verb: 'classify',
    summary: 'Say in which industry it is (GB/T 4754-2017).',
    body: z.strictObject({ industry }),
  }),
  RecordEnterpriseSize: changing('RecordEnterpriseSize', {
    verb: 'record-size',
    summary: "Record the year's figures; the size class follows from them.",
    body: z.strictObject({
      figures: z.strictObject({
        employees: figure,
        revenueTenThousandYuan: figure,
        assetsTenThousandYuan: figure,
      }),
      asOf: localDate,
    }),
  }),
  TagEnterprise: changing('TagEnterprise', {
    verb: 'tag',
    summary: 'Set its tags.',
    body: z.strictObject({ tags }),
  }),
  ChangeEnterpriseStage: changing('ChangeEnterpriseStage', {
    verb: 'change-stage',
    summary: 'Say how far it has come.',
    body: z.strictObject({ stage }),
  }),
  JudgeEnterpriseGrowth: changing('JudgeEnterpriseGrowth', {
    verb: 'judge-growth',
    summary: 'Say how it is going; the enterprise never reads this.',
    body: z.strictObject({ growth }),
  }),
  AddSite: changing('AddSite', {
    verb: 'add-site',
    summary: 'Add a site.',
    body: z.strictObject(siteFields),
  }),
  ChangeSite: changing('ChangeSite', {
    verb: 'change-site',
    summary: 'Change an open site.',
    body: z.strictObject({ siteId, ...siteFields }),
  }),
  CloseSite: changing('CloseSite', {
    verb: 'close-site',
    summary: 'Close a site that is not the last.',
    body: z.strictObject({ siteId }),
  }),
  AddContact: changing('AddContact', {
    verb: 'add-contact',
    summary: 'Name a contact of the enterprise.',
    body: z.strictObject({ personId, role: z.enum(CONTACT_ROLES), ...span }),
  }),
  EndContact: changing('EndContact', {
    verb: 'end-contact',
    summary: 'End a contact with a last day.',
    body: z.strictObject({ contactId: idOf<'contact'>(), lastDay: localDate }),
  }),
  AssignTeamMember: changing('AssignTeamMember', {
    verb: 'assign',
    summary: 'Put somebody into the service team.',
    body: z.strictObject({ personId, role: z.enum(TEAM_ROLES), ...span }),
  }),
  ReleaseTeamMember: changing('ReleaseTeamMember', {
    verb: 'release',
    summary: 'End a place in the service team with a last day.',
    body: z.strictObject({ memberId: idOf<'teamMember'>(), lastDay: localDate }),
  }),
  HandOverTeamRole: changing('HandOverTeamRole', {
    verb: 'hand-over',
    summary: 'A successor takes over a place in the team, without a day between.',
    body: z.strictObject({
      fromMemberId: idOf<'teamMember'>(),
      personId,
      from: localDate,
      note: optionalText(SENTENCE),
    }),
  }),
  AddLiaison: changing('AddLiaison', {
    verb: 'add-liaison',
    summary: "Name another body's person who looks after the enterprise.",
    body: z.strictObject({
      body: text(NAME),
      organisationId: idOf<'organisation'>().optional(),
      personId,
      ...span,
    }),
  }),
  EndLiaison: changing('EndLiaison', {
    verb: 'end-liaison',
    summary: 'End a liaison with a last day.',
    body: z.strictObject({ liaisonId: idOf<'liaison'>(), lastDay: localDate }),
  }),
  RecordEnterpriseLeft: changing('RecordEnterpriseLeft', {
    verb: 'record-left',
    summary: 'The enterprise is no longer here.',
    body: z.strictObject({ reason: z.enum(LEAVING_REASONS) }),
  }),
  RecordEnterpriseReturned: changing('RecordEnterpriseReturned', {
    verb: 'record-returned',
    summary: 'The enterprise is here again.',
    body: nothing,
  }),
};
