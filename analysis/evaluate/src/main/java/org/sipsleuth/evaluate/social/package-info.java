/// Paper 5: users who are called by spam callers or whose accounts are misused, and departments.
///
/// In: call records of the simulator. Out: the paper's tables beside ours.
@NullMarked
package org.sipsleuth.evaluate.social;

import org.jspecify.annotations.NullMarked;
