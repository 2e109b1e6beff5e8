/** How one person has set up the drum grid. */
export class DrumView {
  /** Drum tracks are shown as a grid, not as a piano roll. */
  grid = true;
  /** All drums of the kit, or those only that are usual or used. */
  all = false;
  /** Milliseconds of a flam. */
  flam = 30;
}
