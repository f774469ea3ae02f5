package org.wellmet.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
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
    private final Pages pages;
    private final JsonMapper json = new JsonMapper();

    Problems(Frames frames, Pages pages) {
        this.frames = frames;
        this.pages = pages;
    }

    /// The problem as a page, or as problem+json for those who asked for JSON.
    public ModelAndView answer(HttpServletRequest request, Problem problem) {
        frames.ofProblem(request, problem.status());
        ModelAndView answer = wantsJson(request)
                ? new ModelAndView(json(problem))
                : new ModelAndView(page(problem), Map.of("problem", problem));
        answer.setStatus(problem.status());
        return answer;
    }

    /// The answer without anything that must be asked for: to a request that may not even be one.
    Plain plain(HttpServletRequest request, HttpStatus status) {
        frames.plain(request, true);
        Problem problem = ofStatus(request, status);
        return isApi(request)
                ? new Plain(
                        new String(written(problem, frames.of(request)), StandardCharsets.UTF_8),
                        MediaType.APPLICATION_PROBLEM_JSON_VALUE)
                : new Plain(
                        new String(
                                pages.rendered("web/problem", Map.of("problem", problem), frames.of(request))
                                        .toByteArray(),
                                StandardCharsets.UTF_8),
                        "text/html;charset=UTF-8");
    }

    /// A whole answer.
    record Plain(String body, String type) {}

    private View page(Problem problem) {
        View page = pages.resolveViewName("web/problem", Locale.ROOT);
        return (model, request, response) -> {
            tellWhenToTryAgain(problem, response);
            page.render(model, request, response);
        };
    }

    private static void tellWhenToTryAgain(Problem problem, HttpServletResponse response) {
        problem.retryAfter()
                .ifPresent(wait -> response.setHeader(HttpHeaders.RETRY_AFTER, Problem.retryAfterSeconds(wait)));
    }

    private View json(Problem problem) {
        return (model, request, response) -> write(problem, frames.of(request), response);
    }

    private void write(Problem problem, Frame frame, HttpServletResponse response) throws IOException {
        byte[] body = written(problem, frame);
        tellWhenToTryAgain(problem, response);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private byte[] written(Problem problem, Frame frame) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", TYPE + problem.type());
        members.put("title", frame.say(problem.title()));
        members.put("status", problem.status().value());
        members.put("detail", frame.say(problem.detail()));
        if (!problem.errors().isEmpty()) {
            members.put("errors", errors(problem, frame));
        }
        return json.writeValueAsBytes(members);
    }

    private static List<Map<String, String>> errors(Problem problem, Frame frame) {
        return problem.errors().stream()
                .map(error -> Map.of("field", error.name(), "message", frame.say(error.message())))
                .toList();
    }

    /// Whether the address is one of those for programs, also where a filter's refusal comes by way of `/error`.
    public static boolean isApi(HttpServletRequest request) {
        return Frames.path(request).startsWith("/api/");
    }

    /// The usual words for a status, to whom they are said.
    static Problem ofStatus(HttpServletRequest request, HttpStatus status) {
        return isApi(request) ? ApiProblems.ofStatus(status) : Problem.ofStatus(status);
    }

    /// Whether the client reads JSON rather than pages.
    static boolean wantsJson(HttpServletRequest request) {
        if (isApi(request)) {
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
