package studio.tutti.web.api;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What answers under {@code /api}, in the form of OpenAPI 3.1, at {@code /api/docs}. The sentences are the Javadoc of the methods that answer.
 */
@Configuration(proxyBeanMethods = false)
class Described {

    @Bean
    OpenAPI describedApi() {
        return new OpenAPI().info(new Info()
                .title("Tutti")
                .version("1")
                .description("Songs, their files and sounds, and the work that is done for them. Whoever has a song's link may do with it what the link allows; "
                        + "the cookie tutti-person says who asks.")
                .license(new License().name("Apache-2.0").url("https://www.apache.org/licenses/LICENSE-2.0")));
    }
}
