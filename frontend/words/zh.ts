import arranging from './zh/arranging.json';
import automation from './zh/automation.json';
import core from './zh/core.json';
import instruments from './zh/instruments.json';
import library from './zh/library.json';
import mixer from './zh/mixer.json';
import palettes from './zh/palettes.json';
import patterns from './zh/patterns.json';
import playing from './zh/playing.json';
import recorded from './zh/recorded.json';
import roll from './zh/roll.json';
import sounds from './zh/sounds.json';
import studio from './zh/studio.json';
import together from './zh/together.json';
import tone from './zh/tone.json';
import tray from './zh/tray.json';

/**
 * Simplified Chinese, by English sentence: `studio.json` is the page, `sounds.json` instruments and drums, `core.json` what
 * the core says (the server reads it too). A clip is 片段, a lane 轨道条, a section 段落, a take of the tray 候选, a recorded take 录音条, the caret 光标.
 */
export const ZH_CORE: ReadonlyMap<string, string> = new Map(Object.entries(core));
export const ZH: ReadonlyMap<string, string> = new Map(
  [sounds, core, together, studio, roll, arranging, patterns, playing, mixer, library, automation, recorded, instruments, palettes, tone, tray].flatMap(words => Object.entries(words)));
