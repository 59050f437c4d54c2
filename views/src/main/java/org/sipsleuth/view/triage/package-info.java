/// The page on which an analyst decides about unknown sequences, one after the other.
///
/// In: what the models do not know of the open capture, and the open case. Out:
/// [org.sipsleuth.view.triage.TriagePage].
@NullMarked
package org.sipsleuth.view.triage;

import org.jspecify.annotations.NullMarked;
