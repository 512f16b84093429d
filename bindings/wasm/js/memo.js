/** @type {WeakMap<object, Record<string, unknown>>} */
const made = new WeakMap();

/** What `make` gives, made once for each owner: a property that is read twice is the same twice. */
export function memo(owner, name, make) {
  if (!made.has(owner)) made.set(owner, {});
  const things = made.get(owner);
  return (things[name] ??= make());
}
