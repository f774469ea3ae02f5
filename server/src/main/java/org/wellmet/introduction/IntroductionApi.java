package org.wellmet.introduction;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.wellmet.connection.Acquaintance;
import org.wellmet.connection.Acquaintances;
import org.wellmet.connection.PersonWire;
import org.wellmet.introduction.IntroductionForm.Texts;
import org.wellmet.member.Handle;
import org.wellmet.member.MemberId;
import org.wellmet.visibility.Viewer;
import org.wellmet.web.Form;
import org.wellmet.web.FormReader;
import org.wellmet.web.NotHere;
import org.wellmet.web.OpenTo;
import org.wellmet.web.Problem;
import org.wellmet.web.Problems;
import org.wellmet.web.Text;

/// Introductions as JSON: to each of the three what is theirs. Refusals are `application/problem+json`.
///
/// Methods return either a body or a problem, hence `Object`: Spring chooses by what it is given.
@Controller
@OpenTo(OpenTo.Who.MEMBERS)
@RequestMapping(path = "/api", produces = MediaType.APPLICATION_JSON_VALUE)
final class IntroductionApi {
    private static final String ONE = "/introductions/{id:[0-9]{1,18}}";

    private final Introductions introductions;
    private final IntroductionViews views;
    private final Talks talks;
    private final Acquaintances acquaintances;
    private final Problems problems;
    private final InstantSource clock;

    IntroductionApi(
            Introductions introductions,
            IntroductionViews views,
            Talks talks,
            Acquaintances acquaintances,
            Problems problems,
            InstantSource clock) {
        this.introductions = introductions;
        this.views = views;
        this.talks = talks;
        this.acquaintances = acquaintances;
        this.problems = problems;
        this.clock = clock;
    }

    /// What a client sends to ask. Everything may be missing, and is then refused by name.
    record AskWire(
            @Nullable String to,
            @Nullable String via,
            @Nullable String toConnector,
            @Nullable String toTarget) {}

    /// What a client sends to forward, to decline or to reply.
    record AnswerWire(
            @Nullable String words,
            @Nullable String reason,
            @Nullable String text) {}

    /// Somebody to ask; `strength` within 0 and 1.
    record ConnectorWire(PersonWire member, double strength) {
        static ConnectorWire of(Connector connector) {
            return new ConnectorWire(
                    PersonWire.of(connector.person()), Math.round(1000 * connector.strength()) / 1000.0);
        }
    }

    /// Whom to ask for an introduction to the member.
    record WaysWire(PersonWire member, List<ConnectorWire> connectors) {}

    /// A page of introductions; `next` goes into `before` for the next page and is 0 on the last.
    record ListWire(List<IntroductionWire> introductions, long next) {
        static ListWire of(List<Shown> shown, long next) {
            return new ListWire(
                    shown.stream().map(one -> IntroductionWire.of(one, null)).toList(), next);
        }
    }

    /// What became of introductions, for the member whose they are: nobody else is told these numbers.
    record TallyWire(long count, long passedOn, long inTouch, long connected) {
        static TallyWire of(Tally tally) {
            return new TallyWire(tally.count(), tally.forwardedCount(), tally.inTouchCount(), tally.connectedCount());
        }
    }

    /// What became of those that the viewer asked for, was asked to pass on, and was reached by.
    record TalliesWire(TallyWire asked, TallyWire passed, TallyWire received) {}

    /// What a change led to.
    record DoneWire(String status) {}

    /// Where the two talk.
    record RepliedWire(String status, long invitation) {}

    @GetMapping("/members/{handle}/introduction")
    Object ways(Viewer viewer, @PathVariable String handle, HttpServletRequest request) {
        Acquaintance target = find(viewer, handle);
        Introductions.Ways ways = introductions.ways(viewer, target.member().id());
        return ways.problem(target.member().name())
                .<Object>map(problem -> problems.answer(request, problem))
                .orElseGet(() -> ResponseEntity.ok(new WaysWire(
                        PersonWire.of(target),
                        ways.connectors().stream().map(ConnectorWire::of).toList())));
    }

    @GetMapping("/introductions")
    Object list(
            Viewer viewer,
            HttpServletRequest request,
            @RequestParam(defaultValue = "waiting") String box,
            @RequestParam(defaultValue = "0") long before) {
        return switch (box) {
            case "waiting" -> ResponseEntity.ok(listed(views.waiting(viewer, before)));
            case "asked" -> ResponseEntity.ok(listed(views.asked(viewer, before)));
            case "passed" -> ResponseEntity.ok(listed(views.answered(viewer, before)));
            default ->
                problems.answer(
                        request,
                        Problem.refused(
                                "box",
                                Text.of("Which introductions"),
                                Text.of("One of these: {0}.", "waiting, asked, passed")));
        };
    }

    @GetMapping("/introductions/tally")
    ResponseEntity<TalliesWire> tally(Viewer viewer) {
        return ResponseEntity.ok(new TalliesWire(
                TallyWire.of(views.tally(viewer, Role.ASKER)),
                TallyWire.of(views.tally(viewer, Role.CONNECTOR)),
                TallyWire.of(views.tally(viewer, Role.TARGET))));
    }

    @GetMapping(ONE)
    ResponseEntity<IntroductionWire> one(Viewer viewer, @PathVariable long id) {
        return ResponseEntity.ok(whole(find(viewer, id)));
    }

