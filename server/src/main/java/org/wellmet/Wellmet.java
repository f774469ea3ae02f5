package org.wellmet;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// The server.
@SpringBootApplication(proxyBeanMethods = false)
public final class Wellmet {
    private Wellmet() {}

    /// Starts the server.
    public static void main(String[] arguments) {
        SpringApplication.run(Wellmet.class, arguments);
    }
}
