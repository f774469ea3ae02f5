package org.wellmet.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/// Turns what went wrong into an answer: exceptions of controllers, and what filters and the container refuse
/// (`/error`).
@Controller
@OpenTo(OpenTo.Who.ANYONE)
@ControllerAdvice
final class ErrorPages implements ErrorController {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);

    private final Problems problems;

    ErrorPages(Problems problems) {
        this.problems = problems;
    }

    @RequestMapping("/error")
    ModelAndView refusedBeforeAnyPage(HttpServletRequest request) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus status = code instanceof Integer value ? HttpStatus.resolve(value) : HttpStatus.NOT_FOUND;
        return answer(request, Objects.requireNonNullElse(status, HttpStatus.INTERNAL_SERVER_ERROR));
    }

    /// Something in the address that is of another kind than what is asked for. A program is told which.
    @ExceptionHandler
    ModelAndView mismatch(MethodArgumentTypeMismatchException mismatch, HttpServletRequest request) {
        return Problems.isApi(request) && mismatch.getParameter().hasParameterAnnotation(RequestParam.class)
                ? problems.answer(
                        request,
                        Problem.refused(mismatch.getName(), Text.of("Address"), Text.of("Send a whole number here.")))
                : answer(request, HttpStatus.NOT_FOUND);
    }

    @ExceptionHandler({NotHere.class, NoResourceFoundException.class})
    ModelAndView notHere(HttpServletRequest request) {
        return answer(request, HttpStatus.NOT_FOUND);
    }

    @ExceptionHandler
    ModelAndView method(
            HttpRequestMethodNotSupportedException refused, HttpServletRequest request, HttpServletResponse response) {
        String[] supported = Objects.requireNonNullElse(refused.getSupportedMethods(), new String[0]);
        response.setHeader(HttpHeaders.ALLOW, String.join(", ", supported));
        return answer(request, HttpStatus.METHOD_NOT_ALLOWED);
    }

    /// A body that is not what the route reads: broken JSON, an array where one text belongs.
    @ExceptionHandler
    ModelAndView notUnderstood(HttpMessageNotReadableException unreadable, HttpServletRequest request) {
        return problems.answer(
                request,
                Problems.isApi(request) ? JsonReading.problem(unreadable) : Problem.ofStatus(HttpStatus.BAD_REQUEST));
    }

    @ExceptionHandler(MaxUploadSizeExceededException.class)
    ModelAndView tooLarge(HttpServletRequest request) {
        return answer(request, HttpStatus.CONTENT_TOO_LARGE);
    }

    @ExceptionHandler({
        DataAccessResourceFailureException.class,
        TransientDataAccessException.class,
        CannotCreateTransactionException.class
    })
    ModelAndView busy(HttpServletRequest request, RuntimeException cause) {
        LOG.warn("the database did not answer", cause);
        return answer(request, HttpStatus.SERVICE_UNAVAILABLE);
    }

    /// The other side has gone while it was answered: nobody is left to tell, and nothing is wrong here.
    @ExceptionHandler(AsyncRequestNotUsableException.class)
    @Nullable
    ModelAndView nobodyIsLeft() {
        return null;
    }

    @ExceptionHandler
    ModelAndView anythingElse(Exception fault, HttpServletRequest request) throws Exception {
        if (fault instanceof AccessDeniedException || fault instanceof AuthenticationException) {
            throw fault; // Spring Security's filters stand around us and know what to do
        }
        if (fault instanceof ErrorResponse refused && !refused.getStatusCode().is5xxServerError()) {
            return answer(request, status(refused.getStatusCode()));
        }
        LOG.error("a request failed", fault);
        return answer(request, HttpStatus.INTERNAL_SERVER_ERROR);
    }

    private ModelAndView answer(HttpServletRequest request, HttpStatus status) {
        return problems.answer(request, Problems.ofStatus(request, status));
    }

    private static HttpStatus status(HttpStatusCode code) {
        return Objects.requireNonNullElse(HttpStatus.resolve(code.value()), HttpStatus.BAD_REQUEST);
    }
}
