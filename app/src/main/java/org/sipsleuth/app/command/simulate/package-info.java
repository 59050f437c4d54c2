/// The help of `sipsleuth simulate` about scenarios and their settings.
@NullMarked
package org.sipsleuth.app.command.simulate;

import org.jspecify.annotations.NullMarked;
