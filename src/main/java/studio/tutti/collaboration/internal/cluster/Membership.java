package studio.tutti.collaboration.internal.cluster;

import com.hazelcast.config.Config;
import com.hazelcast.config.ExecutorConfig;
import com.hazelcast.config.NetworkConfig;
import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Makes this node a member: alone, or with those that it is told to join. Nothing is looked for by multicast, and nothing
 * is reported to anyone.
 */
@Configuration
class Membership {

    /** The executor that takes edits to the owner of their song. */
    static final String EXECUTOR = "tutti-edits";

    /**
     * Destroyed after all beans that use it.
     *
     * @throws IllegalArgumentException with a sentence, if nodes are to share songs without a database that they share
     */
    @Bean(destroyMethod = "shutdown")
    HazelcastInstance hazelcast(@Value("${tutti.join:}") String join, @Value("${spring.datasource.url}") String store) {
        List<Address> others = Address.list(join);
        if (!others.isEmpty() && !store.startsWith("jdbc:postgresql:")) {
            throw new IllegalArgumentException(
                    "Several nodes need a store that they share: --join goes with --db jdbc:postgresql://HOST/NAME.");
        }
        return Hazelcast.newHazelcastInstance(others.isEmpty() ? alone() : joined(others));
    }

    /** A member that nobody can find: on the loopback, on any free port. */
    private static Config alone() {
        Config config = common();
        listen(config, new Address("127.0.0.1", 0));
        return config;
    }

    /** The first of the listed addresses that is this machine's and free is its own; a node that isn't listed takes another. */
    private static Config joined(List<Address> others) {
        Config config = common();
        Address own = others.stream().filter(Address::isFree).findFirst().orElseGet(() -> Address.towards(others.getFirst()));
        listen(config, own);
        var tcp = config.getNetworkConfig().getJoin().getTcpIpConfig().setEnabled(true);
        others.forEach(other -> tcp.addMember(other.toString()));
        return config;
    }

    private static void listen(Config config, Address own) {
        NetworkConfig network = config.getNetworkConfig();
        network.setPort(own.port()).setPortAutoIncrement(false).setReuseAddress(true);
        network.getInterfaces().setEnabled(true).addInterface(own.host().equals("localhost") ? "127.0.0.1" : own.host());
    }

    private static Config common() {
        Config config = new Config().setClusterName("tutti");
        config.setProperty("hazelcast.phone.home.enabled", "false")
                .setProperty("hazelcast.shutdownhook.enabled", "false")
                .setProperty("hazelcast.logging.type", "slf4j")
                .setProperty("hazelcast.socket.bind.any", "false")
                // A node that is gone is missed within seconds, not after the usual minute.
                .setProperty("hazelcast.heartbeat.interval.seconds", "1")
                .setProperty("hazelcast.max.no.heartbeat.seconds", "6")
                .setProperty("hazelcast.member.list.publish.interval.seconds", "10")
                .setProperty("hazelcast.wait.seconds.before.join", "1")
                .setProperty("hazelcast.max.wait.seconds.before.join", "5")
                .setProperty("hazelcast.connection.monitor.interval", "100")
                .setProperty("hazelcast.connection.monitor.max.faults", "2")
                .setProperty("hazelcast.merge.first.run.delay.seconds", "20")
                .setProperty("hazelcast.merge.next.run.delay.seconds", "20");
        config.getNetworkConfig().getJoin().getAutoDetectionConfig().setEnabled(false);
        config.getNetworkConfig().getJoin().getMulticastConfig().setEnabled(false);
        config.getNetworkConfig().getJoin().getTcpIpConfig().setEnabled(false);
        config.getMetricsConfig().setEnabled(false);
        config.addExecutorConfig(new ExecutorConfig(EXECUTOR, 64));
        return config;
    }
}
