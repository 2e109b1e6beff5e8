package studio.tutti.browser;

/**
 * What the page shows of an edit that was not taken.
 *
 * @param label what the edit did, a key of the catalogue of labels, or ""
 * @param reason a sentence for the person
 */
record Refusal(String label, String reason) {}
