/** Frames of a block, as `MediaSound.BLOCK`. */
export const BLOCK = 1 << 15;
/** The milliseconds to which a recording is needed that is needed whole, as `MediaNeeds.WHOLE`. */
export const WHOLE = 0x7fffffff;
/** Seconds ahead that the beginnings of clips, and of the loop, count as: one may jump there at any moment. */
const JUMP = 15;
/** Seconds from its beginning that are kept of a loop. */
const LOOP_START = 5;
/** What lies behind the place comes after all that lies ahead. */
const BEHIND = 2 ** 40;

/** What must be known of a recording. */
export interface Recording {
  readonly about: { readonly rate: number; readonly channels: number; readonly frames: number } | null;
}

/** A stretch of a recording that a clip plays, or a recording that an instrument plays, which is needed whole. */
export interface Need<R extends Recording> {
  readonly of: R;
  /** Milliseconds of the recording. */
  readonly from: number;
  readonly to: number;
  /** The frame of the score at which it is needed. */
  readonly frame: number;
}

/** Where the song stands, in frames of the score. */
export interface Place {
  readonly frame: number;
  /** Frames of the score a second. */
  readonly rate: number;
  readonly loop: { readonly from: number; readonly to: number; readonly on: boolean };
}

/** A block with how soon it is needed, in frames, and its bytes. */
export interface Piece<R> { readonly of: R; readonly block: number; readonly urgency: number; readonly bytes: number }

/** The first block of a need and the one after its last; nothing while the recording isn't known. */
export function blocksOf<R extends Recording>({ of, from, to }: Pick<Need<R>, 'of' | 'from' | 'to'>): { readonly from: number; readonly to: number } {
  if (!of.about) return { from: 0, to: 0 };
  const { rate, frames } = of.about;
  const last = Math.ceil(frames / BLOCK);
  const end = to === WHOLE ? last : Math.min(last, Math.floor(to / 1000 * rate / BLOCK) + 1);
  return { from: Math.min(last, Math.floor(from / 1000 * rate / BLOCK)), to: end };
}

/** The frame of the score at which a block of a need begins. */
export function begins<R extends Recording>(need: Need<R>, block: number, rate: number): number {
  return need.frame + (block * BLOCK / need.of.about!.rate - need.from / 1000) * rate;
}

/** Bytes of a block as the engine keeps it. */
export function bytesOf(about: NonNullable<Recording['about']>, block: number): number {
  return 2 * about.channels * Math.min(BLOCK, about.frames - block * BLOCK);
}

/**
 * Which blocks shall be in the page: those of instruments, then what plays next, with the beginnings of clips and of the loop among it,
 * then what lies behind; as many as a number of bytes holds. The most urgent comes first.
 */
export function plan<R extends Recording>(needs: readonly Need<R>[], place: Place, budget: number): Piece<R>[] {
  const pieces = new Map<R, Map<number, Piece<R>>>();
  for (const need of needs) {
    const { about } = need.of;
    if (!about) continue;
    const known = pieces.get(need.of) ?? new Map<number, Piece<R>>();
    pieces.set(need.of, known);
    const { from, to } = blocksOf(need);
    const length = BLOCK / about.rate * place.rate;
    for (let block = from; block < to; block++) {
      const begin = begins(need, block, place.rate);
      const urgency = need.to === WHOLE ? -1 : soonest(begin, begin + length, block === from, place);
      const before = known.get(block);
      if (!before || urgency < before.urgency) known.set(block, { of: need.of, block, urgency, bytes: bytesOf(about, block) });
    }
  }
  const all = [...pieces.values()].flatMap(each => [...each.values()]).sort((a, b) => a.urgency - b.urgency);
  let bytes = 0;
  const end = all.findIndex(each => (bytes += each.bytes) > budget);
  return end < 0 ? all : all.slice(0, end);
}

/** How many frames from now a stretch of the score is needed. */
function soonest(begin: number, end: number, first: boolean, place: Place): number {
  const { rate, loop } = place;
  const starts = first || loop.on && end > loop.from && begin < loop.from + LOOP_START * rate;
  return Math.min(coming(begin, end, place), starts ? JUMP * rate : Infinity);
}

function coming(begin: number, end: number, { frame, loop }: Place): number {
  const turns = loop.on && frame < loop.to;
  if (turns && end > loop.from && begin < frame) {
    const again = loop.to - frame + Math.max(0, begin - loop.from);
    return end > frame ? 0 : again;
  }
  if (end <= frame) return 2 * BEHIND + frame - end;
  return Math.max(0, begin - frame) + (turns && begin >= loop.to ? BEHIND : 0);
}
