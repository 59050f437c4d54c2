/// The call graph: users, and how many calls there are between them.
///
/// In: call records. Out: weights, density, communities, groups of callers with the same
/// callees, reputation.
@NullMarked
package org.sipsleuth.social.graph;

import org.jspecify.annotations.NullMarked;
