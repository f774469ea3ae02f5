/// What an operator decides before the server starts: where it listens, where its data lies, who sends its mail.
///
/// A *setting* has one name with dots (`wellmet.public-address`), which a line of `wellmet.properties`, an environment
/// variable (`WELLMET_PUBLIC_ADDRESS`) or a system property may give; the last of these that speaks is heard first.
/// `docs/wellmet.properties` lists them all.
///
/// Start reading at [Settings]. Values are parsed here, once, and all that is wrong is told at once
/// ([SettingsRefused]); a [Settings] that exists is valid. Passwords are in no `toString`, no message and no log.
@NullMarked
package org.wellmet.settings;

import org.jspecify.annotations.NullMarked;
