package org.wellmet.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Says who may call a route. Every route says it, on its method or its class; one that does not keeps the server from
/// starting.
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface OpenTo {
    /// Who may call.
    Who value();

    /// Callers, from all to few.
    enum Who {
        /// Signed in or not. What they see is still a question for `Visibility`.
        ANYONE,
        /// Members who are signed in. Others are sent to sign in, or get a 401 from the API.
        MEMBERS,
        /// Operators. To everyone else the route does not exist.
        OPERATORS
    }
}
