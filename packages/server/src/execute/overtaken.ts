/**
 * Another request was quicker with what this one names. It is not carried out: the same request sent twice gets the
 * answer of the first, any other is told to try again.
 */
export class Overtaken extends Error {
  override readonly name = 'Overtaken';
}
