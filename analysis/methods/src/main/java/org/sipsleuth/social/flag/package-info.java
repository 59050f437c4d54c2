/// Users whose week is unlike the weeks of their group.
///
/// In: features by week. Out: flags with their reasons.
@NullMarked
package org.sipsleuth.social.flag;

import org.jspecify.annotations.NullMarked;
