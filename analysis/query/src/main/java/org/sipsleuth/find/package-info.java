/// Finds the calls of a number, user, Call-ID or address in many captures. In: capture files, a
/// folder of the cache for the entries of the index, and what is asked for. Out: groups of files that
/// hold whole calls, with the Call-IDs of the calls in them.
@NullMarked
package org.sipsleuth.find;

import org.jspecify.annotations.NullMarked;
