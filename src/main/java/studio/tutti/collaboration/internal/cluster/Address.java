package studio.tutti.collaboration.internal.cluster;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a node of the cluster listens.
 *
 * @param host a name or an IP address
 * @param port 1 to 65535
 */
record Address(String host, int port) {

    /** The port of a node that is not told another. */
    static final int USUAL_PORT = 5701;

    /**
     * Reads a list such as {@code 10.0.0.1:5701,10.0.0.2}.
     *
     * @throws IllegalArgumentException with a sentence, if it is no such list
     */
    static List<Address> list(String text) {
        List<Address> addresses = new ArrayList<>();
        for (String part : text.split(",")) {
            if (!part.isBlank()) {
                addresses.add(parse(part.strip()));
            }
        }
        return addresses;
    }

    private static Address parse(String text) {
        int colon = text.lastIndexOf(':');
        try {
            Address address = colon < 0
                    ? new Address(text, USUAL_PORT)
                    : new Address(text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
            if (!address.host.isEmpty() && address.port > 0 && address.port < 65_536) {
                return address;
            }
        } catch (NumberFormatException notANumber) {
            // Said below.
        }
        throw new IllegalArgumentException("'" + text + "' is not an address: write HOST:PORT, such as 10.0.0.1:5701.");
    }

    /** Whether this machine can listen there now. */
    boolean isFree() {
        try {
            InetAddress address = InetAddress.getByName(host);
            if (!address.isLoopbackAddress() && NetworkInterface.getByInetAddress(address) == null) {
                return false;
            }
            try (ServerSocket probe = new ServerSocket()) {
                probe.bind(new InetSocketAddress(address, port));
                return true;
            }
        } catch (IOException elsewhereOrTaken) {
            return false;
        }
    }

    /**
     * This machine's address on the way to another node, with the first free port from {@value #USUAL_PORT} on.
     *
     * @throws IllegalArgumentException with a sentence, if there is no way
     */
    static Address towards(Address other) {
        try (DatagramSocket way = new DatagramSocket()) {
            way.connect(new InetSocketAddress(InetAddress.getByName(other.host), other.port));
            String own = way.getLocalAddress().getHostAddress();
            for (int port = USUAL_PORT; port < USUAL_PORT + 100; port++) {
                Address address = new Address(own, port);
                if (address.isFree()) {
                    return address;
                }
            }
        } catch (IOException unreachable) {
            // Said below.
        }
        throw new IllegalArgumentException("There is no way to " + other + " from here.");
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
