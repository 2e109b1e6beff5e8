// How bytes and numbers go into the engine and out of it: through memory that both see, 128 KiB at most at once.

/** Lays a typed array where the engine reads it; returns its length, which the engine is told. */
export function lay(build, array) {
  const { buffer, byteOffset } = build.handOver();
  new array.constructor(buffer, byteOffset, array.length).set(array);
  return array.length;
}

/** A copy of the first bytes that the engine laid there. */
export function lift(build, count) {
  const { buffer, byteOffset } = build.handOver();
  return new Uint8Array(buffer, byteOffset, count).slice();
}
