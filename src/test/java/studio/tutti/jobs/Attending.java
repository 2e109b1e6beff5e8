package studio.tutti.jobs;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.LockSupport;
import org.springframework.stereotype.Component;

/** Live work for tests: says what it has heard so far, until it is stopped. */
@Component
public final class Attending implements Work {

    @Override
    public String kind() {
        return "attending";
    }

    @Override
    public boolean isLive() {
        return true;
    }

    @Override
    public String run(Task task) {
        int said = -1;
        while (!task.isStopped()) {
            if (task.heard().size() > said) {
                said = task.heard().size();
                task.say(String.join(" ", task.heard()).getBytes(StandardCharsets.UTF_8));
            }
            task.progress(0);
            LockSupport.parkNanos(2_000_000);
        }
        return String.join(" ", task.heard()) + " at attempt " + task.job().attempt();
    }
}
