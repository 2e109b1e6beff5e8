package studio.tutti.collaboration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.tutti.account.Secret;
import studio.tutti.cli.bench.LoadPage;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.Operation;
import studio.tutti.core.arrangement.Property;
import studio.tutti.core.protocol.Message;
import studio.tutti.core.protocol.MessageFormat;

@DisplayName("A page that does not read")
class SlowPageTest {

    @Test
    @DisplayName("holds nobody up, is cut off, and goes on where it was when it comes back")
    void holdsNobodyUp(@TempDir Path data) throws IOException {
        try (Node node = Node.alone(data); Band band = new Band()) {
            Song song = node.songs().create(Secret.fresh().person(), "Ours", List.of());
            LoadPage anna = band.in(node, song.link());
            LoadPage ben = band.in(node, song.link());
            Id marker = anna.read(replica -> replica.newId());
            anna.edit("begin", List.of(new Operation.Add(marker, Kind.MARKER, Map.of(Property.PARENT, Arrangement.ROOT))));
            band.untilOne();
            try (Deaf deaf = new Deaf(node.url(), song.link())) {
                Band.until("it is seen in the room", () -> anna.people().size() == 3);
                long most = 0;
                // 25 MB, more than the sockets' buffers and the outbox hold together.
                for (int i = 0; i < 25; i++) {
                    long begin = System.nanoTime();
                    anna.edit("words", words(marker, i));
                    band.untilOne();
                    most = Math.max(most, System.nanoTime() - begin);
                }
                assertThat(TimeUnit.NANOSECONDS.toSeconds(most)).as("seconds that an edit took at most").isLessThan(15);
                Band.until("it is sent away", () -> anna.people().size() == 2);
               assertThat(deaf.endsWhenRead()).as("its connection is closed").isTrue();
            }
            assertThat(ben.fault()).isNull();
            LoadPage back = band.in(node, song.link());
            band.untilOne();
            assertThat(back.<Long>read(replica -> replica.checksum())).isEqualTo(ben.<Long>read(replica -> replica.checksum()));
        }
    }

    /** A megabyte that is quickly applied. */
    private static List<Operation> words(Id marker, int number) {
        List<Operation> operations = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            operations.add(new Operation.Set(marker, Property.TEXT, (number + "-" + i + " ").repeat(500).substring(0, 500)));
        }
        return operations;
    }

    /** A client that shakes hands and says hello, byte by byte, and then reads nothing. */
    private static final class Deaf implements AutoCloseable {
        private final Socket socket;

        Deaf(String url, String link) throws IOException {
            URI address = URI.create(url);
            socket = new Socket(address.getHost(), address.getPort());
            socket.getOutputStream().write(("GET /socket/" + link + " HTTP/1.1\r\nHost: " + address.getAuthority()
                    + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                    + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nCookie: tutti-person=" + Secret.fresh().text() + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            byte[] hello = MessageFormat.toBytes(new Message.Hello(Message.VERSION, new Id(3, 4), -1, "Deaf", 0));
            byte[] frame = new byte[6 + hello.length];
            frame[0] = (byte) 0x82;
            frame[1] = (byte) (0x80 | hello.length);
            // The mask is zero, so the payload stays as it is.
            System.arraycopy(hello, 0, frame, 6, hello.length);
            socket.getOutputStream().write(frame);
        }

        boolean endsWhenRead() throws IOException {
            socket.setSoTimeout(60_000);
            DataInputStream in = new DataInputStream(socket.getInputStream());
            byte[] some = new byte[64 << 10];
            try {
                while (in.read(some) >= 0) {
                    // Read on to the end.
                }
                return true;
            } catch (SocketException reset) {
                return true;
            }
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
