package studio.tutti.jobs;

import org.springframework.stereotype.Component;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;

/** Work for tests: it counts to the number it is given, a hundred a second. */
@Component
public final class Counting implements Work {

    /** A job that this JVM began. */
    record Begun(String inputs, long nanos) {}

    final List<Begun> begun = new CopyOnWriteArrayList<>();

    @Override
    public String kind() {
        return "counting";
    }

    @Override
    public String run(Task task) throws Exception {
        begun.add(new Begun(task.job().inputs(), System.nanoTime()));
        int most = Integer.parseInt(task.job().inputs().split(" ")[0]);
        if (most == -3) {
            throw new LinkageError("It can't even be begun.");
        }
        if (most < 0) {
            throw most == -1 ? new JobFailed("It can't be counted.") : new IllegalStateException("It went wrong.");
        }
        for (int i = 0; i < most; i++) {
            task.progress((double) i / most);
            LockSupport.parkNanos(10_000_000);
        }
        return "counted to " + most + " at attempt " + task.job().attempt();
    }
}
