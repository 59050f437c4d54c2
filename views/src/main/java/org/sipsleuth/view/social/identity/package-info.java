/// Who may have become whom.
///
/// In: pairs of users of the open capture. Out: a list beside the call graph.
@NullMarked
package org.sipsleuth.view.social.identity;

import org.jspecify.annotations.NullMarked;
