import { exportDemands } from '@xiaoer/contract/lists';
import type { ReactElement } from 'react';
import { demandListTexts } from '../../lib/messages/demand-list-texts.ts';
import { useTexts } from '../../lib/messages/language.tsx';
import { Menu } from '../../ui/menu.tsx';
import { useDownload } from '../use-download.ts';
import { listQuery, type ListFilters } from './list-filters.ts';

/** The demands of the list as it is filtered, as a file that says who took it and when. */
export function ExportMenu({ filters }: { readonly filters: ListFilters }): ReactElement {
  const t = useTexts(demandListTexts);
  const { take, isBusy } = useDownload();
  const takes = (format: 'xlsx' | 'csv') => (): void =>
    void take(exportDemands, { query: { ...listQuery(filters), format } });
  return (
    <Menu
      label={t('export')}
      icon="download"
      items={[
        { key: 'xlsx', label: t('exportFilteredXlsx'), onPress: takes('xlsx'), disabled: isBusy },
        { key: 'csv', label: t('exportFilteredCsv'), onPress: takes('csv'), disabled: isBusy },
      ]}
    >
      {t('export')}
    </Menu>
  );
}