    @PostMapping(path = "/introductions", consumes = MediaType.APPLICATION_JSON_VALUE)
    Object ask(Viewer viewer, @RequestBody AskWire sent, HttpServletRequest request) {
        Form form = Form.empty()
                .with("to", text(sent.to()))
                .with("via", text(sent.via()))
                .with("toConnector", text(sent.toConnector()))
                .with("toTarget", text(sent.toTarget()));
        FormReader reading = form.reading();
        String to = reading.required("to", Text.of("Whom you wish to meet"), Handle.MAX_LENGTH);
        reading.required("via", IntroductionForm.VIA, Handle.MAX_LENGTH);
        Optional<Acquaintance> found = acquaintances.named(viewer, to);
        if (found.isEmpty() && !reading.isRefused()) {
            throw new NotHere();
        }
        Optional<Texts> texts = IntroductionForm.texts(form, reading);
        if (texts.isEmpty() || found.isEmpty()) {
            return problems.answer(request, Problem.refused(reading.refused()));
        }
        Acquaintance target = found.get();
        MemberId targetId = target.member().id();
        AskOutcome outcome = acquaintances
                .named(viewer, text(sent.via()))
                .map(via -> introductions.ask(new Introductions.Wish(
                        viewer.id(),
                        via.member().id(),
                        targetId,
                        texts.get().toConnector(),
                        texts.get().toTarget())))
                .orElseGet(() -> introductions.askNobody(viewer.id(), targetId));
        return Refusals.of(outcome, target.member().name())
                .<Object>map(problem -> problems.answer(request, timed(outcome, problem)))
                .orElseGet(() -> created(viewer, outcome));
    }

    private Object created(Viewer viewer, AskOutcome outcome) {
        if (!(outcome instanceof AskOutcome.Asked(long id))) {
            throw new IllegalStateException("what was not refused was asked, got " + outcome);
        }
        Shown shown = find(viewer, id);
        return ResponseEntity.created(URI.create("/api" + shown.address())).body(whole(shown));
    }

    private IntroductionWire whole(Shown shown) {
        return IntroductionWire.of(shown, talks.on(shown).orElse(null));
    }

    private Problem timed(AskOutcome outcome, Problem problem) {
        return outcome instanceof AskOutcome.QuotaReached(Instant retryAt)
                ? problem.retryAfter(Duration.between(clock.instant(), retryAt))
                : problem;
    }

    @PostMapping(path = ONE + "/forward", consumes = MediaType.APPLICATION_JSON_VALUE)
    Object forward(Viewer viewer, @PathVariable long id, @RequestBody AnswerWire sent, HttpServletRequest request) {
        find(viewer, id);
        Form form = Form.empty().with("words", text(sent.words()));
        FormReader reading = form.reading();
        return IntroductionForm.words(form, reading)
                .map(words -> answer(request, introductions.forward(viewer.id(), id, words), "forwarded"))
                .orElseGet(() -> problems.answer(request, Problem.refused(reading.refused())));
    }

    @PostMapping(path = ONE + "/decline", consumes = MediaType.APPLICATION_JSON_VALUE)
    Object decline(Viewer viewer, @PathVariable long id, @RequestBody AnswerWire sent, HttpServletRequest request) {
        Shown shown = find(viewer, id);
        FormReader reading = Form.empty().with("reason", text(sent.reason())).reading();
        Optional<DeclineReason> reason = IntroductionForm.reason(shown.role(), reading);
        if (reading.isRefused()) {
            return problems.answer(request, Problem.refused(reading.refused()));
        }
        AnswerOutcome outcome = reason.map(why -> introductions.decline(viewer.id(), id, why))
                .orElseGet(() -> introductions.decline(viewer.id(), id));
        return answer(request, outcome, "declined");
    }

    @PostMapping(path = ONE + "/reply", consumes = MediaType.APPLICATION_JSON_VALUE)
    Object reply(Viewer viewer, @PathVariable long id, @RequestBody AnswerWire sent, HttpServletRequest request) {
        find(viewer, id);
        FormReader reading = Form.empty().with("text", text(sent.text())).reading();
        Optional<String> text = IntroductionForm.reply(reading);
        if (text.isEmpty()) {
            return problems.answer(request, Problem.refused(reading.refused()));
        }
        AnswerOutcome outcome = introductions.reply(viewer.id(), id, text.get());
        return outcome instanceof AnswerOutcome.Replied(long invitation)
                ? ResponseEntity.ok(new RepliedWire("in-touch", invitation))
                : answer(request, outcome, "in-touch");
    }

    @PostMapping(ONE + "/accept")
    Object accept(Viewer viewer, @PathVariable long id, HttpServletRequest request) {
        return answer(request, introductions.accept(viewer.id(), id), "connected");
    }

    @PostMapping(ONE + "/withdraw")
    Object withdraw(Viewer viewer, @PathVariable long id, HttpServletRequest request) {
        return answer(request, introductions.withdraw(viewer.id(), id), "withdrawn");
    }

    private Object answer(HttpServletRequest request, AnswerOutcome outcome, String done) {
        return Refusals.of(outcome)
                .<Object>map(problem -> problems.answer(request, problem))
                .orElseGet(() -> ResponseEntity.ok(new DoneWire(done)));
    }

    private Acquaintance find(Viewer viewer, String handle) {
        return acquaintances.named(viewer, handle).orElseThrow(NotHere::new);
    }

    private Shown find(Viewer viewer, long id) {
        return views.see(viewer, id).orElseThrow(NotHere::new);
    }

    private static ListWire listed(IntroductionViews.Listed listed) {
        return ListWire.of(listed.introductions(), listed.next());
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }
}
