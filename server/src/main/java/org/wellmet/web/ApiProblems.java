package org.wellmet.web;

import org.springframework.http.HttpStatus;

/// The usual words for a status, said to whoever wrote a program instead of whoever looks at a page.
final class ApiProblems {
    private ApiProblems() {}

    static Problem ofStatus(HttpStatus status) {
        return switch (status) {
            case FORBIDDEN ->
                Problem.of(
                        status,
                        "refused",
                        Text.of("This was not done"),
                        Text.of("Nothing was changed. Send the token of a page of ours in the header X-XSRF-TOKEN,"
                                + " with the cookie that came with it."));
            case METHOD_NOT_ALLOWED ->
                Problem.of(
                        status,
                        "method",
                        Text.of("This was not done"),
                        Text.of("Nothing was changed. The header Allow names what this address takes."));
            case NOT_ACCEPTABLE ->
                Problem.of(
                        status,
                        "not-acceptable",
                        Text.of("This was not done"),
                        Text.of("Nothing was changed. Accept application/json: there is nothing else here."));
            case UNSUPPORTED_MEDIA_TYPE ->
                Problem.of(
                        status,
                        "media-type",
                        Text.of("This was not done"),
                        Text.of("Nothing was changed. Send JSON, with Content-Type: application/json."));
            case CONTENT_TOO_LARGE ->
                Problem.of(
                        status,
                        "too-large",
                        Text.of("That is too much at once"),
                        Text.of("Nothing was changed. Send at most {0} bytes.", BodyFilter.MAX_BYTES));
            default ->
                status.is4xxClientError() && Problem.ofStatus(status).status() == HttpStatus.BAD_REQUEST
                        ? notUnderstood()
                        : Problem.ofStatus(status);
        };
    }

    static Problem notUnderstood() {
        return Problem.of(
                HttpStatus.BAD_REQUEST,
                "not-understood",
                Text.of("We could not read that request"),
                Text.of("Nothing was changed. Send one JSON object, in UTF-8, with no name in it twice."));
    }
}
