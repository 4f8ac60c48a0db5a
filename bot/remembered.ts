/**
 * Results kept for as long as what they were made of: blocks and documents never change, so what is made of them need
 * not be made again.
 */

/** @param make Pure. */
export function remembered<K extends object, V>(make: (key: K) => V): (key: K) => V {
  const made = new WeakMap<K, {readonly value: V}>();
  return (key) => {
    const known = made.get(key);
    if (known) return known.value;
    const value = make(key);
    made.set(key, {value});
    return value;
  };
}
