/// When users call, and from which cluster to which.
///
/// In: traffic by hour, and flows between clusters. Out: lists beside the call graph.
@NullMarked
package org.sipsleuth.view.social.traffic;

import org.jspecify.annotations.NullMarked;
