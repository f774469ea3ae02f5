/// Pictures that members upload, and the route that serves them.
///
/// [Pictures] reads an upload in two steps: `read` makes it harmless outside of any transaction, `store`
/// keeps it in the caller's. Nothing of the uploaded bytes survives: they are decoded by one of three named
/// decoders, scaled, and encoded anew, so that metadata, trailing archives and scripts stay behind.
///
/// 1. The size in the header is checked before a pixel is decoded, and only two pictures are decoded at a time.
/// 2. A picture is shown to whom a [PictureLeave] says so, and to its owner; to everybody else it does not exist.
///    The feature that shows a picture says who may see it, because it alone knows.
@NullMarked
package org.wellmet.picture;

import org.jspecify.annotations.NullMarked;
