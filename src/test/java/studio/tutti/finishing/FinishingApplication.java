package studio.tutti.finishing;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;

/** A node with songs, jobs, trays and the tools. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(excludeName = {
    "com.vaadin.flow.spring.SpringBootAutoConfiguration",
    "com.vaadin.flow.spring.SpringSecurityAutoConfiguration",
    "com.vaadin.flow.spring.VaadinScopesConfig"
})
@ComponentScan({"studio.tutti.assistant", "studio.tutti.share", "studio.tutti.collaboration", "studio.tutti.account", "studio.tutti.library", "studio.tutti.jobs", "studio.tutti.proposal", "studio.tutti.credit",
    "studio.tutti.exchange", "studio.tutti.finishing", "studio.tutti.web.bounce", "studio.tutti.web.proposal", "studio.tutti.web.api"})
class FinishingApplication {}
