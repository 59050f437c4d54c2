/// What can be set, of a scenario or of a training.
///
/// In: names, kinds, defaults and ranges, and the words of a user. Out: checked values.
@NullMarked
package org.sipsleuth.setting;

import org.jspecify.annotations.NullMarked;
