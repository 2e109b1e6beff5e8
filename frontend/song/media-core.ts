/** What `studio.tutti.browser.PageMedia` exports. */
export interface MediaCore {
  mediaHash(digits: string): string | null;
}
