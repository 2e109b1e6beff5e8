/** What is heard when, as the browser tells it: a second of the context's and a millisecond of the page's. */
export interface DeviceTime {
  readonly contextTime: number;
  readonly performanceTime: number;
}

/** Seconds; what Firefox tells on Linux where it shall not tell the device's. */
const USUAL_ON_LINUX = 0.025;

/**
 * Firefox on Linux is not asked how late its device is. In 5 of 18 starts on a busy machine (Firefox 153) the page stood still for good
 * once it played: the browser's sound server waited for PulseAudio's lock, and the thread that holds it for the page's own sound. The
 * question is what takes that lock from the page while it plays.
 */
const NOT_ASKED = /\bFirefox\//.test(navigator.userAgent) && /\bLinux\b(?!.*Android)/.test(navigator.userAgent);

/** Seconds from the context to the ear. */
export function latencyOf(context: AudioContext): number {
  return NOT_ASKED ? USUAL_ON_LINUX : context.outputLatency || context.baseLatency || 0;
}

/** Which second of the context's is heard now; where the browser does not tell, reckoned from its latency. */
export function deviceTime(context: AudioContext): DeviceTime {
  const { contextTime, performanceTime } = NOT_ASKED ? {} as Partial<AudioTimestamp> : context.getOutputTimestamp?.() ?? {};
  return contextTime !== undefined && performanceTime !== undefined && contextTime > 0
    ? { contextTime, performanceTime }
    : { contextTime: context.currentTime - latencyOf(context), performanceTime: performance.now() };
}
