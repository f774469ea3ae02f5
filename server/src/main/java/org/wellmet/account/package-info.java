/// Signing up, signing in, and what keeps an account its owner's: passwords, sessions, proofs by mail. And
/// the network itself: its name, its set-up, who may join.
///
/// An *account* is how a member signs in; a demo's members have none. A *session* is a browser in which a
/// member is signed in. A *proof* is a link in a mail that works once. A *join link* is made by an operator.
/// Start reading at [Sessions] and `Accounts`; the first start of a server is `SetUp`.
///
/// Invariants:
///
/// 1. *Nothing that opens is kept*: tables hold hashes of passwords, cookies and links. A one-time link lies
///    in the outbox until its mail is sent, and nowhere else; a password nowhere.
/// 2. *Same bytes*: no answer to somebody who is not signed in depends on whether a mail address has an account. Its
/// owner may get a mail about it.
/// 3. *An end is an end*: a session that ended, for whatever reason, is refused from the next request on, on
///    this node by *no ghost sessions* of `SessionCache`.
/// 4. *Links change nothing by being followed*: each leads to a page with a button.
///
/// Spring Security guards against forgery and carries who is signed in; Spring Session brings the cookie. What they
/// work on is said here.
@NullMarked
package org.wellmet.account;

import org.jspecify.annotations.NullMarked;
