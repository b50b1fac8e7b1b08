/** A list of every member of a union: does not compile while one is missing. */
export const allOf =
  <Member extends string>() =>
  <const List extends readonly Member[]>(
    list: List &
      ([Exclude<Member, List[number]>] extends [never]
        ? unknown
        : { readonly missing: Exclude<Member, List[number]> }),
  ): List =>
    list;
