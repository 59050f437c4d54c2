/// Call records: which users called which, when, for how long, and whether it was answered.
///
/// In: the calls of a capture, or a table. Out: records in columns.
@NullMarked
package org.sipsleuth.call.record;

import org.jspecify.annotations.NullMarked;
