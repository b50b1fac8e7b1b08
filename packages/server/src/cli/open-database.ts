import { startEmbedded, type EmbeddedOptions } from '../embedded/start-embedded.ts';
import { externalDatabase } from './external-database.ts';
import type { OpenDatabase } from './opened-database.ts';
import type { Settings } from './settings.ts';

/** The database the settings name, started if it is ours. Throws OperatorError with one line when it cannot be had. */
export function openDatabase(
  settings: Settings,
  told: Pick<EmbeddedOptions, 'log' | 'onSpawn'>,
): Promise<OpenDatabase> {
  return settings.database.kind === 'external'
    ? externalDatabase(settings.database)
    : startEmbedded({ dataDir: settings.dataDir, ...told });
}
