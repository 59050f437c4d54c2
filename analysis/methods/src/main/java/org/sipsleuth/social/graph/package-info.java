/// The graphs of users: how many calls there are between them, and whom they call in common.
///
/// In: call records. Out: weights, density, communities, groups of callers with the same
/// callees, reputation.
@NullMarked
package org.sipsleuth.social.graph;

import org.jspecify.annotations.NullMarked;
