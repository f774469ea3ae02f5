/// The frame of every page: layout, language, forms, errors, static files, headers.
///
/// It knows no feature. What it must know of them it asks through small interfaces that features implement as
/// beans: [SignedIn] (who is looking), [Badge] (how many wait), [Place] (what the bars and menus offer),
/// [Preferences] (a member's own language, theme and zone), [NetworkName].
///
/// *A page* is a controller method that returns what [Pages] makes; its template begins with `@param Frame
/// frame`, which nobody needs to pass: [Frames] assembles it once per request. *A text* is an English
/// sentence that is its own key ([Frame#say], [Text]); the French ones lie in `fr/*.json`, and a test
/// compares the two. *A form* keeps what was typed ([Form], [FormReader]). *A problem* is a page or
/// `application/problem+json` ([Problem]); what is forbidden and what is absent are the same bytes
/// ([NotHere]).
///
/// Invariants: (1) no inline script or style anywhere; (2) a request parameter is one string unless [ManyValued] says
/// otherwise; (3) GET and HEAD change nothing; (4) an anonymous visitor has no session.
@NullMarked
package org.wellmet.web;

import org.jspecify.annotations.NullMarked;
