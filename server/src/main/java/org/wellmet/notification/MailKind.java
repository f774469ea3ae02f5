package org.wellmet.notification;

import java.util.Arrays;
import java.util.Optional;
import org.wellmet.web.Text;

/// A kind of notification that is mailed to a member who is away, and that the member can stop by itself.
public enum MailKind {
    /// Somebody invites me.
    INVITATIONS("invitations"),
    /// Somebody wrote on an invitation.
    MESSAGES("messages"),
    /// Somebody asks me to introduce them, introduces somebody to me, or answers what I asked for.
    INTRODUCTIONS("introductions"),
    /// Somebody accepted my invitation.
    ACCEPTED("accepted");

    private final String code;

    MailKind(String code) {
        this.code = code;
    }

    /// As in forms, links and JSON.
    public String code() {
        return code;
    }

    /// What members call it.
    public Text label() {
        return switch (this) {
            case INVITATIONS -> Text.of("Invitations");
            case MESSAGES -> Text.of("Messages on an invitation");
            case INTRODUCTIONS -> Text.of("Introductions");
            case ACCEPTED -> Text.of("Accepted");
        };
    }

    /// What is mailed.
    public Text hint() {
        return switch (this) {
            case INVITATIONS ->
                Text.of("Somebody invites you to connect. What lies folded away in your inbox is not mailed.");
            case MESSAGES -> Text.of("Somebody writes to you on an invitation that waits.");
            case INTRODUCTIONS ->
                Text.of("You are asked for one, somebody is introduced to you, or one of yours comes to something.");
            case ACCEPTED -> Text.of("Somebody accepts your invitation.");
        };
    }

    /// The kind with that code.
    static Optional<MailKind> parse(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }

    /// Under which kind a notification is mailed; empty for what is shown on the page alone.
    static Optional<MailKind> of(NotificationKind kind) {
        return switch (kind) {
            case INVITED -> Optional.of(INVITATIONS);
            case SAID_ON_INVITATION -> Optional.of(MESSAGES);
            case ACCEPTED -> Optional.of(ACCEPTED);
            case INTRODUCTION_ASKED,
                    INTRODUCTION_FORWARDED,
                    INTRODUCTION_PASSED_ON,
                    INTRODUCTION_DECLINED,
                    INTRODUCTION_ACCEPTED,
                    INTRODUCTION_LED_TO_CONNECTION -> Optional.of(INTRODUCTIONS);
            case COMMENTED, REACTED, MENTIONED, MENTIONED_IN_COMMENT -> Optional.empty();
        };
    }
}
