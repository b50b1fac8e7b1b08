import type { Holder } from '@xiaoer/domain/demand/parts';

type Happened = { readonly version: number; readonly data: unknown };
type Placed = Holder & { readonly personId: NonNullable<Holder['personId']> };

const isPlaced = (value: object): value is Placed => 'unitId' in value && 'personId' in value;

/** Every person that an event names together with a unit. */
function placedIn(value: unknown): readonly Placed[] {
  if (typeof value !== 'object' || value === null) return [];
  return [...(isPlaced(value) ? [value] : []), ...Object.values(value).flatMap(placedIn)];
}

/**
 * For which unit somebody acted, as far as the story itself says: as it was last said by then, else as it is said first
 * afterwards. Where people stand today is no matter.
 */
export function unitsOfPeople(
  story: readonly Happened[],
): (personId: string, version: number) => string | undefined {
  const said = story.flatMap(({ version, data }) => placedIn(data).map((placed) => ({ version, ...placed })));
  return (personId, version) => {
    const ofPerson = said.filter((each) => each.personId === personId);
    const before = ofPerson.filter((each) => each.version <= version).at(-1);
    return (before ?? ofPerson[0])?.unitId;
  };
}
