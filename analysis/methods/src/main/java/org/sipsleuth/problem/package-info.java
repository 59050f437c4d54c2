/// Why calls and registrations failed: what went wrong in each dialog, grouped by cause, with who is affected, how
/// severe that is and what to do. Nothing is detected here: causes are made of outcomes and hints.
@NullMarked
package org.sipsleuth.problem;

import org.jspecify.annotations.NullMarked;
