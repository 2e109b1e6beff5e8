package studio.tutti.proposal;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;

/** A node with songs, rooms, jobs and trays, and the assistants of the tests. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(excludeName = {
    "com.vaadin.flow.spring.SpringBootAutoConfiguration",
    "com.vaadin.flow.spring.SpringSecurityAutoConfiguration",
    "com.vaadin.flow.spring.VaadinScopesConfig"
})
@ComponentScan({"studio.tutti.collaboration", "studio.tutti.account", "studio.tutti.library", "studio.tutti.jobs", "studio.tutti.proposal", "studio.tutti.credit",
    "studio.tutti.web.socket", "studio.tutti.web.proposal", "studio.tutti.assistant"})
@Import({Babbling.class, Flowing.class, Stepping.class})
public class TrayApplication {

    /** Runs a node as a process of its own, to be killed. */
    static void main(String[] settings) {
        SpringApplication.run(TrayApplication.class, settings);
    }
}
