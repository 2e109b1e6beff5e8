package studio.tutti.core.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import studio.tutti.core.arrangement.Id;

@DisplayName("Bytes")
class BytesTest {

    private static final long[] NUMBERS = {
        0, 1, 63, 64, 127, 128, 16_383, 16_384, Integer.MAX_VALUE, 1L << 35, Long.MAX_VALUE, Long.MIN_VALUE, -1, -64, -65
    };

    @Test
    @DisplayName("hold numbers of any size, small ones in one byte")
    void numbers() {
        for (long number : NUMBERS) {
            ByteWriter out = new ByteWriter();
            out.count(number);
            out.whole(number);
            out.word(number);
            ByteReader in = new ByteReader(out.toBytes());
            assertThat(in.count()).isEqualTo(number);
            assertThat(in.whole()).isEqualTo(number);
            assertThat(in.word()).isEqualTo(number);
            in.end();
        }
        ByteWriter small = new ByteWriter();
        small.count(127);
        small.whole(-64);
        assertThat(small.length()).isEqualTo(2);
    }

    @Test
    @DisplayName("hold texts with every UTF-16 unit")
    void texts() {
        for (String text : new String[] {"", "a", "♯ \uD83C\uDFB5", "\u0000\uFFFF\uD800", "x".repeat(5000)}) {
            ByteWriter out = new ByteWriter();
            out.text(text);
            assertThat(new ByteReader(out.toBytes()).text(5000)).isEqualTo(text);
        }
    }

    @Test
    @DisplayName("hold ids of one session in a byte or two, and any others")
    void ids() {
        Id[] ids = {new Id(5, 100), new Id(5, 101), Id.NONE, new Id(5, 90), new Id(6, 90), new Id(5, 90), new Id(5, Long.MIN_VALUE),
            new Id(5, Long.MAX_VALUE), new Id(0, 1), new Id(0, 0)};
        ByteWriter out = new ByteWriter();
        for (Id id : ids) {
            out.id(id);
        }
        ByteReader in = new ByteReader(out.toBytes());
        for (Id id : ids) {
            assertThat(in.id()).isEqualTo(id);
        }
        in.end();
        ByteWriter close = new ByteWriter();
        close.id(new Id(5, 100));
        int first = close.length();
        close.id(new Id(5, 101));
        assertThat(close.length() - first).isEqualTo(1);
    }

    @Test
    @DisplayName("that claim more than there is, or end too early, are refused before memory is taken")
    void claims() {
        ByteWriter out = new ByteWriter();
        out.count(Integer.MAX_VALUE);
        byte[] bytes = out.toBytes();
        assertThatExceptionOfType(Malformed.class).isThrownBy(() -> new ByteReader(bytes).blob(Integer.MAX_VALUE));
        assertThatExceptionOfType(Malformed.class).isThrownBy(() -> new ByteReader(bytes).text(Integer.MAX_VALUE));
        assertThatExceptionOfType(Malformed.class).isThrownBy(() -> new ByteReader(bytes).count(100));
        assertThatExceptionOfType(Malformed.class).isThrownBy(() -> new ByteReader(bytes).upTo(100));
        assertThatExceptionOfType(Malformed.class).isThrownBy(() -> new ByteReader(bytes).between(-1, 100));
        assertThatExceptionOfType(Malformed.class).isThrownBy(() -> new ByteReader(bytes).word());
        assertThatExceptionOfType(Malformed.class).isThrownBy(() -> new ByteReader(new byte[0]).octet());
        assertThatExceptionOfType(Malformed.class).isThrownBy(() -> new ByteReader(bytes).end());
        byte[] endless = new byte[20];
        java.util.Arrays.fill(endless, (byte) 0xFF);
        assertThatExceptionOfType(Malformed.class).isThrownBy(() -> new ByteReader(endless).count());
    }

    @Test
    @DisplayName("hold no number that is not finite")
    void finite() {
        for (double number : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            ByteWriter out = new ByteWriter();
            out.real(number);
            assertThatExceptionOfType(Malformed.class).isThrownBy(() -> new ByteReader(out.toBytes()).real());
        }
    }
}
