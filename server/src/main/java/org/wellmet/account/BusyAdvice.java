package org.wellmet.account;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;
import org.wellmet.web.Problem;
import org.wellmet.web.Problems;

/// Says so when more passwords are to be checked than there are cores to check them.
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
final class BusyAdvice {
    private final Problems problems;

    BusyAdvice(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler(Passwords.TooBusy.class)
    ModelAndView tooBusy(HttpServletRequest request) {
        return problems.answer(request, Problem.ofStatus(HttpStatus.SERVICE_UNAVAILABLE));
    }
}
