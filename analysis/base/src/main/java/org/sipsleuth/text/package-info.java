/// Texts that are shown to people, and text that a shell or a spreadsheet reads as text.
///
/// In: an enum constant, or a text. Out: its text from the bundle beside its class, or a text in which
/// nothing runs.
@NullMarked
package org.sipsleuth.text;

import org.jspecify.annotations.NullMarked;
