import { t } from '../../words/words';

/** The names of General MIDI Level 1, sixteen families of eight programs. */
export const FAMILIES: readonly { readonly name: string; readonly programs: readonly string[] }[] = [
  { name: 'Piano', programs: ['Grand piano', 'Bright piano', 'Electric grand', 'Honky-tonk piano', 'Electric piano 1', 'Electric piano 2', 'Harpsichord', 'Clavinet'] },
  { name: 'Chromatic percussion', programs: ['Celesta', 'Glockenspiel', 'Music box', 'Vibraphone', 'Marimba', 'Xylophone', 'Tubular bells', 'Dulcimer'] },
  { name: 'Organ', programs: ['Drawbar organ', 'Percussive organ', 'Rock organ', 'Church organ', 'Reed organ', 'Accordion', 'Harmonica', 'Bandoneon'] },
  { name: 'Guitar', programs: ['Nylon guitar', 'Steel guitar', 'Jazz guitar', 'Clean guitar', 'Muted guitar', 'Overdriven guitar', 'Distorted guitar', 'Guitar harmonics'] },
  { name: 'Bass', programs: ['Acoustic bass', 'Fingered bass', 'Picked bass', 'Fretless bass', 'Slap bass 1', 'Slap bass 2', 'Synth bass 1', 'Synth bass 2'] },
  { name: 'Strings', programs: ['Violin', 'Viola', 'Cello', 'Double bass', 'Tremolo strings', 'Pizzicato strings', 'Harp', 'Timpani'] },
  { name: 'Ensemble', programs: ['Strings 1', 'Strings 2', 'Synth strings 1', 'Synth strings 2', 'Choir aahs', 'Voice oohs', 'Synth voice', 'Orchestra hit'] },
  { name: 'Brass', programs: ['Trumpet', 'Trombone', 'Tuba', 'Muted trumpet', 'French horn', 'Brass section', 'Synth brass 1', 'Synth brass 2'] },
  { name: 'Reed', programs: ['Soprano sax', 'Alto sax', 'Tenor sax', 'Baritone sax', 'Oboe', 'English horn', 'Bassoon', 'Clarinet'] },
  { name: 'Pipe', programs: ['Piccolo', 'Flute', 'Recorder', 'Pan flute', 'Blown bottle', 'Shakuhachi', 'Whistle', 'Ocarina'] },
  { name: 'Synth lead', programs: ['Square lead', 'Saw lead', 'Calliope lead', 'Chiff lead', 'Charang lead', 'Voice lead', 'Fifths lead', 'Bass and lead'] },
  { name: 'Synth pad', programs: ['New age pad', 'Warm pad', 'Polysynth pad', 'Choir pad', 'Bowed pad', 'Metallic pad', 'Halo pad', 'Sweep pad'] },
  { name: 'Synth effects', programs: ['Rain', 'Soundtrack', 'Crystal', 'Atmosphere', 'Brightness', 'Goblins', 'Echoes', 'Science fiction'] },
  { name: 'World', programs: ['Sitar', 'Banjo', 'Shamisen', 'Koto', 'Kalimba', 'Bagpipe', 'Fiddle', 'Shanai'] },
  { name: 'Percussive', programs: ['Tinkle bell', 'Agogo', 'Steel drums', 'Woodblock', 'Taiko', 'Melodic tom', 'Synth drum', 'Reverse cymbal'] },
  { name: 'Sounds', programs: ['Fret noise', 'Breath noise', 'Seashore', 'Bird', 'Telephone', 'Helicopter', 'Applause', 'Gunshot'] }
];

const PER_FAMILY = 8;

export function instrumentName(program: number): string {
  const name = FAMILIES[Math.floor(program / PER_FAMILY)]?.programs[program % PER_FAMILY];
  return name ? t(name) : t('Program {0}', program + 1);
}

export function programOf(family: number, index: number): number {
  return family * PER_FAMILY + index;
}
