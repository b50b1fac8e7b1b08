import type { TenantId } from '@xiaoer/domain/kernel/ids';
import { localDate, type LocalDate } from '@xiaoer/domain/time/local-date';
import type { Scenario } from '../../../../scenarios/scenario.ts';
import { createPool, JOB_POOL } from '../db/connect.ts';
import { read } from '../db/transact.ts';
import { computeFigures, type ComputedFigure } from '../figures/compute-figures.ts';
import type { CommandCall } from './command-call.ts';
import { scenarioOf } from './load-scenario.ts';
import { openDatabase } from './open-database.ts';
import { OperatorError } from './operator-error.ts';
import { parseWords } from './parse-words.ts';
import { readSettings } from './settings.ts';

/** A figure with what the scenario's report says of it. */
export const reported = (figure: ComputedFigure, { expected, period, freezeDate }: Scenario) => {
  const said = expected.find((entry) => entry.figure === figure.id);
  const { id, name, definition, numerator, denominator, exclusions, asOf, counted, rows, value } = figure;
  return {
    id,
    name,
    relation: said?.relation ?? null,
    reported: said?.value ?? null,
    period,
    freezeDate,
    asOf,
    definition,
    numerator: { ...numerator, value: counted.numerator },
    denominator: denominator === undefined ? null : { ...denominator, value: counted.denominator },
    exclusions,
    rows,
    value,
  };
};

const dayAsked = (word: string | undefined, fallback: LocalDate): LocalDate => {
  if (word === undefined) return fallback;
  const day = localDate(word);
  if (day === undefined) throw new OperatorError(`${word} is not a day. Write it as YYYY-MM-DD.`);
  return day;
};

const figuresOf = async (scenario: Scenario, asOf: LocalDate, env: CommandCall['env']) => {
  const database = await openDatabase(readSettings(env), { log: (line) => console.error(line) });
  const pool = createPool(database.appConfig, JOB_POOL);
  try {
    const { rows } = await pool.query<{ tenant_id: TenantId }>(
      'select tenant_id from tenant where code = $1',
      [scenario.id],
    );
    const [tenant] = rows;
    if (tenant === undefined)
      throw new OperatorError(
        `The scenario ${scenario.id} is not loaded. xiaoer scenario load ${scenario.id} does it.`,
      );
    const computed = await read(pool, { tenantId: tenant.tenant_id }, (db) =>
      computeFigures(db, { from: scenario.period.from, asOf }),
    );
    return computed.map((figure) => reported(figure, scenario));
  } finally {
    await pool.end();
    await database.stop();
  }
};

/** `figures ID [--json] [--as-of DATE]`: computed from the records of a loaded scenario. */
export async function run({ args, env, usage }: CommandCall): Promise<number> {
  const { positionals, values } = parseWords(args, {
    usage,
    words: 1,
    options: { json: { type: 'boolean' }, 'as-of': { type: 'string' } },
  });
  const scenario = await scenarioOf(positionals[0] ?? '');
  const figures = await figuresOf(scenario, dayAsked(values['as-of'], scenario.freezeDate), env);
  if (values.json) console.log(JSON.stringify(figures, undefined, 2));
  else
    for (const { id, value, relation, reported: said } of figures)
      console.log(
        `${id.padEnd(28)}${String(value).padEnd(10)}${relation === null ? '' : `(${relation} ${said})`}`,
      );
  return 0;
}
