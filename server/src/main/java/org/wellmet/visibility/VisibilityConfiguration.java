package org.wellmet.visibility;

import java.util.List;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Puts the [AccessGate] before every route and gives controllers their [Viewer].
@Configuration(proxyBeanMethods = false)
class VisibilityConfiguration implements WebMvcConfigurer {
    private final AccessGate gate;
    private final Viewers viewers;

    VisibilityConfiguration(AccessGate gate, Viewers viewers) {
        this.gate = gate;
        this.viewers = viewers;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(gate);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(viewers);
    }

    /// Refuses to start while a route does not say whom it is open to.
    @Bean
    static SmartInitializingSingleton everyRouteSaysWhomItIsOpenTo(
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping routes) {
        return () -> routes.getHandlerMethods().values().forEach(AccessGate::openTo);
    }
}
