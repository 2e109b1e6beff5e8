/** What `studio.tutti.browser.PageAutomation` exports; an owner is a track, a send or a device, or −1 for the master. */
export interface AutomationCore {
  automationTargets(strip: number): string;
  automationPoints(owner: number, target: string): Float64Array;
  putAutomation(owner: number, target: string, tick: number, level: number, step: boolean): number;
  drawAutomation(owner: number, target: string, ticks: Float64Array, levels: Float64Array): void;
  moveAutomation(points: Int32Array, ticks: number, levels: Float64Array): void;
  curveAutomation(points: Int32Array, step: boolean): void;
  removeAutomation(points: Int32Array): void;
  clearAutomation(owner: number, target: string, from: number, to: number): void;
  dropAutomation(owner: number, target: string): void;
  muteAutomation(owner: number, target: string, off: boolean): void;
  recordedAutomation(owner: number, target: string, ticks: Float64Array, levels: Float64Array): void;
  recordAutomation(): void;
}
