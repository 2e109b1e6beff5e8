/** What `studio.tutti.browser.PageTone` exports. */
export interface ToneCore {
  curveThrough(thirds: Float64Array): Float64Array;
  referenceLevels(left: Float32Array, right: Float32Array, rate: number): Float64Array;
}
