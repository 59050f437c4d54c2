/// The calls of a scenario as records: messages in, a row of a CSV file per call out.
@NullMarked
package org.sipsleuth.simulate.record;

import org.jspecify.annotations.NullMarked;
