/// The help of `sipsleuth simulate` about scenarios and their settings.
///
/// In: scenarios. Out: text.
@NullMarked
package org.sipsleuth.app.command.simulate;

import org.jspecify.annotations.NullMarked;
