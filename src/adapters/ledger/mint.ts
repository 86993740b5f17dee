/** Makes a fresh id of the kind asked for. */
export type Mint = <Id extends string>() => Id;

/** Ids are branded here, where they are born; everywhere else the brand is carried along. */
export function mintFrom(newId: () => string): Mint {
  return <Id extends string>() => newId() as Id;
}
