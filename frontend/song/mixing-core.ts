/** What `studio.tutti.browser.PageMixing` exports; a strip is a track, or −1 for the master. */
export interface MixingCore {
  effects(): string;
  effectParameters(effect: string): string;
  knobPlace(effect: string, parameter: number, value: number): number;
  knobValue(effect: string, parameter: number, place: number): number;
  devices(strip: number): string;
  sends(track: number): string;
  leftOut(): string[];
  masterVolume(): number;
  masterHandle(): number;
  equaliserResponse(values: Float64Array, band: number, hertz: Float64Array): Float64Array;
  addDevice(strip: number, effect: string, preset: string, before: number): number;
  removeDevices(devices: Int32Array): void;
  moveDevice(device: number, strip: number, before: number): void;
  bypassDevices(devices: Int32Array, on: boolean): void;
  setParameter(device: number, parameter: string, value: number): void;
  setParameters(device: number, values: Float64Array): void;
  loadPreset(device: number, preset: string): void;
  listen(device: number, source: number): void;
  addSend(track: number, bus: number, volume: number): number;
  setSendVolume(send: number, volume: number): void;
  sendBeforeFader(send: number, before: boolean): void;
  removeSends(sends: Int32Array): void;
  setMasterVolume(volume: number): void;
}
