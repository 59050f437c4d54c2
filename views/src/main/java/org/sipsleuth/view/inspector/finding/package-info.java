/// Findings of any method as the inspector shows them.
///
/// In: what the methods found, and the dialogs or the message that are selected. Out: facts.
@NullMarked
package org.sipsleuth.view.inspector.finding;

import org.jspecify.annotations.NullMarked;
