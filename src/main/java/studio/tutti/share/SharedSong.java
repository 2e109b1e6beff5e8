package studio.tutti.share;

import org.jspecify.annotations.Nullable;
import studio.tutti.core.arrangement.Id;

import java.time.Instant;
import java.util.UUID;

/**
 * A link to listen by.
 *
 * @param token the last part of its address: 256 random bits in base64url
 * @param song whose
 * @param link the last part of the song's own address, which no listener learns
 * @param title what the song was called
 * @param credits who wrote it, names separated by commas
 * @param revision the version that plays, once there is sound
 * @param wanted the version whose sound was asked for last
 * @param maker who made the link
 * @param made when
 * @param revoked when it was revoked; null while it holds
 * @param job what makes the wanted sound; null if there never was one
 * @param flac the sound's hash as FLAC; null before it is made
 * @param opus the same as Opus
 * @param seconds how long it lasts
 * @param peaks its outline: a letter from 'A' (silence) to 'z' (full scale) for each of equal stretches
 */
public record SharedSong(String token, Id song, String link, String title, String credits, long revision, long wanted, Id maker, Instant made,
        @Nullable Instant revoked, @Nullable UUID job, @Nullable String flac, @Nullable String opus, double seconds, String peaks) {

    /** Whether there is something to hear. */
    public boolean isReady() {
        return flac != null && opus != null;
    }

    public boolean isRevoked() {
        return revoked != null;
    }
}
