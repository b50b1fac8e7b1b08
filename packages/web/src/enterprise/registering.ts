import { registerEnterprise } from '@xiaoer/contract/enterprise';
import { INDUSTRY_SECTIONS } from '@xiaoer/domain/enterprise/industry';
import { ENTERPRISE_STAGES, ENTERPRISE_TAGS, SITE_TENURES } from '@xiaoer/domain/enterprise/state';
import { useChange } from '../lib/client/use-change.ts';
import { sources } from '../lib/directory/sources.ts';
import { enterpriseTexts } from '../lib/messages/enterprise-texts.ts';
import { useTexts } from '../lib/messages/language.tsx';
import { useZoneWords } from '../lib/messages/zone-words.ts';
import { useNavigateTo } from '../ui/anchor.tsx';
import { act } from '../ui/form/act.tsx';
import type { Act } from '../ui/form/act.tsx';

/** Registering an enterprise with its first site; afterwards its page opens. */
export function useRegisterEnterprise(): Act {
  const t = useTexts(enterpriseTexts);
  const { choices } = useZoneWords();
  const change = useChange();
  const go = useNavigateTo();
  return act({
    key: 'register',
    label: t('register'),
    icon: 'plus',
    fields: [
      { kind: 'text', name: 'name', label: t('name'), required: true, longest: 200 },
      { kind: 'text', name: 'shortName', label: t('shortName'), longest: 200 },
      { kind: 'text', name: 'creditCode', label: t('creditCode'), longest: 30 },
      {
        kind: 'choice',
        name: 'stage',
        label: t('stage'),
        required: true,
        choices: choices('stage', ENTERPRISE_STAGES),
      },
      {
        kind: 'choice',
        name: 'industry.section',
        label: t('industrySection'),
        choices: choices('section', INDUSTRY_SECTIONS),
      },
      {
        kind: 'text',
        name: 'industry.code',
        label: t('industryCode'),
        hint: t('industryHint'),
        longest: 4,
        required: true,
        when: (values) => values['industry.section'] !== '',
      },
      { kind: 'ticks', name: 'tags', label: t('tags'), choices: choices('tag', ENTERPRISE_TAGS) },
      { kind: 'text', name: 'site.name', label: t('siteName'), required: true, longest: 200 },
      {
        kind: 'one',
        name: 'site.territoryId',
        label: t('territory'),
        required: true,
        source: sources.territories,
      },
      { kind: 'text', name: 'site.address', label: t('address'), required: true, longest: 500 },
      {
        kind: 'choice',
        name: 'site.tenure',
        label: t('tenure'),
        required: true,
        choices: choices('tenure', SITE_TENURES),
      },
      { kind: 'number', name: 'site.powerLoadKva', label: t('powerLoad') },
      { kind: 'yes', name: 'isNamesake', label: t('isNamesake') },
    ],
    initial: { 'site.tenure': 'unknown', stage: 'production', 'site.name': t('first') },
    send: change(registerEnterprise, { after: ({ id }) => go(`/enterprises/${id}`) }),
  });
}
