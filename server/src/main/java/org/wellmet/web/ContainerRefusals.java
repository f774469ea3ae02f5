package org.wellmet.web;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/// The answer to what the container refuses before any filter of ours sees it: a first line that is none, an address
/// with letters that none may have.
///
/// Thread-safe.
final class ContainerRefusals extends ErrorReportValve {
    private final Problems problems;

    ContainerRefusals(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable throwable) {
        boolean isOpen = response.getStatus() >= HttpStatus.BAD_REQUEST.value() && response.getContentWritten() == 0;
        if (!isOpen || !response.setErrorReported()) {
            return;
        }
        HttpStatus status = HttpStatus.resolve(response.getStatus());
        Problems.Plain answer = problems.plain(request, status == null ? HttpStatus.BAD_REQUEST : status);
        try {
            response.setContentType(answer.type());
            response.setCharacterEncoding(StandardCharsets.UTF_8);
            response.setHeader("Cache-Control", "no-store");
            Writer writer = response.getReporter();
            if (writer != null) {
                writer.write(answer.body());
                response.finishResponse();
            }
        } catch (IOException | IllegalStateException _) { // the other side has gone
            container.getLogger().debug("a refusal was not read");
        }
    }
}
