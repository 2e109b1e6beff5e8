import { FAMILIES, programOf } from '../gm/instruments';
import { KeptNames } from '../library/kept-names';
import type { OwnFile } from '../library/own-instruments';
import { t } from '../../words/words';

/** A preset that a track can play. */
export interface Choice {
  /** By which this browser keeps it. */
  readonly id: string;
  readonly family: string;
  readonly name: string;
  readonly bank: number;
  readonly program: number;
  /** The hash of one's own file that it is of; '' for the built-in bank. */
  readonly font: string;
  /** Where its sound is fetched from. */
  readonly address: string;
  /** The pitch that lets it be known. */
  readonly pitch: number;
}

/** What is shown: all, those marked, those used last, or a family by its name. */
export type Shelf = 'all' | 'favourites' | 'recent' | `family ${string}`;

const LOW = ['Bass'];
const BUILT_IN: readonly Choice[] = FAMILIES.flatMap(({ name: family, programs }, at) => programs.map((name, index) => {
  const program = programOf(at, index);
  return { id: `0/${program}`, family, name, bank: 0, program, font: '', address: `api/presets/0/${program}`, pitch: LOW.includes(family) ? 40 : 60 };
}));

/** The presets that there are, and which of them somebody likes or used last in this browser. */
export class InstrumentChoices {
  readonly favourites = new KeptNames('tutti-favourite-instruments');
  readonly recent = new KeptNames('tutti-recent-instruments', 12);

  constructor(private readonly own: () => readonly OwnFile[]) {}

  get all(): readonly Choice[] { return [...this.ownChoices(), ...BUILT_IN]; }

  private ownChoices(): Choice[] {
    return this.own().flatMap(file => (file.presets ?? []).map(({ bank, program, name }) => ({
      id: `${file.hash}/${bank}/${program}`, family: file.name, name, bank, program, font: file.hash,
      address: `api/presets/${file.hash}/${bank}/${program}`, pitch: 60
    })));
  }

  get families(): readonly string[] { return [...new Set(BUILT_IN.map(choice => choice.family))]; }

  /** What is on a shelf and has all words that are sought, in the language of the page or in English. */
  on(shelf: Shelf, sought: string): readonly Choice[] {
    const words = sought.toLowerCase().split(/\s+/).filter(word => word !== '');
    const there = words.length > 0 && shelf !== 'favourites' && shelf !== 'recent' ? this.all : this.shelved(shelf);
    return there.filter(({ family, name }) => {
      const text = `${family} ${name} ${t(family)} ${t(name)}`.toLowerCase();
      return words.every(word => text.includes(word));
    });
  }

  private shelved(shelf: Shelf): readonly Choice[] {
    switch (shelf) {
      case 'all': return this.all;
      case 'favourites': return this.all.filter(choice => this.favourites.has(choice.id));
      case 'recent': return this.recent.all.map(id => this.all.find(choice => choice.id === id)).filter(choice => choice !== undefined);
      default: return this.all.filter(choice => shelf === `family ${choice.family}`);
    }
  }
}
