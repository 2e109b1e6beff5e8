// How bytes and numbers go into the engine and out of it: through memory that both see, 128 KiB at most at once.

/** Lays a typed array where the engine reads it; returns its length, which the engine is told. */
export function lay(build, array) {
  const { buffer, byteOffset, byteLength } = build.handOver();
  new array.constructor(buffer, byteOffset, byteLength / array.BYTES_PER_ELEMENT).set(array); // refuses what is longer than the memory
  return array.length;
}

/** A copy of the first bytes that the engine laid there. */
export function lift(build, count) {
  const { buffer, byteOffset } = build.handOver();
  return new Uint8Array(buffer, byteOffset, count).slice();
}
