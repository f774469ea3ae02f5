package org.wellmet.notification;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.wellmet.connection.Acquaintance;
import org.wellmet.connection.Acquaintances;
import org.wellmet.connection.Claim;
import org.wellmet.connection.ClaimKind;
import org.wellmet.connection.Connections;
import org.wellmet.connection.Exchange;
import org.wellmet.connection.Exchanges;
import org.wellmet.connection.Inbox;
import org.wellmet.connection.Invitation;
import org.wellmet.connection.Message;
import org.wellmet.introduction.IntroductionViews;
import org.wellmet.introduction.Shown;
import org.wellmet.member.Member;
import org.wellmet.member.MemberId;
import org.wellmet.visibility.Viewer;
import org.wellmet.web.Text;

/// Says what a mail may tell its reader at this moment: with the reader's leave, and of what still waits or
/// holds. Thread-safe.
@Component
final class Tidings {
    private final Acquaintances acquaintances;
    private final Connections connections;
    private final Exchanges exchanges;
    private final Inbox inbox;
    private final IntroductionViews introductions;
    private final IntroductionTidings ofIntroductions;

    Tidings(
            Acquaintances acquaintances,
            Connections connections,
            Exchanges exchanges,
            Inbox inbox,
            IntroductionViews introductions) {
        this.acquaintances = acquaintances;
        this.connections = connections;
        this.exchanges = exchanges;
        this.inbox = inbox;
        this.introductions = introductions;
        this.ofIntroductions = new IntroductionTidings(connections);
    }

    /// What can be told, in the order of the notifications.
    List<Tiding> of(MemberId reader, MailSetting setting, List<DueNotification> notifications) {
        List<DueNotification> wanted = notifications.stream()
                .filter(one -> MailKind.of(one.kind()).filter(setting::isMailed).isPresent())
                .toList();
        if (wanted.isEmpty()) {
            return List.of();
        }
        Leave leave = leave(Viewer.of(reader), wanted);
        List<Tiding> tidings = new ArrayList<>();
        wanted.forEach(one -> Optional.ofNullable(leave.actors().get(one.actor()))
                .flatMap(actor -> tiding(one, actor.member(), leave))
                .ifPresent(tidings::add));
        return tidings;
    }

    /// What the reader may see, asked once for a mail.
    ///
    /// @param connections those who accepted and are connected with the reader still
    private record Leave(
            Map<MemberId, Acquaintance> actors,
            Map<Long, Exchange> exchanges,
            Map<Long, Shown> introductions,
            Set<MemberId> connections) {}

    private Leave leave(Viewer reader, List<DueNotification> wanted) {
        Set<Long> ofExchanges = new HashSet<>();
        Set<Long> ofIntroductions = new HashSet<>();
        Set<MemberId> accepting = new HashSet<>();
        for (DueNotification one : wanted) {
            switch (MailKind.of(one.kind()).orElseThrow()) {
                case INVITATIONS, MESSAGES -> ofExchanges.add(one.subjectId());
                case INTRODUCTIONS -> ofIntroductions.add(one.subjectId());
                case ACCEPTED -> accepting.add(one.actor());
            }
        }
        return new Leave(
                acquaintances.of(
                        reader, wanted.stream().map(DueNotification::actor).collect(Collectors.toSet())),
                inSight(reader, ofExchanges),
                introductions.all(reader, ofIntroductions),
                accepting.isEmpty()
                        ? Set.of()
                        : connections.since(reader.id(), accepting).keySet());
    }

    /// The invitations with what was said on them, but for those that lie folded away: what is put aside
    /// sends no mail.
    private Map<Long, Exchange> inSight(Viewer reader, Set<Long> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        Set<Long> foldedAway = inbox.foldedAway(reader);
        return exchanges.all(
                reader, ids.stream().filter(id -> !foldedAway.contains(id)).toList());
    }

