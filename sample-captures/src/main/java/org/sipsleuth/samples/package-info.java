/// The sample captures: recorded files come out, each with the story of what happened in it, some
/// with a file that tells which of their messages belong to an attack.
///
/// Nothing comes in; the captures lie in this package as resources.
@NullMarked
package org.sipsleuth.samples;

import org.jspecify.annotations.NullMarked;
