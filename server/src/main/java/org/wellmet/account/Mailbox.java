package org.wellmet.account;

import java.time.ZoneId;
import org.wellmet.web.Language;

/// Where a member who takes part is written to, and how they are spoken to: as they chose, or else as they signed in
/// last. Never to be shown to anybody else. Immutable.
public record Mailbox(EmailAddress address, Language language, ZoneId zone) {}
