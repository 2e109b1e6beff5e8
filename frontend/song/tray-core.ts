/** What `studio.tutti.browser.PageTray` exports. */
export interface TrayCore {
  tray(): string;
  voteRule(): Int32Array;
  offers(): string;
  suggestions(from: number, to: number, tracks: Int32Array, notes: Int32Array, clips: Int32Array): string;
  askFor(offer: string, from: number, to: number, context: Int32Array, targets: Int32Array, chosen: Int32Array, settings: string, seed: string,
    takes: number): string;
  renew(proposal: string): string;
  askAgain(proposal: string): string;
  putIdea(name: string, from: number, to: number, tracks: Int32Array, notes: Int32Array, shown: boolean): string;
  judge(proposal: string, take: number, verb: string): void;
  undoAcceptance(proposal: string): string | null;
  remarkOn(proposal: string, take: number, text: string): void;
  steer(proposal: string, control: string, value: string): void;
  wantVotes(votes: number): void;
  askOffers(): void;
  listenTo(proposal: string, take: number): void;
  listeners(proposal: string): string;
  takeNotes(proposal: string, take: number): Int32Array;
  takeTracks(proposal: string, take: number): string;
  takeMaster(proposal: string, take: number): string;
  songMaster(): string;
  takeChords(proposal: string, take: number): string;
  replaced(proposal: string, take: number): Int32Array;
  replacedIn(proposal: string, take: number, clip: number): Int32Array;
  preview(proposal: string, take: number, over: boolean, matched: boolean): number;
  previewFactor(proposal: string, take: number): number;
  previewMeasured(proposal: string, take: number): number;
  trayLeft(): number;
  unfit(from: number, to: number, tracks: Int32Array, notes: Int32Array, clips: Int32Array): string;
}
