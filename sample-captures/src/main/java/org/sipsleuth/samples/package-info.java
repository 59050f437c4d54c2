/// The sample captures, which lie in this package as resources.
///
/// In: nothing. Out: recorded files, each with the story of what happened in it, some with a
/// ground-truth file that lists the messages of attacks.
@NullMarked
package org.sipsleuth.samples;

import org.jspecify.annotations.NullMarked;
