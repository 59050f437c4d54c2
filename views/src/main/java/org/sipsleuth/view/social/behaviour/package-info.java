/// How users differ: as points in a plane, and how many clusters they make.
///
/// In: scaled features of the users of the open capture. Out: charts beside the call graph.
@NullMarked
package org.sipsleuth.view.social.behaviour;

import org.jspecify.annotations.NullMarked;
