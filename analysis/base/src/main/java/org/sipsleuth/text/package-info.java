/// Texts that are shown to people.
///
/// In: an enum constant. Out: its text from the bundle beside its class.
@NullMarked
package org.sipsleuth.text;

import org.jspecify.annotations.NullMarked;
