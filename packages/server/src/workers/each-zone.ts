/** A zone whose work fails: told, and the next zone has its turn. Thrown where nobody listens. */
export type ZoneFailure = { readonly onFailed?: ((error: unknown) => void) | undefined };

/** Works for one zone after the other; what one fails at keeps the others from nothing. */
export const eachZone = async <Zone>(
  zones: readonly Zone[],
  { onFailed }: ZoneFailure,
  work: (zone: Zone) => Promise<unknown>,
): Promise<void> => {
  for (const zone of zones)
    try {
      await work(zone);
    } catch (error) {
      if (onFailed === undefined) throw error;
      onFailed(error);
    }
};
