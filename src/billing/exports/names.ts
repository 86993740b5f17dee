/**
 * Gives each key a name of its own, made by `plain`: a second key that would have the same one gets a number.
 * The order of the keys decides, so those that came first keep theirs for ever.
 */
export function distinctNames(
  keys: Iterable<string>,
  plain: (key: string) => string,
): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  for (const key of keys) {
    if (names.has(key)) continue;
    let free = plain(key);
    for (let count = 2; taken.has(free.toLowerCase()); count += 1) free = `${plain(key)}-${count}`;
    taken.add(free.toLowerCase());
    names.set(key, free);
  }
  return names;
}
