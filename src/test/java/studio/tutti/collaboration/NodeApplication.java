package studio.tutti.collaboration;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;

/** A node without its pages' forms: store, order, rooms and the edit socket, which is what these tests are about. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(excludeName = {
    "com.vaadin.flow.spring.SpringBootAutoConfiguration",
    "com.vaadin.flow.spring.SpringSecurityAutoConfiguration",
    "com.vaadin.flow.spring.VaadinScopesConfig"
})
@ComponentScan({"studio.tutti.collaboration", "studio.tutti.account", "studio.tutti.library", "studio.tutti.web.socket", "studio.tutti.web.api"})
class NodeApplication {}
