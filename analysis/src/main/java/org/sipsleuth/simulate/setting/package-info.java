/// What can be set of a scenario: names, kinds, defaults and ranges in, checked values out.
@NullMarked
package org.sipsleuth.simulate.setting;

import org.jspecify.annotations.NullMarked;
