/// What the neural networks of all methods are made of, as they run.
///
/// In: weights and inputs. Out: sums and states. Plain Java with nothing but strict additions,
/// multiplications and divisions in a fixed order, so that equal weights and inputs yield equal
/// bits on every machine and any thread.
@NullMarked
package org.sipsleuth.neural;

import org.jspecify.annotations.NullMarked;
