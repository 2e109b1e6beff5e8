/** Where a pointer is on a drawing, and what is held with it. */
export interface At {
  /** CSS pixels from the drawing's corner. */
  readonly x: number;
  readonly y: number;
  readonly clientX: number;
  readonly clientY: number;
  readonly touch: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
  /** Ctrl or Cmd: no snapping. */
  readonly free: boolean;
}

/** Something under way between pressing and letting go. */
export interface Gesture {
  move(at: At): void;
  end(at: At): void;
  /** Escape, or the pointer was taken away: nothing happened. */
  cancel(): void;
}

/** A drawing that can be touched. */
export interface Touchable {
  /** The main button, or a finger where `holds` said so. */
  press(at: At): Gesture | null;
  /** Whether a finger that moves from here drags something; otherwise it pans. */
  holds(at: At): boolean;
  /** A finger that was put down and lifted. */
  tap(at: At): void;
  doublePress(at: At): void;
  menu(at: At): void;
  /** Where a menu that keys ask for opens, in CSS pixels from the drawing's corner: at what is chosen or the caret, which is brought into sight. */
  menuPlace(): { x: number; y: number };
  hover(at: At | null): void;
  pan(dx: number, dy: number): void;
  zoom(factor: number, at: At, across: boolean): void;
  /** Scrolls while something is dragged over the edge; answers whether it could. */
  atEdge(at: At): boolean;
}
