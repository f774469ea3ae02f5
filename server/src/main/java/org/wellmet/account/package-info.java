/// Signing up, signing in, and what keeps an account its owner's: passwords, sessions, proofs by mail.
///
/// Spring Security does the work; this package says what it works on.
@NullMarked
package org.wellmet.account;

import org.jspecify.annotations.NullMarked;
