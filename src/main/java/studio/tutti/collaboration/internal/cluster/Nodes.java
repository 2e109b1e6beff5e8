package studio.tutti.collaboration.internal.cluster;

import com.hazelcast.cluster.Member;
import com.hazelcast.cluster.MembershipEvent;
import com.hazelcast.cluster.MembershipListener;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.topic.Message;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All nodes that are up, and the ways between them. */
@Component
public class Nodes {

    private final HazelcastInstance hazelcast;

    Nodes(HazelcastInstance hazelcast) {
        this.hazelcast = hazelcast;
    }

    /** A name for this node, for people who read the store. */
    public String self() {
        return hazelcast.getCluster().getLocalMember().getAddress() + " " + selfId();
    }

    /** This node. */
    public UUID selfId() {
        return hazelcast.getCluster().getLocalMember().getUuid();
    }

    /** Whether there is no other node now. */
    public boolean isAlone() {
        return hazelcast.getCluster().getMembers().size() == 1;
    }

    /** The node that orders a song's edits; null while that is undecided. */
    public @Nullable UUID owner(UUID song) {
        Member owner = hazelcast.getPartitionService().getPartition(song).getOwner();
        return owner == null ? null : owner.getUuid();
    }

    /** Whether this node orders a song's edits. */
    public boolean owns(UUID song) {
        Member owner = hazelcast.getPartitionService().getPartition(song).getOwner();
        return owner != null && owner.localMember();
    }

    /** Tells all other nodes something. It may be lost when nodes die; what matters is in the store. */
    public void tell(String topic, byte[] message) {
        if (!isAlone()) {
            hazelcast.<byte[]>getTopic(topic).publish(message);
        }
    }

    /** Hears what other nodes tell, in the order of each. */
    public void hear(String topic, BiConsumer<UUID, byte[]> ear) {
        hazelcast.<byte[]>getTopic(topic).addMessageListener((Message<byte[]> message) -> {
            Member from = message.getPublishingMember();
            if (from != null && !from.localMember()) {
                ear.accept(from.getUuid(), message.getMessageObject());
            }
        });
    }

    /** Learns of each node that is gone. */
    public void onGone(Consumer<UUID> listener) {
        hazelcast.getCluster().addMembershipListener(new MembershipListener() {
            @Override
            public void memberAdded(MembershipEvent event) {}

            @Override
            public void memberRemoved(MembershipEvent event) {
                listener.accept(event.getMember().getUuid());
            }
        });
    }

    /** Answers what other nodes {@link #ask}; the work runs on a thread of its own and may wait. */
    public void answer(String question, UnaryOperator<byte[]> work) {
        hazelcast.getUserContext().put(question, work);
    }

    /**
     * Asks another node.
     *
     * @return its answer; fails if the node is gone
     */
    public CompletableFuture<byte[]> ask(UUID node, String question, byte[] message) {
        CompletableFuture<byte[]> answer = new CompletableFuture<>();
        for (Member member : hazelcast.getCluster().getMembers()) {
            if (member.getUuid().equals(node)) {
                hazelcast.getExecutorService(Membership.EXECUTOR).submitToMember(
                        new Question(question, message), member, new Question.Answer(answer));
                return answer;
            }
        }
        answer.completeExceptionally(new IllegalStateException("The node is gone."));
        return answer;
    }
}
