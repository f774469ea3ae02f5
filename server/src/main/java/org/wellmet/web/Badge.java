package org.wellmet.web;

import jakarta.servlet.http.HttpServletRequest;

/// A small count beside a [Place]: invitations waiting, notifications unread. Asked once per page of a signed-in
/// member.
public interface Badge {
    /// The address of the place that carries it.
    String place();

    /// How many wait; nothing is shown for 0.
    long count(HttpServletRequest request);
}
