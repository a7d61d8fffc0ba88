/**
 * Gives what was made under a name before, or makes it. For sums of an evaluation that its threshold does not change:
 * whoever keeps them knows of which rows they are.
 */
export type Remember = <T>(name: string, make: () => T) => T

/** Makes everything anew. */
export const remembersNothing: Remember = (_, make) => make()
