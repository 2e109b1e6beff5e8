import { NOTE_STRIDE, Note, type Handle, type Song } from '../../song/song';
import type { Proposal, TakeChord } from '../../song/tray';

/** A take as it is drawn over the song: packed notes as the song's own have them, in ticks of the song. */
export interface GhostTake {
  readonly proposal: string;
  readonly number: number;
  readonly colour: number;
  readonly from: number;
  readonly to: number;
  /** Whether it comes beside what is there. */
  readonly over: boolean;
  /** What it writes on tracks that are there. */
  readonly rows: ReadonlyMap<Handle, Int32Array>;
  /** The tracks that it would make. */
  readonly fresh: readonly { readonly name: string; readonly drums: boolean; readonly notes: Int32Array }[];
  readonly chords: readonly TakeChord[];
  /** Notes that would go. */
  readonly replaced: ReadonlySet<Handle>;
}

const NONE: ReadonlySet<Handle> = new Set();

/** Takes unpacked for drawing, until something changes. */
export class TakeGhosts {
  private known: { readonly key: string; readonly ghost: GhostTake } | null = null;

  constructor(private readonly song: Song) {}

  private gone: { readonly clip: Handle; readonly ghost: GhostTake; readonly notes: ReadonlySet<Handle> } | null = null;

  forget(): void {
    this.known = null;
    this.gone = null;
  }

  /** The notes that a clip would let sound no more, those that are heard elsewhere from the same content among them. */
  goneIn(ghost: GhostTake, clip: Handle): ReadonlySet<Handle> {
    if (this.gone?.ghost !== ghost || this.gone.clip !== clip) {
      this.gone = { clip, ghost, notes: new Set([...ghost.replaced, ...this.song.tray.replacedIn(ghost.proposal, ghost.number, clip)]) };
    }
    return this.gone.notes;
  }

  of(proposal: Proposal, take: number, over: boolean): GhostTake {
    const key = `${proposal.id} ${take} ${over}`;
    if (this.known?.key !== key) {
      this.known = { key, ghost: this.read(proposal, take, over) };
    }
    return this.known.ghost;
  }

  private read(proposal: Proposal, number: number, over: boolean): GhostTake {
    const { tray } = this.song;
    const parts = cut(tray.notes(proposal.id, number));
    const rows = new Map<Handle, Int32Array>();
    const fresh: { name: string; drums: boolean; notes: Int32Array }[] = [];
    for (const part of tray.tracks(proposal.id, number)) {
      if (part.fresh) {
        fresh.push({ name: part.name, drums: part.type === 'drums', notes: parts.get(-1 - fresh.length) ?? new Int32Array(0) });
      } else {
        rows.set(part.track, parts.get(part.track) ?? new Int32Array(0));
      }
    }
    return {
      proposal: proposal.id, number, colour: proposal.byColour, from: proposal.from, to: proposal.to, over, rows, fresh,
      chords: tray.chords(proposal.id, number), replaced: over ? NONE : new Set(tray.replaced(proposal.id, number))
    };
  }
}

/** A packed take, track by track, each part sorted by start. */
function cut(packed: Int32Array): Map<Handle, Int32Array> {
  const parts = new Map<Handle, Int32Array>();
  for (let at = 0; at < packed.length;) {
    const track = packed[at]!;
    let end = at;
    let sorted = true;
    while (end < packed.length && packed[end] === track) {
      sorted &&= end === at || packed[end + Note.start]! >= packed[end - NOTE_STRIDE + Note.start]!;
      end += NOTE_STRIDE;
    }
    const part = packed.subarray(at, end);
    parts.set(track, sorted ? part : sort(part));
    at = end;
  }
  return parts;
}

function sort(part: Int32Array): Int32Array {
  const order = Array.from({ length: part.length / NOTE_STRIDE }, (_, note) => note * NOTE_STRIDE)
    .sort((a, b) => part[a + Note.start]! - part[b + Note.start]!);
  const sorted = new Int32Array(part.length);
  order.forEach((from, note) => sorted.set(part.subarray(from, from + NOTE_STRIDE), note * NOTE_STRIDE));
  return sorted;
}