    private Optional<Tiding> tiding(DueNotification one, Member actor, Leave leave) {
        return switch (one.kind()) {
            case INVITED -> exchange(one, leave).flatMap(Tidings::invited);
            case SAID_ON_INVITATION -> exchange(one, leave).flatMap(exchange -> said(exchange, one.untoldSince()));
            case ACCEPTED -> leave.connections().contains(actor.id()) ? Optional.of(accepted(actor)) : Optional.empty();
            case INTRODUCTION_ASKED,
                    INTRODUCTION_FORWARDED,
                    INTRODUCTION_PASSED_ON,
                    INTRODUCTION_DECLINED,
                    INTRODUCTION_ACCEPTED,
                    INTRODUCTION_LED_TO_CONNECTION ->
                Optional.ofNullable(leave.introductions().get(one.subjectId()))
                        .flatMap(shown -> ofIntroductions.of(one.kind(), shown));
            case COMMENTED, REACTED, MENTIONED, MENTIONED_IN_COMMENT -> Optional.empty();
        };
    }

    private static Optional<Exchange> exchange(DueNotification one, Leave leave) {
        return Optional.ofNullable(leave.exchanges().get(one.subjectId()))
                .filter(found -> found.other().member().id().equals(one.actor()));
    }

    private static Optional<Tiding> invited(Exchange exchange) {
        if (!exchange.isWaiting() || exchange.isMine()) {
            return Optional.empty();
        }
        Invitation invitation = exchange.invitation();
        Member inviter = exchange.other().member();
        List<Passage> passages = new ArrayList<>(headline(inviter));
        passages.addAll(claim(invitation));
        passages.add(line(Text.of("Why now:")));
        passages.add(new Passage.Quote(invitation.whyNow().text()));
        passages.add(line(Text.of("Accept, decline, or ask something first:")));
        passages.add(new Passage.Link("/invitations/" + invitation.id()));
        passages.add(line(Text.of("If you accept, you are connected. If you decline, nobody is told.")));
        return Optional.of(
                new Tiding(MailKind.INVITATIONS, Text.of("{0} invites you to connect", inviter.name()), passages));
    }

    /// What was written after `since`, until the reader wrote something; nothing when the reader has accepted, and
    /// so been there.
    private static Optional<Tiding> said(Exchange exchange, Instant since) {
        Member author = exchange.other().member();
        List<Message> unanswered = exchange.messages().reversed().stream()
                .takeWhile(message -> message.author().equals(author.id()))
                .filter(message -> message.at().isAfter(since))
                .toList();
        if (unanswered.isEmpty() || !(exchange.isWaiting() || exchange.isMine())) {
            return Optional.empty();
        }
        List<Passage> passages = new ArrayList<>();
        unanswered.reversed().forEach(message -> passages.add(new Passage.Quote(message.text())));
        passages.add(line(Text.of("Read it in its place, and answer:")));
        passages.add(new Passage.Link("/invitations/" + exchange.invitation().id()));
        return Optional.of(
                new Tiding(MailKind.MESSAGES, Text.of("{0} wrote to you on an invitation", author.name()), passages));
    }

    private static Tiding accepted(Member actor) {
        List<Passage> passages = new ArrayList<>(headline(actor));
        passages.add(line(Text.of("You are connected.")));
        passages.add(new Passage.Link("/in/" + actor.handle()));
        return new Tiding(MailKind.ACCEPTED, Text.of("{0} accepted your invitation", actor.name()), passages);
    }

    /// How they know each other, and what the server found of it.
    private static List<Passage> claim(Invitation invitation) {
        Claim claim = invitation.claim();
        Text found = invitation.check().said();
        return claim.kind() == ClaimKind.OTHER
                ? List.of(new Passage.Quote(claim.subject()), line(found))
                : List.of(line(Text.of("{0} ({1})", claim.said(), found)));
    }

    static List<Passage> headline(Member member) {
        return member.headline().isEmpty() ? List.of() : List.of(new Passage.Quote(member.headline()));
    }

    static Passage line(Text text) {
        return new Passage.Line(text);
    }
}
