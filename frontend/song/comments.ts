import type { Hands } from './hands';
import type { Handle } from './song';

/** What somebody says about a place of the song, or an answer to it. */
export interface Comment {
  readonly handle: Handle;
  /** 32 hexadecimal digits, good beyond this page. */
  readonly id: string;
  readonly on: 'song' | 'track' | 'clip' | 'section';
  /** What it is pinned to; the song's handle where it is about bars. */
  readonly place: Handle;
  /** In ticks of the song. */
  readonly start: number;
  readonly length: number;
  readonly text: string;
  /** The author's name and colour at that time. */
  readonly name: string;
  readonly colour: number;
  readonly person: string;
  readonly own: boolean;
  /** Milliseconds since 1970. */
  readonly time: number;
  readonly resolved: boolean;
  /** The comment that it answers, or NONE. */
  readonly answers: Handle;
  readonly mentionsMe: boolean;
}

/** The exports of `browser.PageComments`. */
export interface CommentsCore {
  comments(): string;
  mentionable(): string;
  mentions(text: string): Int32Array;
  comment(place: number, start: number, length: number, text: string, now: number): number;
  answerComment(comment: number, text: string, now: number): number;
  resolveComment(comment: number, resolved: boolean): void;
  rewriteComment(comment: number, text: string): void;
  removeComment(comment: number): void;
}

/** The longest comment, in UTF-16 units. */
export const LONGEST_COMMENT = 500;

/** What people say about places of the song. Every call that writes is one edit. */
export class SongComments {
  constructor(private readonly hands: Hands) {}

  /** All comments, by place and then by time. */
  all(): readonly Comment[] {
    return this.hands.once('comments', () => JSON.parse(this.hands.core.comments()));
  }

  /** The names of those one can mention. */
  mentionable(): readonly string[] {
    return (JSON.parse(this.hands.core.mentionable()) as { name: string }[]).map(each => each.name);
  }

  /** A text cut into what is said and who is mentioned. */
  parts(text: string): readonly { readonly text: string; readonly mention: boolean }[] {
    const pairs = this.hands.core.mentions(text);
    const parts: { text: string; mention: boolean }[] = [];
    let from = 0;
    for (let at = 0; at < pairs.length; at += 2) {
      parts.push({ text: text.slice(from, pairs[at]), mention: false }, { text: text.slice(pairs[at], pairs[at + 1]), mention: true });
      from = pairs[at + 1]!;
    }
    parts.push({ text: text.slice(from), mention: false });
    return parts.filter(part => part.text !== '');
  }

  /** Says something of a place: NONE for bars, a track or a clip; start and length in ticks of the song, or of the clip. */
  add(place: Handle, start: number, length: number, text: string): Handle {
    return this.hands.did(() => this.hands.core.comment(place, Math.round(start), Math.round(length), text, Date.now()));
  }

  answer(comment: Handle, text: string): Handle {
    return this.hands.did(() => this.hands.core.answerComment(comment, text, Date.now()));
  }

  resolve(comment: Handle, resolved: boolean): void { this.hands.did(() => this.hands.core.resolveComment(comment, resolved)); }
  rewrite(comment: Handle, text: string): void { this.hands.did(() => this.hands.core.rewriteComment(comment, text)); }
  remove(comment: Handle): void { this.hands.did(() => this.hands.core.removeComment(comment)); }
}
