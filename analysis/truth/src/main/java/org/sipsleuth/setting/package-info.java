/// What can be set, of a scenario or of a training: names, kinds, defaults and ranges in, checked
/// values out.
@NullMarked
package org.sipsleuth.setting;

import org.jspecify.annotations.NullMarked;
