package org.wellmet.web;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;

/// Why a request got no other answer: shown as a page, or as `application/problem+json` (RFC 9457) with a stable
/// `type`.
///
/// `type` is a short name in lower case; clients see it as `urn:wellmet:problem:<type>`.
public record Problem(
        HttpStatus status,
        String type,
        Text title,
        Text detail,
        List<Form.FieldError> errors,
        Optional<Duration> retryAfter) {
    /// Copies the errors.
    public Problem {
        errors = List.copyOf(errors);
    }

    /// A problem that says all there is to say in two sentences.
    public static Problem of(HttpStatus status, String type, Text title, Text detail) {
        return new Problem(status, type, title, detail, List.of(), Optional.empty());
    }

    /// A form that could not be taken as it is.
    public static Problem refused(Form form) {
        Text title = Text.of("Nothing was saved");
        Text detail = Text.of("Something in the form needs a correction.");
        return new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", title, detail, form.errors(), Optional.empty());
    }

    /// One thing asked for that could not be taken as it is.
    public static Problem refused(String field, Text label, Text message) {
        FormReader reading = Form.empty().reading();
        reading.refuse(field, label, message);
        return refused(reading.refused());
    }

    /// Too much, too fast: come back later.
    public static Problem tooMany(Duration retryAfter) {
        Problem usual = ofStatus(HttpStatus.TOO_MANY_REQUESTS);
        return new Problem(usual.status, usual.type, usual.title, usual.detail, List.of(), Optional.of(retryAfter));
    }

    /// The same, with the time after which to come back.
    public Problem retryAfter(Duration wait) {
        return new Problem(status, type, title, detail, errors, Optional.of(wait));
    }

    /// What the header `Retry-After` says: whole seconds, never too few, and at least one.
    public static String retryAfterSeconds(Duration wait) {
        return Long.toString(Math.max(1, wait.plusNanos(999_999_999).toSeconds()));
    }

    /// The usual words for a status.
    public static Problem ofStatus(HttpStatus status) {
        return switch (status) {
            case UNAUTHORIZED ->
                of(
                        status,
                        "signed-out",
                        Text.of("You are signed out"),
                        Text.of("Nothing was changed. Sign in and do it once more."));
            case FORBIDDEN ->
                of(
                        status,
                        "refused",
                        Text.of("This was not done"),
                        Text.of("The page you came from is too old. Go back, load it again and send the form once"
                                + " more."));
            case NOT_FOUND ->
                of(
                        status,
                        "not-here",
                        Text.of("There is nothing here for you"),
                        Text.of("Perhaps it was taken away, perhaps it never was, perhaps it is not yours to see."));
            case METHOD_NOT_ALLOWED ->
                of(
                        status,
                        "method",
                        Text.of("This page cannot do that"),
                        Text.of("Nothing was changed. Go back and use the page's own buttons."));
            case CONTENT_TOO_LARGE ->
                of(
                        status,
                        "too-large",
                        Text.of("That file is too large"),
                        Text.of("Nothing was kept of it. Go back and choose a smaller one."));
            case UNPROCESSABLE_CONTENT ->
                of(
                        status,
                        "invalid",
                        Text.of("Nothing was saved"),
                        Text.of("Something in the form needs a correction."));
            case TOO_MANY_REQUESTS ->
                of(
                        status,
                        "too-many",
                        Text.of("That was too much at once"),
                        Text.of("Nothing was changed. Wait a little and try again."));
            case SERVICE_UNAVAILABLE ->
                of(
                        status,
                        "busy",
                        Text.of("We cannot answer just now"),
                        Text.of("Nothing was changed. The server is starting or its database rests. Try again in a"
                                + " minute."));
            default -> status.is4xxClientError() ? notUnderstood() : ours();
        };
    }

    private static Problem notUnderstood() {
        return of(
                HttpStatus.BAD_REQUEST,
                "not-understood",
                Text.of("We could not read that request"),
                Text.of("Nothing was changed. Go back and use the page's own forms and links."));
    }

    private static Problem ours() {
        return of(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "fault",
                Text.of("Something went wrong here"),
                Text.of("It is our fault and it is written down for the operator. What you sent was not saved."));
    }
}
