/// What the operator of a server does: let people in, make links, suspend, read mails that no mail server took, name
/// the network.
///
/// Nothing here has state or rules of its own: the front doors of `account` and `mail` do. To everyone but
/// operators none of these pages exist.
@NullMarked
package org.wellmet.operator;

import org.jspecify.annotations.NullMarked;
