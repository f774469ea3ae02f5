package org.wellmet.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;
import org.springframework.core.MethodParameter;
import org.springframework.core.Ordered;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.wellmet.settings.Settings;

/// Puts the frame in place: filters in their order, and `Frame` and `Form` as parameters of controller methods.
@Configuration(proxyBeanMethods = false)
@PropertySource("classpath:org/wellmet/web/web.properties")
class WebFrame implements WebMvcConfigurer {
    private final Frames frames;
    private final OneStringFilter oneString;

    WebFrame(Frames frames, ObjectProvider<ManyValued> manyValued) {
        this.frames = frames;
        Set<String> names =
                manyValued.stream().flatMap(many -> many.names().stream()).collect(Collectors.toSet());
        this.oneString = new OneStringFilter(names);
    }

    @Bean
    static HeadersFilter headersFilter(Settings settings) {
        return new HeadersFilter("https".equals(settings.publicAddress().getScheme()));
    }

    @Bean
    static FilterRegistrationBean<HeadersFilter> headers(HeadersFilter filter) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        registration.setDispatcherTypes(EnumSet.allOf(DispatcherType.class));
        return registration;
    }

    @Bean
    static WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> headersBeforeFilters(HeadersFilter filter) {
        return tomcat -> tomcat.addEngineValves(filter.valve());
    }

    /// Within the container's own, which then finds that all is said.
    @Bean
    static WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> containerRefusals(
            ObjectProvider<Problems> problems) {
        return tomcat -> tomcat.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new ContainerRefusals(problems.getObject())));
    }

    /// Before all who read a body.
    @Bean
    static FilterRegistrationBean<BodyFilter> bodies() {
        var registration = new FilterRegistrationBean<>(new BodyFilter());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
        return registration;
    }

    /// Before Spring Security, whose sign-in reads parameters as well.
    @Bean
    FilterRegistrationBean<OneStringFilter> oneString() {
        var registration = new FilterRegistrationBean<>(oneString);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 20);
        return registration;
    }

    /// After Spring Session, which knows who has a session, and before Spring Security.
    @Bean
    static FilterRegistrationBean<UploadFilter> uploads(ObjectProvider<LongUpload> longUploads) {
        Set<String> paths = longUploads.stream().map(LongUpload::path).collect(Collectors.toSet());
        var registration = new FilterRegistrationBean<>(new UploadFilter(paths));
        registration.setOrder(SecurityFilterProperties.DEFAULT_FILTER_ORDER - 1);
        return registration;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new OneStringInterceptor(oneString));
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new Given<>(Frame.class, frames::of));
        resolvers.add(new Given<>(Form.class, WebFrame::form));
    }

    private static Form form(HttpServletRequest request) {
        Map<String, List<String>> typed = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, values) -> typed.put(name, List.of(values)));
        return new Form(typed, List.of());
    }

    /// Gives a controller method something of one type.
    private record Given<T>(Class<T> type, Of<T> of) implements HandlerMethodArgumentResolver {
        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == type;
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory factory) {
            return of.request(((HttpServletRequest) request.getNativeRequest()));
        }
    }

    /// Makes it of the request.
    @FunctionalInterface
    private interface Of<T> {
        T request(HttpServletRequest request);
    }
}
