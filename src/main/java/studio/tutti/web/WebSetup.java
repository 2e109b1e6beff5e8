package studio.tutti.web;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import studio.tutti.web.trust.HttpsSettings;

/** What the web's parts need from Spring. */
@Configuration
@EnableScheduling
@EnableConfigurationProperties(HttpsSettings.class)
class WebSetup {
}
