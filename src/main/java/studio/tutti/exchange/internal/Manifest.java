package studio.tutti.exchange.internal;

import java.util.List;

/**
 * What stands in a {@code .tutti} file's {@code manifest.json}.
 *
 * @param format always "tutti"
 * @param version of the file's form
 * @param name of the song
 * @param credits who must be named
 * @param tracks how many tracks
 * @param notes how many notes
 * @param media the SHA-256 of each recording
 */
record Manifest(String format, int version, String name, String credits, int tracks, int notes, List<String> media) {}
