package org.wellmet.connection;

import org.wellmet.web.Text;

/// Something the server knows two members to share.
///
/// @param claim the claim that it supports
/// @param detail how the server knows, in a sentence both may read: "20 months together, January 2020 to August 2021"
public record CommonGround(Claim claim, Text detail) {}
