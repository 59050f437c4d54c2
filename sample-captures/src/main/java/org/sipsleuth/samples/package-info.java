/// The sample captures: recorded files come out, each with the story of what happened in it, some
/// with a ground-truth file that lists the messages of attacks.
///
/// Nothing comes in; the captures lie in this package as resources.
@NullMarked
package org.sipsleuth.samples;

import org.jspecify.annotations.NullMarked;
