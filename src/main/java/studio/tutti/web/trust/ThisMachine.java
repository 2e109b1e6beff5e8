package studio.tutti.web.trust;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * Under which names and addresses other devices may reach this machine.
 *
 * @param host its name, in lower case
 * @param addresses its addresses but for loopback and link-local ones, the likeliest to be reached first
 */
record ThisMachine(String host, List<InetAddress> addresses) {

    /** Interfaces of containers and virtual machines; other devices do not see them. */
    private static final Predicate<String> INNER = name ->
            name.matches("(docker|br-|veth|virbr|vmnet|vboxnet|lxc|podman|cni|tap|ifb).*");

    /** Looks at the interfaces that are up now. */
    static ThisMachine now() {
        try {
            List<InetAddress> addresses = new ArrayList<>();
            for (NetworkInterface card : NetworkInterface.networkInterfaces().toList()) {
                if (card.isUp() && !card.isLoopback() && !INNER.test(card.getName())) {
                    card.inetAddresses()
                            .filter(address -> !address.isLinkLocalAddress() && !address.isMulticastAddress())
                            .forEach(addresses::add);
                }
            }
            addresses.sort(Comparator.comparing(ThisMachine::remoteness).thenComparing(InetAddress::getHostAddress));
            return new ThisMachine(hostName(), List.copyOf(addresses));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** An address as it stands in a link. */
    static String inLink(InetAddress address) {
        String text = address.getHostAddress().replaceFirst("%.*", "");
        return address instanceof Inet4Address ? text : "[" + text + "]";
    }

    private static int remoteness(InetAddress address) {
        return (address instanceof Inet4Address ? 0 : 2) + (address.isSiteLocalAddress() ? 0 : 1);
    }

    private static String hostName() {
        try {
            String name = InetAddress.getLocalHost().getHostName().toLowerCase(Locale.ROOT);
            return name.matches("[a-z0-9]([a-z0-9.-]*[a-z0-9])?") && !name.matches("[0-9.]+") ? name : "localhost";
        } catch (IOException unnamed) {
            return "localhost";
        }
    }
}
