import type { Handle, Person, Song } from '../../song/song';

/** How long another's edit flashes, and how long it is said whose it was, in milliseconds. */
const FLASH = 150;
const NAMED = 4000;

const still = window.matchMedia('(prefers-reduced-motion: reduce)');

/** Clips that others have just changed: each settles with a flash in the author's colour, and bears their initials for a while. */
export class Settling {
  private readonly clips = new Map<Handle, { person: Person; at: number }>();
  private timer = 0;

  constructor(private readonly song: Song, private readonly told: () => void) {}

  /** Somebody else's edit came in. */
  look(): void {
    const touched = this.song.together.touched();
    const at = performance.now();
    for (let i = 0; i < touched.length; i += 2) {
      const person = this.song.people[touched[i + 1]!];
      if (person && !person.self) {
        this.clips.set(touched[i]!, { person, at });
      }
    }
    if (touched.length > 0) {
      window.clearTimeout(this.timer);
      this.timer = window.setTimeout(this.told, NAMED + 20);
    }
  }

  close(): void {
    window.clearTimeout(this.timer);
  }

  /** Who has just changed a clip, or undefined. */
  author(clip: Handle): Person | undefined {
    const touch = this.clips.get(clip);
    if (touch && performance.now() - touch.at > NAMED) {
      this.clips.delete(clip);
      return undefined;
    }
    return touch?.person;
  }

  /** The clips named now. */
  get named(): readonly Handle[] {
    return [...this.clips.keys()].filter(clip => this.author(clip));
  }

  /** How strong a clip's flash is now, 1 to 0; with reduced motion there is none. */
  flash(clip: Handle): number {
    const touch = this.clips.get(clip);
    return touch && !still.matches ? Math.max(0, 1 - (performance.now() - touch.at) / FLASH) : 0;
  }

  /** Whether something moves. */
  get busy(): boolean {
    return [...this.clips.keys()].some(clip => this.flash(clip) > 0);
  }
}
