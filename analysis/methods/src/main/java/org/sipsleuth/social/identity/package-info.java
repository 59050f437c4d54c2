/// Who became whom.
///
/// In: call records. Out: pairs of numbers of which one took the place of the other, with the
/// contacts they share.
@NullMarked
package org.sipsleuth.social.identity;

import org.jspecify.annotations.NullMarked;
