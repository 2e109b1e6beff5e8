package studio.tutti.collaboration;

import org.springframework.boot.SpringApplication;

/** A node as a process of its own, to be killed. */
final class NodeMain {

    private NodeMain() {}

    static void main(String[] settings) {
        SpringApplication.run(NodeApplication.class, settings);
    }
}
