/// JSON of labs, keys and answers, each value with the line on which it stands.
///
/// In: bytes of a file that anybody may have written. Out: a tree of values, or the line and reason
/// why there is none.
@NullMarked
package org.sipsleuth.lab.json;

import org.jspecify.annotations.NullMarked;
