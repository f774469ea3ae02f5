/// Who is here: a member's identity, name and standing, which every other feature refers to.
///
/// A member is known by a [MemberId] that is never reused, and by a *handle* in addresses. What else a member
/// says of themselves belongs to `profile`, how they sign in to `account`. Start reading at [Members].
@NullMarked
package org.wellmet.member;

import org.jspecify.annotations.NullMarked;
