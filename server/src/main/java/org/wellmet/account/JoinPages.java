package org.wellmet.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.wellmet.member.Members;
import org.wellmet.web.Form;
import org.wellmet.web.FormReader;
import org.wellmet.web.Frame;
import org.wellmet.web.OpenTo;
import org.wellmet.web.Pages;
import org.wellmet.web.Place;
import org.wellmet.web.Problem;
import org.wellmet.web.Problems;
import org.wellmet.web.Text;

/// Signing up, and the link in the mail that ends it.
@Controller
@OpenTo(OpenTo.Who.ANYONE)
final class JoinPages {
    private static final String TEMPLATE = "account/join";
    private static final String CONFIRM = "account/confirm";

    private final SignUps signUps;
    private final JoinLinks links;
    private final NetworkSettings network;
    private final Letters letters;
    private final AccountLimits limits;
    private final SignInCookie cookie;
    private final Pages pages;
    private final Problems problems;

    JoinPages(
            SignUps signUps,
            JoinLinks links,
            NetworkSettings network,
            Letters letters,
            AccountLimits limits,
            SignInCookie cookie,
            Pages pages,
            Problems problems) {
        this.signUps = signUps;
        this.links = links;
        this.network = network;
        this.letters = letters;
        this.limits = limits;
        this.cookie = cookie;
        this.pages = pages;
        this.problems = problems;
    }

    /// In the top bar.
    @Bean
    static Place joinPlace() {
        return Place.link(Place.Where.GUEST, 20, "/join", Text.of("Join"));
    }

    /// @param welcome the secret of somebody's personal invitation, to be remembered; it opens nothing here
    @GetMapping("/join")
    ModelAndView show(@RequestParam(defaultValue = "") String welcome) {
        Form form = welcome.isEmpty() ? Form.empty() : Form.empty().with("welcome", welcome);
        Map<String, Object> model = new HashMap<>(model(form, null));
        host(form)
                .flatMap(Arrival.Host::boundTo)
                .ifPresent(email -> model.put("form", form.with("email", email.value())));
        return Pages.page(TEMPLATE, model);
    }

    @GetMapping("/join/{secret}")
    ModelAndView showByLink(@PathVariable String secret) {
        Optional<Long> link = links.find(new Secret(secret));
        if (link.isEmpty()) {
            return LinkOver.ofJoinLink();
        }
        return Pages.page(TEMPLATE, model(Form.empty().with("link", secret), link.orElse(null)));
    }

    @PostMapping("/join")
    ModelAndView join(Form form, Frame frame, HttpServletRequest request) {
        Optional<Long> link = links.find(new Secret(form.value("link")));
        FormReader reading = form.reading();
        String name = reading.required("name", Text.of("Your name"), Members.NAME_MAX_LENGTH);
        Optional<EmailAddress> email = TypedPassword.email(reading);
        String password = TypedPassword.chosen(
                form, reading, List.of(name, email.map(EmailAddress::local).orElse(""), network.name()));
        if (email.isPresent() && !signUps.mayBegin(email.get(), link.orElse(null))) {
            TypedPassword.refuseEmail(reading, refusal());
        }
        if (reading.isRefused() || email.isEmpty()) {
            return Pages.again(TEMPLATE, reading.refused(), model(reading.refused(), link.orElse(null)));
        }
        Optional<Duration> wait = limits.mail(request, email.get());
        if (wait.isPresent()) {
            return problems.answer(request, Problem.tooMany(wait.get()));
        }
        signUps.begin(new SignUps.Wish(email.get(), name, password, link, welcome(form)), frame::say);
        return pages.onTo("/join/sent");
    }

    @GetMapping("/join/sent")
    ModelAndView sent() {
        return Pages.page("account/join-sent", Map.of("isMailed", letters.areMailed()));
    }

    @GetMapping("/join/waiting")
    ModelAndView waiting() {
        return Pages.page("account/join-waiting", Map.of("isMailed", letters.areMailed()));
    }

    @GetMapping("/join/confirm/{secret}")
    ModelAndView showConfirm(@PathVariable String secret) {
        if (!signUps.isOpen(new Secret(secret))) {
            return LinkOver.ofSignUp();
        }
        return Pages.page(CONFIRM, Map.of("secret", secret, "isWrong", false));
    }

    @PostMapping("/join/confirm/{secret}")
    ModelAndView confirm(
            @PathVariable String secret,
            Form form,
            Frame frame,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<Duration> wait = limits.proof(request);
        if (wait.isPresent()) {
            return problems.answer(request, Problem.tooMany(wait.get()));
        }
        return switch (signUps.confirm(new Secret(secret), form.value("password"))) {
            case SignUpOutcome.Joined joined -> {
                cookie.open(joined.member(), frame.look(), request, response);
                yield pages.onTo("/", Text.of("Welcome. Your account is ready."));
            }
            case SignUpOutcome.Waits _ -> pages.onTo("/join/waiting");
            case SignUpOutcome.WrongPassword _ -> Pages.again(CONFIRM, form, Map.of("secret", secret, "isWrong", true));
            case SignUpOutcome.Gone _ -> LinkOver.ofSignUp();
        };
    }

    private static Optional<Secret> welcome(Form form) {
        return Optional.of(form.value("welcome"))
                .filter(text -> !text.isEmpty())
                .map(Secret::new);
    }

    private Optional<Arrival.Host> host(Form form) {
        return welcome(form).flatMap(signUps::host);
    }

    private Text refusal() {
        return switch (network.current().joinPolicy()) {
            case DOMAIN -> Text.of("Only addresses under certain domains may join. Use the one of your organisation.");
            case LINK -> Text.of("You need a link from the operator to join, and this one opens nothing.");
            case ANYONE, APPROVAL -> throw new IllegalStateException("this policy refuses nobody at sign-up");
        };
    }

    private Map<String, Object> model(Form form, @Nullable Long link) {
        NetworkSetting setting = network.current();
        Optional<Arrival.Host> host = host(form);
        return Map.of(
                "form",
                form,
                "policy",
                setting.joinPolicy(),
                "isMailed",
                letters.areMailed(),
                "isShut",
                setting.joinPolicy() == JoinPolicy.LINK && link == null,
                "description",
                setting.description(),
                "host",
                host.map(Arrival.Host::name).orElse(""),
                "isBound",
                host.flatMap(Arrival.Host::boundTo).isPresent());
    }
}
