/// What the methods find, told by the inspector: claim, values, model, evidence, why, formulas.
///
/// In: what a method says of the capture, and the dialogs or the message that are chosen. Out:
/// facts.
@NullMarked
package org.sipsleuth.view.inspector.finding;

import org.jspecify.annotations.NullMarked;
