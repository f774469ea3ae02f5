package org.wellmet.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.wellmet.member.MemberId;
import org.wellmet.member.Members;
import org.wellmet.visibility.Viewer;
import org.wellmet.web.Form;
import org.wellmet.web.FormReader;
import org.wellmet.web.Frame;
import org.wellmet.web.NotHere;
import org.wellmet.web.OpenTo;
import org.wellmet.web.Pages;
import org.wellmet.web.Problem;
import org.wellmet.web.Problems;
import org.wellmet.web.Text;

/// The three steps of the first start. Once they are done, nothing is here.
@Controller
@OpenTo(OpenTo.Who.ANYONE)
final class SetUpPages {
    private static final String ADDRESS = "/set-up";
    private static final String OPERATOR = "account/set-up-operator";
    private static final String NAME = "account/set-up-name";
    private static final String JOINING = "account/set-up-joining";

    private final SetUp setUp;
    private final SetUpCode code;
    private final NetworkSettings network;
    private final AccountLimits limits;
    private final SignInCookie cookie;
    private final Pages pages;
    private final Problems problems;

    SetUpPages(
            SetUp setUp,
            SetUpCode code,
            NetworkSettings network,
            AccountLimits limits,
            SignInCookie cookie,
            Pages pages,
            Problems problems) {
        this.setUp = setUp;
        this.code = code;
        this.network = network;
        this.limits = limits;
        this.cookie = cookie;
        this.pages = pages;
        this.problems = problems;
    }

    @GetMapping(ADDRESS)
    ModelAndView show(Viewer viewer, HttpServletRequest request) {
        SetUp.Step step = setUp.next();
        if (step != SetUp.Step.OPERATOR && step != SetUp.Step.DONE && !viewer.isOperator()) {
            return Pages.page("account/set-up-begun");
        }
        return switch (step) {
            case OPERATOR -> Pages.page(OPERATOR, Map.of("form", Form.empty(), "asksCode", code.isAskedOf(request)));
            case NAME -> Pages.page(NAME, Map.of("form", Form.empty()));
            case JOINING -> Pages.page(JOINING, Map.of("form", Form.empty().with("policy", JoinPolicy.LINK.code())));
            case DONE -> throw new NotHere();
        };
    }

    @PostMapping(ADDRESS + "/operator")
    ModelAndView operator(Form form, Frame frame, HttpServletRequest request, HttpServletResponse response) {
        holdTo(SetUp.Step.OPERATOR);
        boolean asksCode = code.isAskedOf(request);
        Optional<Duration> wait = asksCode ? limits.setUpCode() : Optional.empty();
        if (wait.isPresent()) {
            return problems.answer(request, Problem.tooMany(wait.get()));
        }
        FormReader reading = form.reading();
        if (asksCode && !code.is(form.value("code"))) {
            reading.refuse(
                    "code", Text.of("Set-up code"), Text.of("This is not the code. It stands in the server’s log."));
        }
        String name = reading.required("name", Text.of("Your name"), Members.NAME_MAX_LENGTH);
        Optional<EmailAddress> email = TypedPassword.email(reading);
        String password = TypedPassword.chosen(
                form, reading, List.of(name, email.map(EmailAddress::local).orElse("")));
        if (reading.isRefused() || email.isEmpty()) {
            return Pages.again(OPERATOR, reading.refused(), Map.of("asksCode", asksCode));
        }
        Optional<MemberId> operator = setUp.makeOperator(email.get(), name, password);
        operator.ifPresent(member -> cookie.open(member, frame.look(), request, response));
        return pages.onTo(ADDRESS);
    }

    @PostMapping(ADDRESS + "/name")
    ModelAndView name(Form form, Viewer viewer) {
        holdTo(SetUp.Step.NAME);
        holdToOperator(viewer);
        FormReader reading = form.reading();
        String name = reading.required("name", Text.of("Name of the network"), NetworkSetting.NAME_MAX_LENGTH);
        String description =
                reading.optional("description", Text.of("One line about it"), NetworkSetting.DESCRIPTION_MAX_LENGTH);
        if (reading.isRefused()) {
            return Pages.again(NAME, reading.refused(), Map.of());
        }
        network.change(viewer.id(), setting -> setting.named(name, description));
        return pages.onTo(ADDRESS);
    }

    @PostMapping(ADDRESS + "/joining")
    ModelAndView joining(Form form, Viewer viewer) {
        holdTo(SetUp.Step.JOINING);
        holdToOperator(viewer);
        FormReader reading = form.reading();
        Optional<TypedPolicy> typed = TypedPolicy.read(reading);
        if (typed.isEmpty()) {
            return Pages.again(JOINING, reading.refused(), Map.of());
        }
        network.change(
                viewer.id(),
                setting -> setting.joinedBy(typed.get().policy(), typed.get().domains()));
        return pages.onTo("/operator", Text.of("{0} is open.", network.name()));
    }

    private void holdTo(SetUp.Step step) {
        if (setUp.next() != step) {
            throw new NotHere();
        }
    }

    private static void holdToOperator(Viewer viewer) {
        if (!viewer.isOperator()) {
            throw new NotHere();
        }
    }
}
