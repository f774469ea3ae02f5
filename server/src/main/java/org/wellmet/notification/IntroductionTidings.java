package org.wellmet.notification;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.wellmet.connection.Connections;
import org.wellmet.introduction.Shown;
import org.wellmet.introduction.Step;
import org.wellmet.member.Member;
import org.wellmet.web.Text;

/// Says what a mail may tell of an introduction, out of what its reader is shown of it. Thread-safe.
final class IntroductionTidings {
    private final Connections connections;

    IntroductionTidings(Connections connections) {
        this.connections = connections;
    }

    /// The tiding of that kind, if it is still true.
    Optional<Tiding> of(NotificationKind kind, Shown shown) {
        return switch (kind) {
            case INTRODUCTION_ASKED -> told(shown.isMine(), () -> asked(shown));
            case INTRODUCTION_FORWARDED -> told(shown.isMine(), () -> forwarded(shown));
            case INTRODUCTION_PASSED_ON -> told(shown.step() == Step.WITH_TARGET, () -> passedOn(shown));
            case INTRODUCTION_DECLINED -> told(shown.step() == Step.DECLINED, () -> declined(shown));
            case INTRODUCTION_ACCEPTED -> told(holds(shown), () -> accepted(shown));
            case INTRODUCTION_LED_TO_CONNECTION -> told(holds(shown), () -> ledToConnection(shown));
            case INVITED, ACCEPTED, SAID_ON_INVITATION, COMMENTED, REACTED, MENTIONED, MENTIONED_IN_COMMENT ->
                Optional.empty();
        };
    }

    private static Optional<Tiding> told(boolean isTrue, Supplier<Tiding> tiding) {
        return isTrue ? Optional.of(tiding.get()) : Optional.empty();
    }

    /// Whether the connection that it made is there still.
    private boolean holds(Shown shown) {
        return shown.step() == Step.CONNECTED
                && connections.areConnected(
                        shown.asker().member().id(), shown.target().member().id());
    }

    private static Tiding asked(Shown shown) {
        Member asker = shown.asker().member();
        Member target = shown.target().member();
        List<Passage> passages = new ArrayList<>();
        passages.add(Tidings.line(Text.of("{0} wishes to meet {1}", asker.name(), target.name())));
        shown.toConnector().ifPresent(words -> {
            passages.add(Tidings.line(Text.of("{0} writes to you alone", asker.firstName())));
            passages.add(new Passage.Quote(words));
        });
        passages.add(Tidings.line(Text.of("{0} writes for {1}", asker.firstName(), target.firstName())));
        passages.add(new Passage.Quote(shown.toTarget()));
        passages.add(Tidings.line(Text.of("Pass it on or decline. If you decline without a word, nobody is told:")));
        return tiding(shown, Text.of("{0} asks you for an introduction", asker.name()), passages);
    }

    private static Tiding forwarded(Shown shown) {
        Member connector = shown.connector().member();
        Member asker = shown.asker().member();
        List<Passage> passages = new ArrayList<>(Tidings.headline(asker));
        shown.words().ifPresent(words -> quote(passages, connector, words));
        quote(passages, asker, shown.toTarget());
        passages.add(Tidings.line(Text.of(
                "If you accept, you and {0} are connected, and {1} is told. If you decline, nobody is told.",
                asker.firstName(), connector.firstName())));
        return tiding(shown, Text.of("{0} introduces {1} to you", connector.name(), asker.name()), passages);
    }

    private static Tiding passedOn(Shown shown) {
        return tiding(
                shown,
                Text.of(
                        "{0} passed your introduction on",
                        shown.connector().member().name()),
                List.of(aboutTarget(shown)));
    }

    private static Tiding declined(Shown shown) {
        Member connector = shown.connector().member();
        List<Passage> passages = new ArrayList<>();
        passages.add(aboutTarget(shown));
        shown.reason().ifPresent(reason -> {
            passages.add(Tidings.line(Text.of("{0} writes why not", connector.firstName())));
            passages.add(new Passage.Quote(reason));
        });
        return tiding(
                shown, Text.of("{0} did not pass your introduction on, and says why", connector.name()), passages);
    }

    private static Tiding accepted(Shown shown) {
        return tiding(
                shown,
                Text.of(
                        "{0} accepted your introduction: you are connected",
                        shown.target().member().name()),
                List.of(Tidings.line(
                        Text.of("Introduced by {0}", shown.connector().member().name()))));
    }

    private static Tiding ledToConnection(Shown shown) {
        Member asker = shown.asker().member();
        Member target = shown.target().member();
        return tiding(
                shown,
                Text.of("{0} accepted the introduction that you passed on", target.name()),
                List.of(Tidings.line(Text.of("{0} and {1} are connected by it", asker.name(), target.name()))));
    }

    private static void quote(List<Passage> passages, Member author, String words) {
        passages.add(Tidings.line(Text.of("{0} writes", author.firstName())));
        passages.add(new Passage.Quote(words));
    }

    private static Passage aboutTarget(Shown shown) {
        return Tidings.line(
                Text.of("Introduction to {0}", shown.target().member().name()));
    }

    private static Tiding tiding(Shown shown, Text what, List<Passage> passages) {
        List<Passage> all = new ArrayList<>(passages);
        all.add(new Passage.Link(shown.address()));
        return new Tiding(MailKind.INTRODUCTIONS, what, all);
    }
}
