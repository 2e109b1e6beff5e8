package studio.tutti.collaboration.internal.cluster;

import com.hazelcast.core.ExecutionCallback;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.core.HazelcastInstanceAware;
import java.io.Serializable;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What one node asks another, run there by Hazelcast's executor and so never on a thread of its partitions. */
final class Question implements Callable<byte[]>, HazelcastInstanceAware, Serializable {

    private static final long serialVersionUID = 1;

    private final String question;
    private final byte[] message;
    private transient @Nullable HazelcastInstance hazelcast;

    Question(String question, byte[] message) {
        this.question = question;
        this.message = message;
    }

    @Override
    public void setHazelcastInstance(HazelcastInstance instance) {
        hazelcast = instance;
    }

    @Override
    @SuppressWarnings("unchecked")
    public byte[] call() {
        HazelcastInstance here = hazelcast;
        if (here == null || !(here.getUserContext().get(question) instanceof UnaryOperator<?> work)) {
            throw new IllegalStateException("This node does not answer yet.");
        }
        return ((UnaryOperator<byte[]>) work).apply(message);
    }

    /** Carries the answer back. */
    record Answer(CompletableFuture<byte[]> future) implements ExecutionCallback<byte[]> {
        @Override
        public void onResponse(byte[] response) {
            future.complete(response);
        }

        @Override
        public void onFailure(Throwable failure) {
            future.completeExceptionally(failure);
        }
    }
}
