/// How unlike usual users each user is, and how many flags that allows.
///
/// In: the comparison of the users of the open capture with those of the model. Out: the sorted
/// p-values, and a list, beside the call graph.
@NullMarked
package org.sipsleuth.view.social.flag;

import org.jspecify.annotations.NullMarked;
