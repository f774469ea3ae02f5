package org.wellmet.connection;

import java.util.List;
import org.wellmet.web.Text;

/// A choice of the invitation form for what the server cannot check.
public record InviteChoice(ClaimKind kind, Text label, Text hint) {
    /// What anyone may claim, in the order of the form.
    public static final List<InviteChoice> ALL = List.of(
            new InviteChoice(
                    ClaimKind.WORKED, Text.of("We worked at the same organisation"), Text.of("Say below which one.")),
            new InviteChoice(
                    ClaimKind.STUDIED, Text.of("We studied at the same school"), Text.of("Say below which one.")),
            new InviteChoice(ClaimKind.MET, Text.of("We met at an event"), Text.of("Say below which one, and when.")),
            new InviteChoice(ClaimKind.TOPIC, Text.of("We share a topic"), Text.of("Say below which one.")),
            new InviteChoice(ClaimKind.INTRODUCED, Text.of("Somebody introduced us"), Text.of("Say below who.")),
            new InviteChoice(ClaimKind.OTHER, Text.of("Something else"), Text.of("Say it below in your own words.")));

    /// What the form sends for something that the server knows.
    public static String value(CommonGround ground) {
        return InvitationForm.value(ground.claim());
    }
}
