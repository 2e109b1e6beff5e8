package studio.tutti.jobs;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;

/** A node with jobs and nothing else. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(excludeName = {
    "com.vaadin.flow.spring.SpringBootAutoConfiguration",
    "com.vaadin.flow.spring.SpringSecurityAutoConfiguration",
    "com.vaadin.flow.spring.VaadinScopesConfig"
})
@ComponentScan({"studio.tutti.jobs", "studio.tutti.collaboration.internal.cluster"})
public class JobsApplication {

    /** Runs a node as a process of its own, to be killed. */
    static void main(String[] settings) {
        org.springframework.boot.SpringApplication.run(JobsApplication.class, settings);
    }
}
