/** Collects the conditions of a query with their parameters; the tenant is the first of both. */
export const conditions = (tenantId: number, table: string) => {
  const values: unknown[] = [tenantId];
  const texts: string[] = [`${table}.tenant_id = $1`];
  const parameter = (value: unknown): string => `$${values.push(value)}`;
  return {
    values,
    parameter,
    /** Adds a condition when the value was asked for, written around the parameter's place. */
    when: (value: unknown, text: (place: string) => string): void => {
      if (value !== undefined) texts.push(text(parameter(value)));
    },
    /** Adds a condition without a parameter. */
    plain: (text: string): void => {
      texts.push(text);
    },
    /** Adds that rows come after a cursor's position in the order of `sort` (its SQL type in `cast`) and `id`. */
    after: (
      position: readonly [string, string] | undefined,
      { sort, id, cast, order }: { sort: string; id: string; cast: string; order: 'asc' | 'desc' },
    ): void => {
      if (position === undefined) return;
      const beyond = order === 'asc' ? '>' : '<';
      const [value, last] = position.map(parameter);
      texts.push(`(${sort}, ${id}) ${beyond} (${value}::${cast}, ${last}::uuid)`);
    },
    where: (): string => texts.join(' and '),
  };
};
export type Conditions = ReturnType<typeof conditions>;
