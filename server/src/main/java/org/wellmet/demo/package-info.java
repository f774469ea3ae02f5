/// The living community of `./wellmet run --demo`: Harbour City Professionals, of Halifax.
///
/// Nobody in it exists. [DemoContent] is what its people could say, written by hand; [DemoCommunity] makes a
/// city of them, the same one from the same seed: who works and worked where, studied with whom, cares for
/// what, and who knows whom because of it. [DemoSeeding] brings it into an empty demo database, once, through
/// the front doors of the features.
///
/// What they write is true of them: an invitation or an introduction names what must hold of the people in it, and the
/// seeding fails where nobody fits. Everybody has the clock of their area but the two whom a visitor becomes: these
/// have the language and the clock of the visitor's browser.
///
/// The marker row that it leaves is one of the two keys to the one-click sign-in; the launcher's `--demo` is the other.
@NullMarked
package org.wellmet.demo;

import org.jspecify.annotations.NullMarked;
