package studio.tutti.exchange.internal;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import studio.tutti.exchange.SongRefused;

/** Reads a recording and says at its end whether it is the one that its hash names. Closing it leaves the source open. */
final class VerifiedStream extends InputStream {

    private final InputStream in;
    private final String hash;
    private final MessageDigest digest;
    private long left;
    private boolean ended;

    /** @param most how many bytes are allowed */
    VerifiedStream(InputStream in, String hash, long most) {
        this.in = in;
        this.hash = hash;
        left = most;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Bytes that are still allowed. */
    long left() {
        return left;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = ended ? -1 : in.read(bytes, offset, length);
        if (count > 0) {
            digest.update(bytes, offset, count);
            left -= count;
            if (left < 0) {
                throw new SongRefused("A recording in the .tutti file is too large.");
            }
        } else if (count < 0 && !ended) {
            ended = true;
            if (!HexFormat.of().formatHex(digest.digest()).equals(hash)) {
                throw new SongRefused("A recording in the .tutti file is damaged.");
            }
        }
        return count;
    }
}
