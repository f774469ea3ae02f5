package org.wellmet.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;
import tools.jackson.databind.json.JsonMapper;

/// Answers with a [Problem], in the form that the client reads. Thread-safe.
@Component
public final class Problems {
    private static final String TYPE = "urn:wellmet:problem:";

    private final Frames frames;
    private final JsonMapper json = new JsonMapper();

    Problems(Frames frames) {
        this.frames = frames;
    }

    /// The problem as a page, or as problem+json for those who asked for JSON.
    public ModelAndView answer(HttpServletRequest request, Problem problem) {
        frames.plain(request, problem.status().is5xxServerError());
        ModelAndView answer = wantsJson(request)
                ? new ModelAndView(json(problem))
                : new ModelAndView("web/problem", Map.of("problem", problem));
        answer.setStatus(problem.status());
        return answer;
    }

    private View json(Problem problem) {
        return (model, request, response) -> write(problem, frames.of(request), response);
    }

    private void write(Problem problem, Frame frame, HttpServletResponse response) throws IOException {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", TYPE + problem.type());
        members.put("title", frame.say(problem.title()));
        members.put("status", problem.status().value());
        members.put("detail", frame.say(problem.detail()));
        if (!problem.errors().isEmpty()) {
            members.put("errors", errors(problem, frame));
        }
        problem.retryAfter()
                .ifPresent(wait -> response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait.toSeconds())));
        byte[] body = json.writeValueAsBytes(members);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static List<Map<String, String>> errors(Problem problem, Frame frame) {
        return problem.errors().stream()
                .map(error -> Map.of("field", error.name(), "message", frame.say(error.message())))
                .toList();
    }

    /// Whether the client reads JSON rather than pages.
    static boolean wantsJson(HttpServletRequest request) {
        if (request.getRequestURI().startsWith("/api/")) {
            return true;
        }
        String accept =
                Optional.ofNullable(request.getHeader(HttpHeaders.ACCEPT)).orElse("");
        try {
            return MediaType.parseMediaTypes(accept).stream()
                    .map(MediaType::getSubtype)
                    .filter(type -> type.equals("html") || type.endsWith("json"))
                    .findFirst()
                    .map(type -> type.endsWith("json"))
                    .orElse(false);
        } catch (InvalidMediaTypeException _) {
            return false;
        }
    }
}
