/// The calls of a scenario as records.
///
/// In: messages. Out: a row of a CSV file per call.
@NullMarked
package org.sipsleuth.simulate.record;

import org.jspecify.annotations.NullMarked;
